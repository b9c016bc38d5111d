import { Controller, Get, NotFoundException, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { CLERKS, isOneOf, isPlanKeeper, isStaff, STAFF } from '../page-roles.js';
import { FacilityQuery } from './facility.query.js';
import { FacilityPage } from './facility.view.js';

const LATEST = 10;
const MOST = 100;

@Controller()
@UseFilters(PageErrorsFilter)
export class FacilityController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  /** A place that may not be seen does not exist. `?besoeg=alle` shows as many visits as can be asked for. */
  @Get('tilbud/:id')
  @AllowRoles(...STAFF, 'FACILITY_USER', 'OPERATOR_USER')
  async show(
    @Param('id') id: string,
    @Query('besoeg') visits: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const asStaff = identity !== undefined && isStaff(identity.role);
    const showsAllVisits = visits === 'alle';
    const answer = await this.ask.ask(
      FacilityQuery,
      { id, visits: showsAllVisits ? MOST : LATEST, asStaff },
      identity,
      request,
    );
    const { facility } = answer;
    if (!facility) throw new NotFoundException();
    // The id of a place that became a part of another leads on to that one.
    if (facility.id !== id.toLowerCase()) return response.redirect(302, `/tilbud/${facility.id}`);
    this.pages.send(request, response, ({ voice }) => ({
      title: facility.name,
      ...(asStaff ? { crumbs: [{ text: voice.words.workList.title, href: '/tilsyn' }] } : {}),
      content: createElement(FacilityPage, {
        voice,
        facility,
        riskBands: answer.riskBands ?? [],
        asStaff,
        isInspector: identity?.role === 'VISITING_INSPECTOR',
        isKeeper: identity !== undefined && isPlanKeeper(identity.role),
        showsAllVisits,
        mayHaveMoreVisits: facility.visits.length === LATEST,
        showsDecisions: identity !== undefined && isOneOf(CLERKS, identity.role),
      }),
    }));
  }
}

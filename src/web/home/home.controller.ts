import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { offsetOf, pageAsked, PER_PAGE } from '../elements/offset-paging.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { ANYBODY, isStaff } from '../page-roles.js';
import { Home } from './home.view.js';
import { OperatorPlacesQuery } from './operator-places.query.js';
import { OperatorPlaces } from './operator-places.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  /** Sends everybody to the page they start from; those who have none yet are told so. */
  @Get()
  @AllowRoles(...ANYBODY)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    if (identity && isStaff(identity.role)) return response.redirect(303, '/tilsyn');
    if (identity?.role === 'FACILITY_USER' && identity.facilityId) {
      return response.redirect(303, `/tilbud/${identity.facilityId}`);
    }
    if (identity?.role === 'OPERATOR_USER') return this.showPlaces(request, response);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.home.title,
      content: createElement(Home, { voice, role: identity?.role }),
    }));
  }

  private async showPlaces(request: Request, response: Response): Promise<void> {
    const page = pageAsked(new URLSearchParams(request.originalUrl.split('?')[1]).get('side'));
    const { facilities: answer } = await this.ask.ask(
      OperatorPlacesQuery,
      { first: PER_PAGE, offset: offsetOf(page) },
      this.sessions.identityOf(request),
      request,
    );
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.home.operator.title,
      content: createElement(OperatorPlaces, { voice, page, answer }),
    }));
  }
}

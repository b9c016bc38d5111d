import { Controller, Get, NotFoundException, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { isStaff, STAFF } from '../page-roles.js';
import { askedDay } from './asked-day.js';
import { MasterDataQuery } from './master-data.query.js';
import { MasterDataPage } from './master-data.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class MasterDataController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  /** `?dag=&maaned=&aar=`: as known on that day. */
  @Get('tilbud/:id/stamdata')
  @AllowRoles(...STAFF, 'FACILITY_USER')
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = new URLSearchParams(request.originalUrl.split('?')[1]);
    const written = {
      day: asked.get('dag') ?? '',
      month: asked.get('maaned') ?? '',
      year: asked.get('aar') ?? '',
    };
    const read = askedDay(written);
    const asOf = read.kind === 'day' ? read.day : undefined;
    const identity = this.sessions.identityOf(request);
    const { facility } = await this.ask.ask(MasterDataQuery, { id, asOf: asOf ?? null }, identity, request);
    if (!facility) throw new NotFoundException();
    response.status(read.kind === 'problem' ? 422 : 200);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.quality.masterData.title(facility.name),
      crumbs: [
        ...(identity && isStaff(identity.role)
          ? [{ text: voice.words.workList.title, href: '/tilsyn' }]
          : []),
        { text: facility.name, href: `/tilbud/${facility.id}` },
      ],
      content: createElement(MasterDataPage, {
        voice,
        facility,
        written,
        asOf,
        isWrong: read.kind === 'problem',
      }),
    }));
  }
}

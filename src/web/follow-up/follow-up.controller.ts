import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { STAFF } from '../page-roles.js';
import { PER_PAGE, readFollowUpRequest } from './follow-up-request.js';
import { FollowUpQuery } from './follow-up.query.js';
import { FollowUps } from './follow-up.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class FollowUpController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('opfoelgning')
  @AllowRoles(...STAFF)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = readFollowUpRequest(new URLSearchParams(request.originalUrl.split('?')[1]));
    const answer = await this.ask.ask(
      FollowUpQuery,
      {
        filter: { authority: asked.authority, regionCode: asked.region, state: asked.state },
        first: PER_PAGE,
        offset: (asked.page - 1) * PER_PAGE,
      },
      this.sessions.identityOf(request),
      request,
    );
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planning.followUp.title,
      content: createElement(FollowUps, { voice, request: asked, answer }),
    }));
  }
}

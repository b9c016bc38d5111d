import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { ANYBODY, isStaff } from '../page-roles.js';
import { Home } from './home.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
  ) {}

  /** Sends everybody to the page they start from; those who have none yet are told so. */
  @Get()
  @AllowRoles(...ANYBODY)
  show(@Req() request: Request, @Res() response: Response): void {
    const identity = this.sessions.identityOf(request);
    if (identity && isStaff(identity.role)) return response.redirect(303, '/tilsyn');
    if (identity?.role === 'FACILITY_USER' && identity.facilityId) {
      return response.redirect(303, `/tilbud/${identity.facilityId}`);
    }
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.home.title,
      content: createElement(Home, { voice, role: identity?.role }),
    }));
  }
}

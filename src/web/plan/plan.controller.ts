import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { isPlanKeeper, STAFF } from '../page-roles.js';
import { PlanQuery } from './plan.query.js';
import { PlanComparison } from './plan-comparison.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class PlanController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('plan')
  @AllowRoles(...STAFF)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { currentPlans } = await this.ask.ask(PlanQuery, {}, identity, request);
    const isKeeper = identity !== undefined && isPlanKeeper(identity.role);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.plan.title,
      content: createElement(PlanComparison, { voice, plans: currentPlans, isKeeper }),
    }));
  }
}

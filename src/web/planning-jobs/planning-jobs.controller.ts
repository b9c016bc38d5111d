import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { isPlanKeeper, PLAN_KEEPERS, STAFF } from '../page-roles.js';
import { PlanningJobPage } from './planning-job.view.js';
import {
  CancelPlanning,
  DifferencesQuery,
  JobQuery,
  JobsQuery,
  StartPlanning,
} from './planning-jobs.query.js';
import { PlanningJobsPage } from './planning-jobs.view.js';

@Controller('planlaegning')
@UseFilters(PageErrorsFilter)
export class PlanningJobsController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get()
  @AllowRoles(...STAFF)
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { planningJobs: jobs, currentPlans } = await this.ask.ask(JobsQuery, {}, identity, request);
    const currentPlanId = currentPlans.find(({ kind }) => kind === 'RISK_BASED')?.id;
    const maysKeep = identity !== undefined && isPlanKeeper(identity.role);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planning.jobs.title,
      content: createElement(PlanningJobsPage, { voice, jobs, currentPlanId, maysKeep }),
    }));
  }

  @Post()
  @AllowRoles(...PLAN_KEEPERS)
  async start(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const basedOn = typeof form?.['plan'] === 'string' ? form['plan'] : undefined;
    const { startPlanning } = await this.ask.ask(
      StartPlanning,
      { input: { basedOn } },
      this.sessions.identityOf(request),
      request,
    );
    response.redirect(303, `/planlaegning/${startPlanning.id}`);
  }

  @Get(':id')
  @AllowRoles(...STAFF)
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { planningJob: job } = await this.ask.ask(JobQuery, { id }, identity, request);
    if (!job) throw new NotFoundException();
    const differences =
      job.planId !== null && job.basedOn !== null
        ? (await this.ask.ask(DifferencesQuery, { from: job.basedOn, to: job.planId }, identity, request))
            .planDifferences
        : undefined;
    const maysKeep = identity !== undefined && isPlanKeeper(identity.role);
    this.pages.send(request, response, ({ voice }) => ({
      title: `${voice.words.planning.jobs.kind[job.kind]}, ${voice.dayOf(job.startedAt)}`,
      crumbs: [{ text: voice.words.planning.jobs.title, href: '/planlaegning' }],
      content: createElement(PlanningJobPage, { voice, job, differences, maysKeep }),
    }));
  }

  @Post(':id/stop')
  @AllowRoles(...PLAN_KEEPERS)
  async stop(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.ask.ask(CancelPlanning, { id }, this.sessions.identityOf(request), request);
    response.redirect(303, `/planlaegning/${encodeURIComponent(id)}`);
  }
}

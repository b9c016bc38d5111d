import { Controller, Get, NotFoundException, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { PLAN_KEEPERS } from '../page-roles.js';
import { PlanPricesPage } from './plan-prices.view.js';
import { PlanReportPage } from './plan-report.view.js';
import {
  PlaceQuery,
  PricesQuery,
  ReportQuery,
  WhatIfQuery,
  WhyNotQuery,
  WhyQuery,
} from './plan-why.query.js';
import { PlanWhy } from './plan-why.view.js';

const AUTHORITIES = ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'] as const;

/** For those who keep plans: why a visit is planned or missing, what would change it, and what hours are worth. */
@Controller('plan')
@UseFilters(PageErrorsFilter)
export class PlanWhyController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('priser')
  @AllowRoles(...PLAN_KEEPERS)
  async prices(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { planPrices: prices } = await this.ask.ask(PricesQuery, {}, identity, request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planWhy.prices.title,
      crumbs: [{ text: voice.words.plan.title, href: '/plan' }],
      content: createElement(PlanPricesPage, { voice, prices }),
    }));
  }

  @Get('rapport')
  @AllowRoles(...PLAN_KEEPERS)
  async report(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { planReport: report } = await this.ask.ask(ReportQuery, {}, identity, request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planReport.title,
      crumbs: [{ text: voice.words.plan.title, href: '/plan' }],
      content: createElement(PlanReportPage, { voice, report }),
    }));
  }

  @Get('rapport/fil')
  @AllowRoles(...PLAN_KEEPERS)
  async reportFile(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { planReport } = await this.ask.ask(ReportQuery, {}, identity, request);
    response
      .set('Content-Disposition', 'attachment; filename="rapport.json"')
      .type('application/json')
      .send(JSON.stringify(planReport));
  }

  @Get('hvorfor/:facilityId/:authority')
  @AllowRoles(...PLAN_KEEPERS)
  async why(
    @Param('facilityId') facilityId: string,
    @Param('authority') named: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const authority = AUTHORITIES.find((each) => each === named);
    if (!authority) throw new NotFoundException();
    const { facility } = await this.ask.ask(PlaceQuery, { facilityId }, identity, request);
    if (!facility) throw new NotFoundException();
    const of = { facilityId, authority };
    const comes = (facility.plannedVisits ?? []).some(({ parts }) =>
      parts.some((part) => part.authority === authority),
    );
    const told = comes
      ? (await this.ask.ask(WhyQuery, of, identity, request)).why
      : (await this.ask.ask(WhyNotQuery, of, identity, request)).whyNot;
    if (!told) throw new NotFoundException();
    const asked = {
      chance: textOf(query['chance']),
      timer: textOf(query['timer']),
      uge: textOf(query['uge']),
    };
    const change = changeOf(asked, query['fast'] === 'ja');
    const tried = change
      ? (await this.ask.ask(WhatIfQuery, { input: { ...of, ...change } }, identity, request)).whatIf
      : undefined;
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planWhy.title(voice.words.labels.authority[authority]),
      crumbs: [{ text: facility.name, href: `/tilbud/${facility.id}` }],
      content: createElement(PlanWhy, { voice, facility, authority, told, tried, asked }),
    }));
  }
}

/** What a form asks to be tried; the API says what is wrong with it. */
function changeOf(
  { chance, timer, uge }: Record<'chance' | 'timer' | 'uge', string>,
  isPinned: boolean,
): { probability?: number; hours?: number; isPinned?: boolean; weekStart?: string } | undefined {
  const weekStart = uge === '' ? {} : { weekStart: uge };
  if (chance !== '') return { probability: numberOf(chance) / 100 };
  if (timer !== '') return { hours: Math.round(numberOf(timer)), ...weekStart };
  return isPinned ? { isPinned, ...weekStart } : undefined;
}

/** What is no number becomes 0, which no change allows. */
function numberOf(text: string): number {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

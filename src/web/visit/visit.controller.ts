import {
  BadRequestException,
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { TadaDocumentNode } from 'gql.tada';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { addDays, mondayOf, parseDay, type Day } from '../../domain/shared/day.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { isPlanKeeper, PLAN_KEEPERS, STAFF } from '../page-roles.js';
import { today } from '../today.js';
import { Consequences } from './consequences.view.js';
import { readChange, reasonIn } from './read-change.js';
import {
  Answer,
  ChangeVisit,
  CheckQuery,
  Decide,
  Notify,
  Undo,
  VisitHistoryQuery,
  VisitQuery,
  WithdrawDecision,
  WithdrawNotice,
  type ShownVisit,
} from './visit.query.js';
import { VisitPage } from './visit.view.js';

type Form = Record<string, unknown>;

@Controller()
@UseFilters(PageErrorsFilter)
export class VisitController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly asking: Ask,
  ) {}

  @Get('besoeg/:id')
  @AllowRoles(...STAFF)
  async show(
    @Param('id') id: string,
    @Query() query: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { visit, weeks } = await this.find(id, query['plan'], request);
    const history = await this.ask(VisitHistoryQuery, { planId: visit.planId, visitId: visit.id, facilityId: visit.facilityId }, request);
    const identity = this.sessions.identityOf(request);
    const keepsUnit = identity && isPlanKeeper(identity.role) ? identity.unit : undefined;
    this.pages.send(request, response, ({ voice }) => ({
      title: visit.facilityName,
      crumbs: [{ text: voice.words.planning.calendar.title, href: '/kalender' }],
      content: createElement(VisitPage, { voice, visit, history, keepsUnit, weeks, isDone: query['gemt'] === 'ja' }),
    }));
  }

  @Get('besoeg/:id/ret')
  @AllowRoles(...PLAN_KEEPERS)
  async weigh(
    @Param('id') id: string,
    @Query() query: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { visit } = await this.find(id, query['plan'], request);
    const asked = readChange(query);
    if (!asked) {
      response.redirect(303, `/besoeg/${visit.id}?plan=${visit.planId}#ret`);
      return;
    }
    const input = { planId: visit.planId, visitId: visit.id, ...asked };
    const { checkPlanChange } = await this.ask(CheckQuery, { input }, request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planning.change.title,
      crumbs: [
        { text: voice.words.planning.calendar.title, href: '/kalender' },
        { text: visit.facilityName, href: `/besoeg/${visit.id}?plan=${visit.planId}` },
      ],
      content: createElement(Consequences, { voice, visit, asked, checked: checkPlanChange }),
    }));
  }

  @Post('besoeg/:id/ret')
  @AllowRoles(...PLAN_KEEPERS)
  async change(@Param('id') id: string, @Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = readChange(form ?? {});
    const reason = reasonIn(form ?? {});
    if (!asked) throw new BadRequestException();
    if (!reason) {
      const again = new URLSearchParams(textsOf(form, ['plan', 'slags', 'uge', 'form', 'varsling']));
      response.redirect(303, `/besoeg/${encodeURIComponent(id)}/ret?${again.toString()}#begrundelse`);
      return;
    }
    const input = { planId: String(form['plan']), visitId: id, ...asked, revision: whole(form['revision']), token: String(form['bevis']), reason };
    const { changePlan } = await this.ask(ChangeVisit, { input }, request);
    response.redirect(303, changePlan ? `/besoeg/${changePlan.id}?plan=${input.planId}&gemt=ja` : '/kalender');
  }

  @Post('besoeg/:id/svar')
  @AllowRoles(...PLAN_KEEPERS)
  async answer(@Param('id') id: string, @Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const answer = (['ACCEPTED', 'DECLINED', 'OTHER_TIME_PROPOSED'] as const).find((each) => each === form?.['svar']);
    if (!answer) throw new BadRequestException();
    const proposedWeek = answer === 'OTHER_TIME_PROPOSED' ? parseDay(String(form['uge'])) : undefined;
    const reason = answer === 'ACCEPTED' ? undefined : reasonIn(form);
    const planId = String(form['plan']);
    await this.ask(Answer, { input: { planId, visitId: id, sinceRevision: whole(form['version']), answer, reason, proposedWeek } }, request);
    response.redirect(303, backTo(id, planId));
  }

  @Post('besoeg/:id/fortryd')
  @AllowRoles(...PLAN_KEEPERS)
  async undo(@Param('id') id: string, @Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const planId = String(form?.['plan']);
    await this.ask(Undo, { planId, undoes: whole(form?.['fortryd']), revision: whole(form?.['revision']) }, request);
    response.redirect(303, backTo(id, planId));
  }

  @Post('besoeg/:id/beslutning')
  @AllowRoles(...PLAN_KEEPERS)
  async decide(@Param('id') id: string, @Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { visit } = await this.find(id, form?.['plan'], request);
    const kind = form['slags'] === 'VETO' ? 'VETO' : 'PIN';
    const reason = reasonIn(form);
    if (!reason) throw new BadRequestException();
    const { facilityId, weekStart } = visit;
    await this.ask(Decide, { input: { kind, facilityId, weekFrom: weekStart, weekTo: weekStart, reason } }, request);
    response.redirect(303, backTo(id, visit.planId));
  }

  @Post('besoeg/:id/beslutning/fjern')
  @AllowRoles(...PLAN_KEEPERS)
  async withdraw(@Param('id') id: string, @Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.ask(WithdrawDecision, { id: String(form?.['beslutning']) }, request);
    response.redirect(303, backTo(id, String(form['plan'])));
  }

  @Post('besoeg/:id/varsel')
  @AllowRoles(...PLAN_KEEPERS)
  async notify(@Param('id') id: string, @Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visitOn = parseDay(String(form?.['dag']));
    if (!visitOn) throw new BadRequestException();
    await this.ask(Notify, { input: { visitId: id, visitOn } }, request);
    response.redirect(303, backTo(id));
  }

  @Post('besoeg/:id/varsel/tilbage')
  @AllowRoles(...PLAN_KEEPERS)
  async withdrawNotice(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.ask(WithdrawNotice, { visitId: id }, request);
    response.redirect(303, backTo(id));
  }

  private async find(id: string, planId: unknown, request: Request): Promise<{ visit: ShownVisit; weeks: string[] }> {
    const answer = await this.ask(VisitQuery, { id, planId: typeof planId === 'string' ? planId : undefined }, request);
    const visit = answer.plannedVisit;
    if (!visit) throw new NotFoundException();
    const plan = answer.currentPlans.find(({ kind }) => kind === 'RISK_BASED');
    return { visit, weeks: plan ? weeksFrom(plan.horizonFrom as Day, plan.horizonWeeks) : [] };
  }

  private async ask<Result, Variables extends Record<string, unknown>>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
    request: Request,
  ): Promise<Result> {
    return this.asking.ask(document, variables, this.sessions.identityOf(request), request);
  }
} // prettier-ignore

/** The Mondays of a plan that have not passed. */
function weeksFrom(horizonFrom: Day, weeks: number): string[] {
  const thisWeek = mondayOf(today() as Day);
  return Array.from({ length: weeks }, (_, index) => addDays(horizonFrom, 7 * index)).filter(
    (week) => week >= thisWeek,
  );
}

function backTo(id: string, planId?: string): string {
  const query = new URLSearchParams({ ...(planId === undefined ? {} : { plan: planId }), gemt: 'ja' });
  return `/besoeg/${encodeURIComponent(id)}?${query.toString()}`;
}

function whole(value: unknown): number {
  const number = Number(value);
  return Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : -1;
}

function textsOf(form: Form, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof form[name] === 'string' ? [[name, form[name]]] : [])),
  );
}

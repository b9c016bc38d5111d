import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { addDays, mondayOf, parseDay, type Day } from '../../domain/shared/day.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { isPlanKeeper, PLAN_KEEPERS, STAFF } from '../page-roles.js';
import { today } from '../today.js';
import { PER_PAGE, readCalendarRequest } from './calendar-request.js';
import { AcceptAll, CalendarQuery, Publish } from './calendar.query.js';
import { Calendar } from './calendar.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class CalendarController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  /** Without a week it shows next week, the first that a plan is made for. */
  @Get('kalender')
  @AllowRoles(...STAFF)
  async show(
    @Query('tilsluttet') accepted: unknown,
    @Query('offentliggjort') published: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = readCalendarRequest(new URLSearchParams(request.originalUrl.split('?')[1]));
    const identity = this.sessions.identityOf(request);
    const week = asked.week === 'alle' ? undefined : weekOf(asked.week);
    const { planId, unit, office, region, mode, state } = asked;
    const answer = await this.ask.ask(
      CalendarQuery,
      {
        filter: {
          planId,
          responsibleUnit: unit,
          office,
          regionCode: region,
          mode,
          state,
          weekFrom: week,
          weekTo: week,
        },
        first: PER_PAGE,
        offset: (asked.page - 1) * PER_PAGE,
      },
      identity,
      request,
    );
    this.pages.send(request, response, ({ voice }) => {
      const words = voice.words.planning.calendar;
      const message =
        typeof accepted === 'string' && /^\d{1,6}$/.test(accepted)
          ? words.accepted(voice.number(Number(accepted)))
          : published === 'ja'
            ? words.published
            : undefined;
      const maysKeep = identity !== undefined && isPlanKeeper(identity.role);
      return {
        title: words.title,
        content: createElement(Calendar, { voice, request: asked, week, answer, maysKeep, message }),
      };
    });
  }

  @Post('kalender/tilslut')
  @AllowRoles(...PLAN_KEEPERS)
  async acceptAll(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { acceptAllParts } = await this.ask.ask(
      AcceptAll,
      planIn(form),
      this.sessions.identityOf(request),
      request,
    );
    response.redirect(303, `/kalender?tilsluttet=${acceptAllParts}`);
  }

  @Post('kalender/offentliggoer')
  @AllowRoles(...PLAN_KEEPERS)
  async publish(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.ask.ask(Publish, planIn(form), this.sessions.identityOf(request), request);
    response.redirect(303, '/kalender?offentliggjort=ja');
  }
}

function planIn(form: Record<string, unknown> | undefined): { planId: string; revision: number } {
  const revision = Number(form?.['revision']);
  return { planId: String(form?.['plan']), revision: Number.isInteger(revision) ? revision : -1 };
}

function weekOf(text: string | undefined): Day {
  const day = text === undefined ? undefined : parseDay(text);
  return day ? mondayOf(day) : addDays(mondayOf(today() as Day), 7);
}

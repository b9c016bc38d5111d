import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { voiceIn } from '../../wording/voice.js';
import { languageOf } from '../page/language.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { STAFF } from '../page-roles.js';
import { CalendarQuery, type CalendarAnswer } from './calendar.query.js';
import { readCalendarRequest } from './calendar-request.js';
import { visitsAsCsv } from './plan-file.js';

type Visits = CalendarAnswer['plannedVisits']['visits'];

const AT_ONCE = 100;
/** More than any plan of the country holds; a question that never ends is a mistake. */
const MOST = 100_000;

/** The visits that the calendar's filters leave, as files. */
@Controller('kalender')
@UseFilters(PageErrorsFilter)
export class PlanFileController {
  constructor(
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('plan.csv')
  @AllowRoles(...STAFF)
  async csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { words } = voiceIn(languageOf(request, response));
    const visits = await this.all(request);
    response.type('text/csv; charset=utf-8').attachment('plan.csv').send(visitsAsCsv(visits, words));
  }

  @Get('plan.json')
  @AllowRoles(...STAFF)
  async json(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visits = await this.all(request);
    response.attachment('plan.json').json({ visits });
  }

  private async all(request: Request): Promise<Visits> {
    const { planId, unit, office, region, mode, state, week } = readCalendarRequest(
      new URLSearchParams(request.originalUrl.split('?')[1]),
    );
    const monday = week === 'alle' ? undefined : week;
    const filter = {
      planId,
      responsibleUnit: unit,
      office,
      regionCode: region,
      mode,
      state,
      weekFrom: monday,
      weekTo: monday,
    };
    const visits: Visits = [];
    for (let offset = 0; offset < MOST; offset += AT_ONCE) {
      const { plannedVisits } = await this.ask.ask(
        CalendarQuery,
        { filter, first: AT_ONCE, offset },
        this.sessions.identityOf(request),
        request,
      );
      visits.push(...plannedVisits.visits);
      if (plannedVisits.visits.length < AT_ONCE) break;
    }
    return visits;
  }
}

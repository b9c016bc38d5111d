import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AllowEverybody } from '../../access/access.guard.js';
import { AuditLog } from '../../audit/audit-log.service.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { calendarFile } from '../calendar/calendar-file.js';
import { CalendarSubscriptions } from '../calendar/calendar-subscriptions.service.js';

/** Calendar programs cannot sign in: the secret address stands for the employee who made it. */
@Controller('kalender/abonnement')
export class CalendarFileController {
  constructor(
    private readonly subscriptions: CalendarSubscriptions,
    private readonly auditLog: AuditLog,
  ) {}

  /** An address that does not work, for whatever reason, does not exist. */
  @Get(':token.ics')
  @AllowEverybody()
  async fetch(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const base = `${request.protocol}://${request.get('host') ?? ''}`;
    const found = await this.subscriptions.visitsFor(token, (id) => `${base}/besoeg/${id}`);
    if (!found) throw new NotFoundException();
    const trail = new AuditTrail();
    found.events.forEach(({ id }, index) => trail.note('PlannedVisit', id, found.facilityIds[index]));
    await this.auditLog.record(
      trail.entries(found.reader, { action: 'READ', outcome: 'DONE', operation: 'calendar subscription' }),
    );
    response
      .type('text/calendar; charset=utf-8')
      .set('cache-control', 'private, no-store')
      .send(calendarFile(found.name, found.events, new Date()));
  }
}

import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { ResponsibleUnit } from '../../domain/shared/authority.js';
import {
  CalendarRepository,
  type CalendarScope,
  type CalendarSubscription,
  type CalendarVisit,
} from '../calendar/calendar.repository.js';
import { LATEST_ANSWER } from './kept-visit-sql.js';

// Whoever was signed out everywhere, as one is who leaves, has no calendar left from before either.
const WORKS = `calendar_subscriptions.revoked_at is null and expires_at > clock_timestamp() and not exists (
  select from token_revocations ended where ended.person = calendar_subscriptions.person and ended.revoked_at >= created_at)`;

@Injectable()
export class TypeormCalendarRepository extends CalendarRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async add(subscription: Parameters<CalendarRepository['add']>[0]): Promise<string> {
    const { tokenHash, person, authority, responsibleUnit, office, inspector } = subscription;
    const [added] = await this.transactions.query<{ id: string }>(
      `insert into calendar_subscriptions (token_hash, person, authority, responsible_unit, office, inspector_code)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [tokenHash, person, authority, responsibleUnit, office, inspector],
    );
    return added!.id;
  }

  async ofPerson(person: string): Promise<CalendarSubscription[]> {
    return this.transactions.query<CalendarSubscription>(
      `select id, responsible_unit as "responsibleUnit", office, inspector_code as inspector, created_at as "createdAt", expires_at as "expiresAt",
         fetched_at as "fetchedAt" from calendar_subscriptions where person = $1 and ${WORKS} order by created_at desc`,
      [person],
    );
  }

  async revoke(id: string, person: string): Promise<boolean> {
    const revoked = await this.transactions.query<object>(
      `with revoked as (update calendar_subscriptions set revoked_at = clock_timestamp()
         where id = $1 and person = $2 and revoked_at is null returning id) select id from revoked`,
      [id, person],
    );
    return revoked.length > 0;
  }

  async fetch(tokenHash: Buffer): ReturnType<CalendarRepository['fetch']> {
    const [found] = await this.transactions.query<
      NonNullable<Awaited<ReturnType<CalendarRepository['fetch']>>>
    >(
      `with found as (update calendar_subscriptions set fetched_at = clock_timestamp()
         where token_hash = $1 and ${WORKS} returning *)
       select person, authority, responsible_unit as "responsibleUnit", office, inspector_code as inspector from found`,
      [tokenHash],
    );
    return found;
  }

  async hasInspector(unit: ResponsibleUnit, code: string): Promise<boolean> {
    const [found] = await this.transactions.query<{ is_there: boolean }>(
      `select exists (select from inspectors where responsible_unit = $1 and inspector_code = $2) as is_there`,
      [unit, code],
    );
    return found!.is_there;
  }

  async agreedVisits({ responsibleUnit, office, inspector }: CalendarScope): Promise<CalendarVisit[]> {
    return this.transactions.query<CalendarVisit>(
      `select visit.visit_id as id, visit.since_revision as version, visit.facility_id as "facilityId",
         coalesce(profile.name, '') as "facilityName", coalesce(profile.has_secret_address, true) as "hasSecretAddress",
         (select count(*) from shown_visit_parts part where part.planned_visit_id = visit.id) > 1 as "isJoint",
         visit.week_start::text as "weekStart", placed.visit_on::text as "visitOn", placed.half,
         exists (select from planned_visit_inspectors who join shown_visit_parts own on own.planned_visit_id = who.planned_visit_id
           and own.authority = who.authority where who.planned_visit_id = visit.id and own.responsible_unit = $1
             and not who.is_whole_day) as "isHalfDay",
         (select notice.visit_on::text from visit_notices notice
           where notice.planned_visit_id = visit.id and notice.withdrawn_on is null) as "noticedFor"
       from planned_visits visit join plans plan on plan.id = visit.plan_id
       left join planned_visit_days placed on placed.planned_visit_id = visit.id
       left join facility_profiles profile on profile.facility_id = visit.facility_id
       where plan.state = 'PUBLISHED' and visit.until_revision is null
         and exists (select from shown_visit_parts part where part.planned_visit_id = visit.id
           and part.responsible_unit = $1 and ($2::text is null or part.office = $2))
         and ($3::text is null or exists (select from planned_visit_inspectors who
           where who.planned_visit_id = visit.id and who.inspector_code = $3))
         and not exists (select from shown_visit_parts part ${LATEST_ANSWER}
           where part.planned_visit_id = visit.id and coalesce(given.answer, 'PROPOSED') <> 'ACCEPTED')
       order by visit.week_start, visit.visit_id`,
      [responsibleUnit, office, inspector],
    );
  }
}

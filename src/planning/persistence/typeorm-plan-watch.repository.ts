import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Day } from '../../domain/shared/day.js';
import { PLANNING_CAUSES, type PlanningCause } from '../planning-job.js';
import {
  PlanWatchRepository,
  type InspectorAbsence,
  type NewAbsence,
} from '../watch/plan-watch.repository.js';

/**
 * One row with a column for each cause, true where it has arisen since the published plan was made or last replanned.
 * Deliveries have no moment for each row: what they changed counts once a delivery has come in since.
 */
const CHANGES = `
  with published as (
    select id, created_at, horizon_from from plans where state = 'PUBLISHED' and kind = 'RISK_BASED'
  ), seen as (
    select greatest(published.created_at, max(job.started_at)) as at
    from published left join planning_jobs job on job.based_on = published.id group by published.created_at
  ), delivered as (
    select exists (select from import_runs, seen where import_runs.state = 'FINISHED' and finished_at > seen.at) as is_new
  ), coming as (
    select visit.* from planned_visits visit join published on published.id = visit.plan_id
    where visit.until_revision is null and visit.week_start > $1::date - 7
  ), alive as (
    select distinct link.facility_id, record.authority from facility_links link
    join source_records record on record.source_key = link.source_key and record.ended_on is null
    where link.valid_to is null
  ), events as (
    select event.secrecy from serious_events event, seen where event.reported_at > seen.at
      and not exists (select from serious_event_resolutions resolution where resolution.event_id = event.id)
  )
  select published.id as "planId",
    exists (select from risk_runs, seen where risk_runs.state = 'FINISHED' and finished_at > seen.at) as "NEW_SCORES",
    exists (select from events where secrecy = 'SHARED') as "SERIOUS_EVENT",
    exists (select from events where secrecy <> 'SHARED') as "OTHER",
    exists (select from inspector_absences absence, seen where absence.absent_to >= $1
        and greatest(absence.registered_at, absence.withdrawn_at) > seen.at)
      or ((select is_new from delivered) and exists (select from coming
        join planned_visit_days placed on placed.planned_visit_id = coming.id and placed.visit_on >= $1
        join planned_visit_inspectors who on who.planned_visit_id = coming.id
        join inspector_leave leave on leave.inspector_code = who.inspector_code
          and placed.visit_on between leave.leave_from and leave.leave_to)) as "ABSENCE",
    (select is_new from delivered) and (
      exists (select from coming join planned_visit_parts part on part.planned_visit_id = coming.id
        where not exists (select from alive where alive.facility_id = part.facility_id and alive.authority = part.authority))
      or exists (select from alive where not exists (select from planned_visit_parts part
          where part.plan_id = published.id and part.facility_id = alive.facility_id and part.authority = alive.authority)
        and not exists (select from unplanned_inspections missing
          where missing.plan_id = published.id and missing.facility_id = alive.facility_id and missing.authority = alive.authority))
    ) as "PLACES_CHANGED"
  from published`;

const ABSENCE = `id, authority, responsible_unit as unit, inspector_code as inspector, absent_from::text as "from", absent_to::text as "to"`;

@Injectable()
export class TypeormPlanWatchRepository extends PlanWatchRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async changesSincePlanned(
    today: Day,
  ): Promise<{ planId: string; causes: readonly PlanningCause[] } | undefined> {
    const [found] = await this.transactions.query<{ planId: string } & Record<PlanningCause, boolean>>(
      CHANGES,
      [today],
    );
    if (!found) return undefined;
    return { planId: found.planId, causes: PLANNING_CAUSES.filter((cause) => found[cause]) };
  }

  async absences(on: Day): Promise<InspectorAbsence[]> {
    return this.transactions.query<InspectorAbsence>(
      `select ${ABSENCE} from inspector_absences where withdrawn_at is null and absent_to >= $1
       order by absent_from, inspector_code, id`,
      [on],
    );
  }

  async addAbsence({ inspector, from, to }: NewAbsence, by: string): Promise<InspectorAbsence | undefined> {
    const [added] = await this.transactions.query<InspectorAbsence>(
      `insert into inspector_absences (inspector_code, authority, responsible_unit, absent_from, absent_to, registered_by)
       select distinct inspector_code, authority, responsible_unit, $2::date, $3::date, $4 from inspectors
       where inspector_code = $1 and responsible_unit = identity_unit() returning ${ABSENCE}`,
      [inspector, from, to, by],
    );
    return added;
  }

  async withdrawAbsence(id: string, by: string): Promise<boolean> {
    const withdrawn = await this.transactions.query<object>(
      `with withdrawn as (update inspector_absences set withdrawn_by = $2, withdrawn_at = clock_timestamp()
         where id = $1 and withdrawn_at is null and responsible_unit = identity_unit() returning id) select id from withdrawn`,
      [id, by],
    );
    return withdrawn.length > 0;
  }
}

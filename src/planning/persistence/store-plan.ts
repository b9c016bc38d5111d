import type { Transactions } from '../../database/transactions.js';
import type { NewPlan } from '../planning.repository.js';

/** Who accepted a visit has accepted it: same week, same day, same company, same form. Whatever differs is asked anew. */
const KEEP_ANSWERS = `
  insert into visit_part_answers (planned_visit_id, plan_id, authority, responsible_unit, answer, answered_by, answered_at)
  select visit.id, $1, part.authority, part.responsible_unit, 'ACCEPTED', given.answered_by, given.answered_at
  from planned_visits visit
  join planned_visits before on before.plan_id = $2 and before.visit_id = visit.visit_id and before.until_revision is null
    and before.week_start = visit.week_start and before.mode = visit.mode
  join planned_visit_parts part on part.planned_visit_id = visit.id
  join lateral (select answer, answered_by, answered_at from visit_part_answers latest
    where latest.planned_visit_id = before.id and latest.authority = part.authority order by latest.id desc limit 1) given
    on given.answer = 'ACCEPTED'
  where visit.plan_id = $1
    and (select visit_on from planned_visit_days where planned_visit_id = visit.id)
      is not distinct from (select visit_on from planned_visit_days where planned_visit_id = before.id)
    and (select array_agg(authority || form order by authority) from planned_visit_parts where planned_visit_id = visit.id)
      = (select array_agg(authority || form order by authority) from planned_visit_parts where planned_visit_id = before.id)`;

/** Stores a plan with its visits in a few statements, whatever its size, and answers its id. */
export async function storePlan(transactions: Transactions, plan: NewPlan): Promise<string> {
  const [stored] = await transactions.query<{ id: string }>(
    `insert into plans (kind, state, planning_run_id, risk_run_id, horizon_from, horizon_weeks, seed_hash, measures, value, upper_bound, based_on)
     values ($1, 'DRAFT', $2, $3, $4, $5, encode(sha256(convert_to($6, 'UTF8')), 'hex'), $7, $8, $9, $10) returning id`,
    [
      plan.kind,
      plan.planningRunId,
      plan.riskRunId,
      plan.horizonFrom,
      plan.horizonWeeks,
      plan.seed,
      JSON.stringify(plan.measures),
      plan.value,
      plan.upperBound,
      plan.basedOn,
    ],
  );
  await transactions.query('insert into plan_seeds (plan_id, seed) values ($1, $2)', [stored!.id, plan.seed]);
  await transactions.query(
    `insert into visit_timing (plan_id, facility_id, authority, responsible_unit, draws, periods)
     select $1, "facilityId", authority, "responsibleUnit", draws, periods
     from jsonb_to_recordset($2::jsonb)
       as timing ("facilityId" uuid, authority text, "responsibleUnit" text, draws integer, periods jsonb)`,
    [stored!.id, JSON.stringify(plan.timing)],
  );
  const visits = JSON.stringify(plan.visits);
  await transactions.query(
    `insert into planned_visits (id, first_id, plan_id, facility_id, week_start, mode, visit_days)
     select id, "firstId", $1, "facilityId", "weekStart", mode, 1
     from jsonb_to_recordset($2::jsonb) as visit (id uuid, "firstId" uuid, "facilityId" uuid, "weekStart" date, mode text)`,
    [stored!.id, visits],
  );
  await transactions.query(
    `insert into planned_visit_parts (planned_visit_id, plan_id, facility_id, authority, responsible_unit, office, hours, latest_on, reasons, form)
     select visit.id, $1, visit."facilityId", part.authority, part."responsibleUnit", part.office, part.hours,
       part."latestOn", part.reasons, coalesce(rule.form, 'UNANNOUNCED')
     from jsonb_to_recordset($2::jsonb) as visit (id uuid, "facilityId" uuid, "weekStart" date, parts jsonb)
     cross join lateral jsonb_to_recordset(visit.parts)
       as part (authority text, "responsibleUnit" text, office text, hours double precision, "latestOn" date, reasons jsonb)
     left join visit_form_rules rule on rule.authority = part.authority
       and visit."weekStart" between rule.valid_from and coalesce(rule.valid_to, visit."weekStart")`,
    [stored!.id, visits],
  );
  await transactions.query(
    `insert into planned_visit_days (planned_visit_id, plan_id, facility_id, visit_on, half)
     select visit.id, $1, visit."facilityId", day."visitOn", day.half
     from jsonb_to_recordset($2::jsonb) as visit (id uuid, "facilityId" uuid, day jsonb)
     cross join lateral jsonb_to_record(visit.day) as day ("visitOn" date, half text)
     where jsonb_typeof(visit.day) = 'object'`,
    [stored!.id, visits],
  );
  await transactions.query(
    `insert into planned_visit_inspectors (planned_visit_id, plan_id, facility_id, authority, inspector_code, is_whole_day)
     select visit.id, $1, visit."facilityId", who.authority, who.code, who."isWholeDay"
     from jsonb_to_recordset($2::jsonb) as visit (id uuid, "facilityId" uuid, day jsonb)
     cross join lateral jsonb_to_recordset(visit.day -> 'inspectors') as who (authority text, code text, "isWholeDay" boolean)
     where jsonb_typeof(visit.day) = 'object'`,
    [stored!.id, visits],
  );
  if (plan.basedOn !== null) await transactions.query(KEEP_ANSWERS, [stored!.id, plan.basedOn]);
  await transactions.query(
    `insert into unplanned_inspections (plan_id, facility_id, authority, reason, details)
     select $1, "facilityId", authority, reason, details
     from jsonb_to_recordset($2::jsonb) as missing ("facilityId" uuid, authority text, reason text, details jsonb)`,
    [stored!.id, JSON.stringify(plan.unplanned)],
  );
  return stored!.id;
}

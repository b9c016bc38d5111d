import type { VisitFilter } from '../life-cycle/kept-plan.js';

/** The published plan, or else the newest draft by risk. */
export const CURRENT_PLAN = `(select id from plans where kind = 'RISK_BASED' and state <> 'HISTORIC'
  order by (state = 'PUBLISHED') desc, created_at desc limit 1)`;

/** The latest answer to a part as `given`; none where it is still proposed. */
export const LATEST_ANSWER = `left join lateral (
    select answer, reason, proposed_week from visit_part_answers answer
    where answer.planned_visit_id = part.planned_visit_id and answer.authority = part.authority
    order by answer.id desc limit 1
  ) given on true`;

const AUTHORITY_ORDER = `array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], part.authority)`;

// Only those who may see the selection learn that chance made it.
const IS_DRAWN = `(select true from visit_selections selection
    where selection.facility_id = visit.facility_id and selection.authority = part.authority and selection.channel = 'RANDOM'
      and visit.week_start between selection.period_from - 6 and selection.period_to limit 1)`;

/** The current version of visits with their parts; `condition` is about `visit`. */
export function keptVisits(condition: string, orderAndPage: string): string {
  return `with chosen as (
      select visit.* from planned_visits visit where visit.until_revision is null and ${condition} ${orderAndPage}
    )
    select visit.visit_id as id, visit.id as "versionId", visit.plan_id as "planId", plan.state as "planState",
      plan.revision as "planRevision", visit.since_revision as "sinceRevision", visit.facility_id as "facilityId",
      coalesce(profile.name, '') as "facilityName", municipality.name as municipality,
      visit.week_start::text as "weekStart", visit.mode,
      (select jsonb_agg(jsonb_build_object('authority', part.authority, 'responsibleUnit', part.responsible_unit,
          'office', part.office, 'hours', part.hours, 'latestOn', part.latest_on, 'reasons', part.reasons, 'isDrawn', ${IS_DRAWN},
          'form', part.form, 'inspectors', (select coalesce(jsonb_agg(who.inspector_code order by who.inspector_code), '[]')
            from planned_visit_inspectors who where who.planned_visit_id = visit.id and who.authority = part.authority),
          'state', coalesce(given.answer, 'PROPOSED'), 'answerReason', given.reason,
          'proposedWeek', given.proposed_week) order by ${AUTHORITY_ORDER})
        from shown_visit_parts part ${LATEST_ANSWER} where part.planned_visit_id = visit.id) as parts,
      placed.visit_on::text as "visitOn", placed.half,
      (select notice.visit_on::text from visit_notices notice
        where notice.planned_visit_id = visit.id and notice.withdrawn_on is null) as "noticedFor",
      coalesce((select jsonb_agg(responsible_unit) from planning_decisions decision
        where decision.facility_id = visit.facility_id and decision.kind = 'PIN' and decision.withdrawn_at is null
          and decision.week_from = visit.week_start), '[]') as "pinnedUnits"
    from chosen visit join plans plan on plan.id = visit.plan_id
    left join planned_visit_days placed on placed.planned_visit_id = visit.id
    left join facility_profiles profile on profile.facility_id = visit.facility_id
    left join municipalities municipality on municipality.code = profile.municipality_code
    order by visit.week_start, placed.visit_on, profile.name collate "da-x-icu", visit.id`;
}

const STATE_OF_VISIT = `(
  select case when bool_or(coalesce(given.answer, 'PROPOSED') = 'DECLINED') then 'DECLINED'
    when bool_or(given.answer = 'OTHER_TIME_PROPOSED') then 'OTHER_TIME_PROPOSED'
    when bool_or(given.answer is null) then 'PROPOSED' else 'ACCEPTED' end
  from shown_visit_parts part ${LATEST_ANSWER} where part.planned_visit_id = visit.id)`;

/** The filter as a condition on `visit`, with its parameters. */
export function conditionOf(filter: VisitFilter): { condition: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [
    filter.planId ? `visit.plan_id = ${put(filter.planId)}` : `visit.plan_id = ${CURRENT_PLAN}`,
  ];
  if (filter.visitId) conditions.push(`visit.visit_id = ${put(filter.visitId)}`);
  if (filter.facilityId) conditions.push(`visit.facility_id = ${put(filter.facilityId)}`);
  if (filter.weekFrom) conditions.push(`visit.week_start >= ${put(filter.weekFrom)}`);
  if (filter.weekTo) conditions.push(`visit.week_start <= ${put(filter.weekTo)}`);
  if (filter.mode) conditions.push(`visit.mode = ${put(filter.mode)}`);
  const ofPart: string[] = [];
  if (filter.responsibleUnit) ofPart.push(`part.responsible_unit = ${put(filter.responsibleUnit)}`);
  if (filter.office) ofPart.push(`part.office = ${put(filter.office)}`);
  if (ofPart.length > 0) {
    conditions.push(
      `exists (select from shown_visit_parts part where part.planned_visit_id = visit.id and ${ofPart.join(' and ')})`,
    );
  }
  if (filter.jointOnly) {
    conditions.push(
      `(select count(*) from shown_visit_parts part where part.planned_visit_id = visit.id) > 1`,
    );
  }
  if (filter.regionCode) {
    conditions.push(`exists (select from facility_profiles profile
      join municipality_regions region on region.municipality_code = profile.municipality_code
      where profile.facility_id = visit.facility_id and region.region_code = ${put(filter.regionCode)}
        and visit.week_start between region.valid_from and coalesce(region.valid_to, visit.week_start))`);
  }
  if (filter.state) conditions.push(`${STATE_OF_VISIT} = ${put(filter.state)}`);
  return { condition: conditions.join(' and '), parameters };
}

export const WEEKS_OF_PLAN = (condition: string): string => `
  select visit.week_start::text as "weekStart", count(*)::int as visits,
    count(*) filter (where visit.mode <> 'SINGLE')::int as joint,
    count(*) filter (where ${STATE_OF_VISIT} = 'ACCEPTED')::int as agreed
  from planned_visits visit where visit.until_revision is null and ${condition}
  group by visit.week_start order by visit.week_start`;

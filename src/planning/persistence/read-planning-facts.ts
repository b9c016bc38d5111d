import type { Transactions } from '../../database/transactions.js';
import type { InspectorLeave, PlanningInspector } from '../../domain/planning/capacity.js';
import type { PolicyRule } from '../../domain/planning/policy.js';
import type { Day } from '../../domain/shared/day.js';
import {
  NO_COMMITMENTS,
  type CommittedVisit,
  type DecisionInForce,
  type DrawnPlace,
  type GeographicPosition,
  type OwnDeadline,
  type PlaceFact,
  type PlanningFacts,
  type PlanningParameter,
  type UnresolvedEvent,
  type UsualInterval,
} from '../planning-facts.js';

/** Reads what a plan is made from in a fixed number of statements; undefined while nothing has been scored. */
export async function readPlanningFacts(
  transactions: Transactions,
  on: Day,
  until: Day,
  facilityIds: readonly string[] | null,
): Promise<PlanningFacts | undefined> {
  const [run] = await transactions.query<{ id: string }>(
    `select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1`,
  );
  if (!run) return undefined;
  const holidays = await transactions.query<{ day: Day }>(
    'select distinct day::text as day from holidays where day between $1 and $2 order by 1',
    [on, until],
  );
  return {
    riskRunId: run.id,
    places: await transactions.query<PlaceFact>(PLACES, [on, run.id, facilityIds]),
    usualIntervals: await transactions.query<UsualInterval>(USUAL_INTERVALS, [on]),
    inspectors: await transactions.query<PlanningInspector>(INSPECTORS, [on, until]),
    leave: await transactions.query<InspectorLeave>(LEAVE, [on, until]),
    holidays: holidays.map((row) => row.day),
    policy: await transactions.query<PolicyRule>(POLICY),
    parameters: await transactions.query<PlanningParameter>(PARAMETERS, [on]),
    decisions: await transactions.query<DecisionInForce>(DECISIONS, [facilityIds]),
    commitments: NO_COMMITMENTS,
    ownDeadlines: await transactions.query<OwnDeadline>(OWN_DEADLINES, [facilityIds]),
    positions: await transactions.query<GeographicPosition>(POSITIONS, [on, facilityIds]),
    starts: await transactions.query<GeographicPosition>(STARTS, [on, until]),
    drawnPlaces: await transactions.query<DrawnPlace>(DRAWN_PLACES, [on, until, facilityIds]),
    seriousEvents: await transactions.query<UnresolvedEvent>(SERIOUS_EVENTS, [facilityIds]),
  };
}

// A place whose municipality is not known lies in the region that most places of its postal district lie in.
const PLACES = `
  with region_of as (
    select profile.facility_id, region.region_code from facility_profiles profile
    join municipality_regions region on region.municipality_code = profile.municipality_code
      and $1 between region.valid_from and coalesce(region.valid_to, $1)
  ), district as (
    select left(profile.postal_code, 2) as prefix, mode() within group (order by region_code) as region_code
    from facility_profiles profile join region_of using (facility_id) where profile.postal_code is not null group by 1
  ), units as (
    select link.facility_id, record.authority,
      coalesce(max(record.responsible_unit), case when record.authority <> 'SOCIALTILSYNET' then record.authority end) as responsible_unit,
      min((record.facts ->> 'approvedFrom')::date) as duty_from, array_agg(record.source_key) as source_keys
    from facility_links link
    join source_records record on record.source_key = link.source_key and record.ended_on is null
    where link.valid_to is null and ($3::uuid[] is null or link.facility_id = any ($3))
    group by link.facility_id, record.authority
  )
  select units.facility_id as "facilityId", profile.facility_type as "facilityType", units.authority,
    units.responsible_unit as "responsibleUnit",
    case when units.authority = 'SOCIALTILSYNET' then unit.name else area.office end as office,
    requirement.competence, visit.last_on::text as "lastVisitOn", units.duty_from::text as "dutyFrom",
    combined.band, score.probability
  from units
  join facility_profiles profile on profile.facility_id = units.facility_id
  join responsible_units unit on unit.code = units.responsible_unit
  left join region_of on region_of.facility_id = units.facility_id
  left join district on district.prefix = left(profile.postal_code, 2)
  left join office_areas area on area.authority = units.authority
    and area.region_code = coalesce(region_of.region_code, district.region_code)
    and $1 between area.valid_from and coalesce(area.valid_to, $1)
  left join lateral (
    select competence from competence_requirements requirement
    where requirement.authority = units.authority and requirement.valid_from <= $1
      and (requirement.facility_type is null or requirement.facility_type = profile.facility_type)
    order by requirement.facility_type nulls last, requirement.valid_from desc limit 1
  ) requirement on true
  left join lateral (
    select max(occurred_on) as last_on from inspection_visits
    where source_key = any (units.source_keys) and occurred_on < $1
  ) visit on true
  left join risk_scores score on score.run_id = $2 and score.facility_id = units.facility_id and score.authority = units.authority
  left join risk_scores combined on combined.run_id = $2 and combined.facility_id = units.facility_id and combined.authority = 'COMBINED'
  order by units.facility_id, units.authority`;

// Of all places, also where only some are asked for: the same place must be worth the same.
const USUAL_INTERVALS = `
  select authority, percentile_cont(0.5) within group (order by days) / 7 as weeks from (
    select authority, occurred_on - lag(occurred_on) over (partition by source_key order by occurred_on) as days
    from inspection_visits where occurred_on < $1
  ) gap where days > 0 group by authority having count(*) >= 30 order by authority`;

const INSPECTORS = `
  select inspector_code as "inspectorCode", authority, responsible_unit as "responsibleUnit", office, competences,
    hours_per_week::float as "hoursPerWeek", valid_from::text as "validFrom", valid_to::text as "validTo"
  from inspectors where valid_from <= $2 and coalesce(valid_to, $2) >= $1 order by inspector_code`;

const LEAVE = `
  select inspector_code as "inspectorCode", leave_from::text as "from", leave_to::text as "to"
  from inspector_leave where leave_from <= $2 and leave_to >= $1
  union all
  select inspector_code, absent_from::text, absent_to::text from inspector_absences
  where withdrawn_at is null and absent_from <= $2 and absent_to >= $1 order by 1, 2, 3`;

const POLICY = `
  select authority, kind, facility_type as "facilityType", band, days, valid_from::text as "validFrom",
    valid_to::text as "validTo", source, is_confirmed as confirmed
  from policy_rules order by id`;

const PARAMETERS = `
  select distinct on (name, authority) name, authority, value from planning_parameters
  where valid_from <= $1 order by name, authority, valid_from desc`;

const DECISIONS = `
  select kind, facility_id as "facilityId", responsible_unit as "responsibleUnit", week_from::text as "weekFrom",
    week_to::text as "weekTo" from planning_decisions
  where withdrawn_at is null and ($1::uuid[] is null or facility_id = any ($1)) order by id`;

const SERIOUS_EVENTS = `
  select facility_id as "facilityId", (reported_at at time zone 'Europe/Copenhagen')::date::text as "reportedOn",
    case secrecy when 'OWNER_ONLY' then unit end as "ownUnit"
  from serious_events event
  where not exists (select from serious_event_resolutions resolution where resolution.event_id = event.id)
    and ($1::uuid[] is null or facility_id = any ($1)) order by facility_id, reported_at`;

const OWN_DEADLINES = `
  select facility_id as "facilityId", responsible_unit as "responsibleUnit", must_visit_by::text as "mustVisitBy"
  from must_visit_by where $1::uuid[] is null or facility_id = any ($1) order by facility_id, authority`;

const DRAWN_PLACES = `
  select place.facility_id as "facilityId", draw.authority, draw.period_from::text as "periodFrom",
    draw.period_to::text as "periodTo"
  from random_draw_places place join random_draws draw on draw.id = place.draw_id
  where place.is_drawn and draw.period_from <= $2 and draw.period_to >= $1
    and ($3::uuid[] is null or place.facility_id = any ($3))
  order by place.facility_id, draw.authority, draw.period_from`;

// A municipality's middle stands for the places in it. Where the municipality is not known, and for homes, the places of
// the same postal code, then of the same postal district.
const KNOWN = `
  known as (
    select profile.facility_id, profile.postal_code, middle.degrees_north as north, middle.degrees_east as east
    from facility_profiles profile cross join lateral (
      select degrees_north, degrees_east from municipality_centroids centroid
      where centroid.municipality_code = profile.municipality_code and centroid.valid_from <= $1
      order by centroid.valid_from desc limit 1) middle
  ), by_code as (
    select postal_code as prefix, avg(north) as north, avg(east) as east from known where postal_code is not null group by 1
  ), by_district as (
    select left(postal_code, 2) as prefix, avg(north) as north, avg(east) as east from known where postal_code is not null group by 1
  ), by_area as (
    select left(postal_code, 1) as prefix, avg(north) as north, avg(east) as east from known where postal_code is not null group by 1
  )`;

const POSITIONS = `
  with ${KNOWN}
  select profile.facility_id as of, coalesce(known.north, by_code.north, by_district.north, by_area.north) as north,
    coalesce(known.east, by_code.east, by_district.east, by_area.east) as east
  from facility_profiles profile left join known using (facility_id)
  left join by_code on by_code.prefix = profile.postal_code
  left join by_district on by_district.prefix = left(profile.postal_code, 2)
  left join by_area on by_area.prefix = left(profile.postal_code, 1)
  where ($2::uuid[] is null or profile.facility_id = any ($2))
    and coalesce(known.north, by_code.north, by_district.north, by_area.north) is not null order by 1`;

const STARTS = `
  with ${KNOWN}
  select inspector.inspector_code as of, coalesce(by_code.north, by_district.north, by_area.north) as north,
    coalesce(by_code.east, by_district.east, by_area.east) as east
  from inspectors inspector
  left join by_code on by_code.prefix = inspector.home_postal_code
  left join by_district on by_district.prefix = left(inspector.home_postal_code, 2)
  left join by_area on by_area.prefix = left(inspector.home_postal_code, 1)
  where inspector.valid_from <= $2 and coalesce(inspector.valid_to, $2) >= $1
    and coalesce(by_code.north, by_district.north, by_area.north) is not null order by 1`;

/** The visits of a plan as the next one is to keep them. */
export async function readCommitments(transactions: Transactions, planId: string): Promise<CommittedVisit[]> {
  return transactions.query<CommittedVisit>(
    `select visit.visit_id as "visitId", visit.facility_id as "facilityId", visit.week_start::text as "weekStart",
       array_agg(part.responsible_unit order by part.authority) as "responsibleUnits",
       (select jsonb_build_object('visitOn', placed.visit_on, 'half', placed.half, 'inspectors', (
          select coalesce(jsonb_agg(jsonb_build_object('code', who.inspector_code, 'responsibleUnit', theirs.responsible_unit,
            'office', theirs.office, 'isWholeDay', who.is_whole_day) order by who.inspector_code), '[]')
          from planned_visit_inspectors who join planned_visit_parts theirs
            on theirs.planned_visit_id = who.planned_visit_id and theirs.authority = who.authority
          where who.planned_visit_id = visit.id))
        from planned_visit_days placed where placed.planned_visit_id = visit.id) as day
     from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id
     where visit.plan_id = $1 and visit.until_revision is null
     group by visit.id order by visit.week_start, visit.visit_id`,
    [planId],
  );
}

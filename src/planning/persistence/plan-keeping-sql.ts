/** One more version of a visit. */
export const ADD_VERSION = {
  visit: `insert into planned_visits (id, first_id, plan_id, facility_id, week_start, mode, visit_days, since_revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  parts: `insert into planned_visit_parts (planned_visit_id, plan_id, facility_id, authority, responsible_unit, office, hours, latest_on, reasons, form)
    select $1, $2, $3, authority, "responsibleUnit", office, hours, "latestOn", reasons, form
    from jsonb_to_recordset($4::jsonb) as part (authority text, "responsibleUnit" text, office text, hours double precision,
      "latestOn" date, reasons jsonb, form text)`,
};

/** Has a later revision ended or begun a version of a visit that the revision $2 touched? */
export const TOUCHED_LATER = `
  with touched as (
    select visit_id from planned_visits where plan_id = $1 and (since_revision = $2 or until_revision = $2)
  )
  select exists (select from planned_visits later join touched using (visit_id)
    where later.plan_id = $1 and (later.since_revision > $2 or later.until_revision > $2)) as is_touched`;

/** What the revision added ends again ... */
export const REVERSE_ADDED = `
  update planned_visits set until_revision = $3 where plan_id = $1 and since_revision = $2 and until_revision is null`;

/** ... and what it ended begins again, as a new version. */
export const REVERSE_ENDED = {
  visit: `insert into planned_visits (id, first_id, plan_id, facility_id, week_start, mode, visit_days, since_revision)
    select $2, visit_id, plan_id, facility_id, week_start, mode, visit_days, $3 from planned_visits where id = $1`,
  parts: `insert into planned_visit_parts (planned_visit_id, plan_id, facility_id, authority, responsible_unit, office, hours, latest_on, reasons, form)
    select $2, plan_id, facility_id, authority, responsible_unit, office, hours, latest_on, reasons, form
    from planned_visit_parts where planned_visit_id = $1`,
};

export const PLAN_CHANGE = `select plan_id as "planId", revision, kind, visit_id as "visitId", facility_id as "facilityId",
  reason, undoes, responsible_unit as "responsibleUnit", changed_at as "changedAt" from plan_changes`;

export const DECISION = `id, kind, facility_id as "facilityId", authority, responsible_unit as "responsibleUnit",
  week_from::text as "weekFrom", week_to::text as "weekTo", reason, decided_at as "decidedAt"`;

export const NOTICE_RULES = `select authority, kind, facility_type as "facilityType", band, days,
  valid_from::text as "validFrom", valid_to::text as "validTo", source, is_confirmed as confirmed
  from policy_rules where kind in ('NOTICE_AT_LEAST', 'NOTICE_AT_MOST') order by id`;

export const VISITS_AROUND = `
  select visit.visit_id as id, visit.facility_id as "facilityId", visit.week_start::text as "weekStart", visit.mode,
    jsonb_agg(jsonb_build_object('authority', part.authority, 'responsibleUnit', part.responsible_unit,
      'office', part.office, 'hours', part.hours, 'latestOn', part.latest_on, 'reasons', part.reasons, 'form', part.form)
      order by array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], part.authority)) as parts
  from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id
  where visit.plan_id = $1 and visit.until_revision is null and (visit.facility_id = $2 or exists (
    select from planned_visit_parts own
    join jsonb_to_recordset($3::jsonb) as wanted ("responsibleUnit" text, office text)
      on wanted."responsibleUnit" = own.responsible_unit and wanted.office = own.office
    where own.planned_visit_id = visit.id))
  group by visit.id order by visit.id`;

export const COMPARED_VISITS = `
  select visit.plan_id as "planId", visit.visit_id as id, visit.facility_id as "facilityId",
    coalesce(profile.name, '') as "facilityName", visit.week_start::text as "weekStart",
    array_agg(part.authority order by array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], part.authority)) as authorities
  from planned_visits visit join shown_visit_parts part on part.planned_visit_id = visit.id
  left join facility_profiles profile on profile.facility_id = visit.facility_id
  where visit.plan_id in ($1, $2) and visit.until_revision is null
  group by visit.id, profile.name order by visit.week_start, visit.id`;

/** A place was known to a plan where it has a visit or a reason for none. */
export const COMPARED_GROUNDS = `
  with known as (
    select plan_id, facility_id from planned_visits where plan_id in ($1, $2)
    union select plan_id, facility_id from unplanned_inspections where plan_id in ($1, $2)
  ), places as (
    select facility_id, bool_or(plan_id = $1) as was_known, bool_or(plan_id = $2) as is_known from known group by 1
  )
  select places.facility_id as "facilityId", not is_known as "isClosed", not was_known as "isAdded",
    exists (select from planning_decisions decision where decision.facility_id = places.facility_id
      and (decision.decided_at > former.created_at or decision.withdrawn_at > former.created_at)
      and decision.decided_at < next.created_at) as "isDecided",
    coalesce(before.band is distinct from after.band, false) as "isRescored"
  from places join plans former on former.id = $1 join plans next on next.id = $2
  left join risk_scores before on before.run_id = former.risk_run_id and before.facility_id = places.facility_id and before.authority = 'COMBINED'
  left join risk_scores after on after.run_id = next.risk_run_id and after.facility_id = places.facility_id and after.authority = 'COMBINED'`;

/** Places that the register of authority $1 knows on day $2, with what decides whether chance has a say. */
export const FRAME = `
  with units as (
    select link.facility_id, array_agg(record.source_key) as source_keys,
      min((record.facts ->> 'approvedFrom')::date) as duty_from
    from facility_links link
    join source_records record on record.source_key = link.source_key and record.ended_on is null
    where link.valid_to is null and record.authority = $1
    group by link.facility_id
  ), last_visit as (
    select units.facility_id, max(visit.occurred_on) as last_on
    from units join inspection_visits visit on visit.source_key = any (units.source_keys) and visit.occurred_on <= $2
    group by units.facility_id
  )
  select units.facility_id as "facilityId", profile.facility_type as "facilityType", score.band,
    last_visit.last_on::text as "lastVisitOn", units.duty_from::text as "dutyFrom",
    exists (select from serious_events event where event.facility_id = units.facility_id and event.secrecy = 'SHARED'
      and not exists (select from serious_event_resolutions where event_id = event.id)) as "hasSeriousEvent"
  from units
  join facility_profiles profile on profile.facility_id = units.facility_id
  left join last_visit on last_visit.facility_id = units.facility_id
  left join risk_scores score on score.facility_id = units.facility_id and score.authority = 'COMBINED'
    and score.run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1)
  order by units.facility_id`;

export const POLICY = `
  select authority, kind, facility_type as "facilityType", band, days, valid_from::text as "validFrom",
    valid_to::text as "validTo", source, is_confirmed as confirmed
  from policy_rules where authority = $1 order by id`;

const FIRST_VISIT = `
  select distinct on (place.draw_id, place.facility_id) place.draw_id, place.facility_id, visit.is_serious
  from told join random_draw_places place on place.draw_id = told.id and (place.is_drawn or place.arm = 'CERTAIN')
  join facility_links link on link.facility_id = place.facility_id and link.valid_to is null
  join inspection_visits visit on visit.source_key = link.source_key and visit.authority = told.authority
    and visit.occurred_on between told.period_from and told.period_to
  order by place.draw_id, place.facility_id, visit.occurred_on, visit.visit_key`;

/** Every place of the draws of the last four quarters that are over, with the outcome of its first visit in them. */
export const OUTCOMES = `
  with told as (
    select id, authority, period_from, period_to from random_draws
    where drawn_at is not null and period_to < $1::date and period_to >= $1::date - 366
  ), first_visit as (${FIRST_VISIT})
  select place.draw_id as "drawId", place.arm, place.probability, place.is_drawn as "isDrawn",
    first_visit.is_serious as "isSerious"
  from told join random_draw_places place on place.draw_id = told.id
  left join first_visit on first_visit.draw_id = place.draw_id and first_visit.facility_id = place.facility_id
  where place.probability > 0`;

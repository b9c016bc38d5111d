import type { ImportBench } from './import-bench.js';
import { arbejdstilsynet, socialtilsynet, stps, type DropPart } from './drops.js';
import { reactionRow, themeRow, tilbudRow, treatmentVisit, unvisitedLocation } from './register-rows.js';
import { fillTwoPlaces } from './two-places.js';

const SECRET = { p_nummer: '1003388396', cvr_nummer: '40084525' };
/** Words that tell where it is, and keys that lead to it in a public register; they stand at no other place. */
export const TELLS_ADDRESS =
  /hemmelighedsv|skjulteby|5999|1003388396|40084525|1135051000016009|\bAT3\b|\bSP3\b/i;
const HOUSE = { navn: 'Stjernehuset, Hemmelighedsvej', adresse: 'Hemmelighedsvej 77', postnr: '5999' };

/** T3 of Socialtilsyn Syd: a crisis centre whose address the two other registers give away. */
export function crisisCentre(deliveredOn: string): DropPart[] {
  return [
  socialtilsynet(
    deliveredOn,
    {
      tilbud: [
        tilbudRow({ tilbudsid: 'T3', tilbudstype: 'krisecenter', paragraf: 'SEL § 109', navn: 'Stjernehuset', afdelingsnavn: 'Stjernehuset (Skjulteby)', virksomhed: 'Fonden Hemmelighedsvej 77', adresse: '', postnr: '', by: '', ...SECRET }),
        tilbudRow({ tilbudsid: 'T6', godkendt_fra: '30-02-2026' }),
        tilbudRow({ tilbudsid: 'T7', tilbudstype: 'krisecenter', paragraf: 'SEL § 109', adresse: 'Hemmelighedsvej 77', by: 'Skjulteby', godkendt_fra: '30-02-2026' }),
      ],
      tilsyn: [
        themeRow({ tilsyn_id: 'ST3', tilbudsid: 'T3' }),
        themeRow({ tilsyn_id: 'ST8', tilbudsid: 'T2', score: 'x' }),
        themeRow({ tilsyn_id: 'ST9', tilbudsid: 'T2', anledning: 'bekymrinshenvedelse', score: 'x' }),
      ],
    },
    'delta',
  ),
  arbejdstilsynet(deliveredOn, { tilsyn: [reactionRow({ at_id: 'AT3', sagsnummer: '3', by: 'Skjulteby', problemomraade: 'Støj ved Hemmelighedsvej', ...HOUSE, ...SECRET })] }, 'delta'),
  stps(deliveredOn, { tilsyn: [unvisitedLocation({ ...HOUSE, sted_id: 'SP3', sor: '1135051000016009', p_nummer: SECRET.p_nummer, cvr: SECRET.cvr_nummer }), treatmentVisit({ sted_id: 'SP4', sor: null, p_nummer: '1003388395', cvr: '24256790', navn: 'Engen', adresse: 'Havnegade 3', postnr: '8000', kommune: 'Aarhus', tilsyn_id: 'T-4' })] }, 'delta'),
];
} // prettier-ignore

/**
 * Rows for tables that no import fills, as the tables' owner. A new table needs rows here: of an own and of a strange
 * unit, authority or place, wherever some people see only a part of it.
 */
export const FURTHER_ROWS: Readonly<Record<string, string>> = {
  // One open case of each authority, and words of STPS and accidents that not everybody is let read.
  inspection_visits: `update inspection_visits set available_on = current_date + 10
    where visit_key in (select max(visit_key) from inspection_visits where source_key <> 'socialtilsynet:T3/A1' group by authority)`,
  sharing_policies: `update sharing_policies set valid_to = '2020-01-01' where (source, field_class) = ('STPS', 'FREE_TEXT')
    or (source, shared_with) = ('ARBEJDSTILSYNET', 'STPS') and field_class in ('ACCIDENTS', 'FREE_TEXT')
    or (source, shared_with, field_class) = ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'FREE_TEXT')`,
  held_texts: `insert into held_texts (delivery_file_id, source, secrecy, path, line_number, source_key, field, held_text, shown_text)
    select (select min(id) from delivery_files), source, secrecy, 'spec/' || coalesce(source_key, source) || secrecy, 1, source_key, 'record.name', case when source_key is null then 'x' else 'Hemmelighedsvej 010190-1234' end, 'y'
    from (values ('SOCIALTILSYNET', 'SHARED', 'socialtilsynet:T1/A1'), ('SOCIALTILSYNET', 'OWNER_ONLY', 'socialtilsynet:T1/A1'),
      ('SOCIALTILSYNET', 'OWNER_ONLY', 'socialtilsynet:T2/A1'), ('STPS', 'SHARED', null), ('PLANNING', 'SHARED', null)) as held (source, secrecy, source_key)`,
  audit_entries: `insert into audit_entries (sequence, previous_mac, mac, key_id, recorded_at, correlation_id, person, role, authority, unit,
      action, outcome, operation, object_ids, facility_ids, object_count, acting_for, purpose, object_kind)
    select row_number() over (), decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 'spec', now(), gen_random_uuid(), 'spec', 'PLANNER',
      authority, code, 'READ', 'DONE', 'query', '{}', '{}', 0, '13748136', 'PLANNING', 'Municipality' from responsible_units`,
  audit_archives: `insert into audit_archives values (1, 1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 'file', 'hash', now(), 'spec', decode(repeat('00', 32), 'hex'))`,
  facility_data_uses: `insert into facility_data_uses select id, 'STPS', quarter from facilities cross join (values ('2025-01-01'::date), (date_trunc('quarter', now())::date)) as told (quarter)`,
  delivery_rollbacks: `insert into delivery_rollbacks (delivery_id, source, reason, requested_by) select id, source, 'specs', 'spec' from deliveries`,
  withdrawn_row_versions: `insert into withdrawn_row_versions select row_id, delivered_on, sequence, (select id from delivery_rollbacks limit 1) from register_row_versions limit 1`,
  row_mends: `insert into row_mends (quarantined_row_id, source, path, original_text, mended_text, reason, mended_by)
    select id, source, path, raw_text, 'x', 'specs', 'spec' from quarantined_rows where secrecy = 'SHARED'`,
  match_models: `insert into match_models (version, parameters) values ('spec', '{}')`,
  match_candidates: `insert into match_candidates (left_key, right_key, weights, total_weight, probability, state, decided_by, model_version)
    select one.source_key, other.source_key, '[]', 1, 0.5, 'QUEUED', 'MODEL', 'spec' from source_records one join source_records other on one.source_key < other.source_key on conflict do nothing`,
  match_decisions: `insert into match_decisions (kind, left_keys, right_keys, reason, decided_by, authority)
    select 'MERGE', array['socialtilsynet:T1/A1'], array[key], 'spec', 'spec', 'STPS' from (values ('socialtilsynet:T2/A1'), ('arbejdstilsynet:AT3')) as pair (key)`,
  sessions: `insert into sessions (id_hash, person, issuer, claims, expires_at) values (decode(repeat('00', 32), 'hex'), 'spec', 'development', '{}', now() + interval '1 hour')`,
  token_revocations: `insert into token_revocations (person) values ('spec')`,
  visit_part_answers: `insert into visit_part_answers (planned_visit_id, plan_id, authority, responsible_unit, answer, answered_by)
    select planned_visit_id, plan_id, authority, 'STPS', 'ACCEPTED', 'spec' from planned_visit_parts`,
  plan_changes: `insert into plan_changes (plan_id, revision, kind, visit_id, facility_id, reason, changed_by, authority, responsible_unit)
    select plan_id, 1, 'MOVED', visit_id, facility_id, 'ABSENCE', 'spec', 'STPS', 'STPS' from planned_visits limit 1`,
  plan_seeds: `insert into plans (kind, state, planning_run_id, risk_run_id, horizon_from, horizon_weeks, seed_hash, measures)
      select 'FIXED_CADENCE', 'DRAFT', planning_run_id, risk_run_id, '2020-01-06', 52, seed_hash, measures from plans;
    insert into plan_seeds select id, 'spec' from plans`,
  visit_timing: `insert into visit_timing (plan_id, facility_id, authority, responsible_unit, draws, periods)
    select plans.id, facilities.id, authority, code, 8, '[]' from plans, facilities, responsible_units`,
  planned_visit_days: `insert into planned_visit_days (planned_visit_id, plan_id, facility_id, visit_on, half)
    select id, plan_id, facility_id, week_start, 'MORNING' from planned_visits on conflict do nothing`,
  planned_visit_inspectors: `insert into planned_visit_inspectors (planned_visit_id, plan_id, facility_id, authority, inspector_code, is_whole_day)
    select planned_visit_id, plan_id, facility_id, authority, authority || '-1', false from planned_visit_days
    cross join (values ('SOCIALTILSYNET'), ('ARBEJDSTILSYNET'), ('STPS')) as authorities (authority)`,
  planning_decisions: `insert into planning_decisions (kind, facility_id, authority, responsible_unit, week_from, week_to, reason, decided_by)
    select 'VETO', facilities.id, authority, code, '2026-03-02', '2026-03-09', 'ABSENCE', 'spec' from facilities, responsible_units`,
  calendar_subscriptions: `insert into calendar_subscriptions (token_hash, person, authority, responsible_unit) values (decode(repeat('00', 32), 'hex'), 'spec', 'STPS', 'STPS')`,
  inspector_absences: `insert into inspector_absences (inspector_code, authority, responsible_unit, absent_from, absent_to, registered_by)
    select 'X-1', authority, code, current_date + 1, current_date + 5, 'spec' from responsible_units`,
  planning_jobs: `insert into planning_jobs (kind, state, requested_by, seed_commitment) values ('PLAN', 'RUNNING', 'spec', 'x')`,
  visit_notices: `insert into visit_notices (planned_visit_id, facility_id, authorities, mode, visit_on, notified_on, notified_by)
    select id, facility_id, '{STPS}', 'SINGLE', now()::date + 20, now()::date, 'spec' from planned_visits`,
  model_decisions: `insert into model_decisions (version, decision, reason, decided_by) values (1, 'APPROVED', 'the specs need one', 'spec')`,
  owner_scores: `insert into owner_models (run_id, authority, model, adoption) select id, 'SOCIALTILSYNET', '{}', '{}' from risk_runs;
    insert into owner_scores (run_id, facility_id, authority, responsible_unit, points, probability, band, contributions)
      select risk_runs.id, facilities.id, unit.authority, unit.code, 100, 0.1, 'LOW', '[]' from risk_runs, facilities,
        (select distinct on (authority, facility) authority, code, facility from responsible_units, (select id as facility from facilities) as place
         order by authority, facility, md5(code || facility)) as unit where unit.facility = facilities.id;
    insert into must_visit_by select facility_id, authority, responsible_unit, '2027-03-31' from owner_scores`,
  serious_events: asUnits(`insert into serious_events (facility_id, kind, secrecy, derives_from_concern, occurred_on, description)
    select id, 'FATALITY', secrecy, false, '2026-01-01', 'something happened' from facilities cross join (values ('SHARED'), ('OWNER_ONLY')) as class (secrecy);
    insert into serious_event_resolutions (event_id, explanation) select id, 'it was resolved' from serious_events where unit = identity_unit()`),
  band_overrides: asUnits(`update risk_scores set band = 'LOW' where band is null and authority = 'COMBINED';
    insert into band_overrides (facility_id, band, reason_code, explanation, expires_on)
      select facility_id, case band when 'LOW' then 'MEDIUM' when 'VERY_HIGH' then 'HIGH' else 'LOW' end, code, 'somebody knows more', current_date + 30
      from risk_scores cross join override_reasons where authority = 'COMBINED' and code in ('DATA_WRONG', 'OWN_KNOWLEDGE')
        and abs(band_rank(case band when 'LOW' then 'MEDIUM' when 'VERY_HIGH' then 'HIGH' else 'LOW' end) - band_rank(band)) = 1;
    insert into band_override_steps (override_id, step, note) select id, 'WITHDRAWN', 'it was mistaken'
      from band_overrides where unit = identity_unit() and secrecy = 'OWNER_ONLY';
    insert into band_override_steps (override_id, step, note) select id, 'WITHDRAWN', 'it was mistaken'
      from band_overrides where unit = identity_unit() and secrecy = 'SHARED' and unit = 'STPS'`),
  data_contests: asUnits(`insert into data_contests (facility_id, subject, source_key, field, stated_value, claim)
      select facility_id, 'RECORD_FIELD', source_key, 'name', 'x', 'it is not called that' from facility_links where valid_to is null;
    insert into data_contests (facility_id, subject, source_key, visit_key, finding_key, claim)
      select facility_id, 'FINDING', link.source_key, visit_key, finding_key, 'it was not so'
      from findings join facility_links link on link.source_key = findings.source_key and link.valid_to is null;
    insert into data_contest_steps (contest_id, step, explanation) select id, 'UPHELD', 'it was indeed so' from data_contests contest
      where not exists (select from data_contest_steps step where step.contest_id = contest.id)`),
  findings_sheets: asUnits(`insert into findings_sheets (facility_id, visited_on, has_serious_finding, conclusion)
      select id, current_date - 1, false, 'nothing was found' from facilities;
    insert into score_views (person, facility_id, seen_on, first_seen_at, role, authority, unit)
      select 'spec ' || identity_unit(), facilities.id, current_date - 1, now() - interval '1 day', 'PLANNER', identity_authority(), identity_unit() from facilities;
    insert into score_views (person, facility_id, seen_on, first_seen_at, role, authority, unit)
      select 'spec', facilities.id, current_date + days, now() + days * interval '1 day', 'PLANNER', identity_authority(), identity_unit()
      from facilities, (values (-1), (1)) as away (days) on conflict do nothing`),
  // One of many inspectors has locked findings, at one place.
  locked_by_an_inspector: `select set_config('samtilsyn.person', 'VISITING_INSPECTOR of SOCIALTILSYN_SYD', false),
      set_config('samtilsyn.role', 'VISITING_INSPECTOR', false), set_config('samtilsyn.authority', 'SOCIALTILSYNET', false),
      set_config('samtilsyn.unit', 'SOCIALTILSYN_SYD', false);
    insert into findings_sheets (facility_id, visited_on, has_serious_finding, conclusion)
      select facility_id, current_date - 2, false, 'nothing was found' from (
        (select facility_id from planned_visits order by facility_id limit 1)
        union (select facility_id from unplanned_inspections order by facility_id limit 1)) one;
    select set_config('samtilsyn.role', '', false), set_config('samtilsyn.person', '', false), set_config('samtilsyn.authority', '', false),
      set_config('samtilsyn.unit', '', false)`,
  random_share_changes: asUnits(`insert into random_share_changes (authority, share, reason) values (identity_authority(), 0.05, 'less than usual')`),
  random_draws: `with draw as (
      insert into random_draws (authority, period_from, period_to, seed_hash, drawn_at, share, expected_visits, frame_size, sample_size)
      select authority, first, first + 89, encode(sha256(convert_to(repeat(authority, 9) || first, 'UTF8')), 'hex'), now(), 0.1, 10, 10, 1
      from (values ('SOCIALTILSYNET'), ('ARBEJDSTILSYNET'), ('STPS')) as own (authority)
        cross join (values ('2025-01-01'::date), (current_date)) as period (first) returning *
    ), place as (
      insert into random_draw_places select draw.id, facilities.id, 'CHANCE', 'LOW', 0.1, true from draw, facilities
    ) insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, draw_id, selected_by)
      select facilities.id, authority, 'RANDOM', 0.1, period_from, period_to, draw.id, 'spec' from draw, facilities;
    insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, reason)
      select facilities.id, 'STPS', 'MANUAL', 1, current_date, current_date, 'somebody asked for it' from facilities;
    insert into random_draw_seeds select id, repeat(authority, 9) || period_from from random_draws`,
}; // prettier-ignore

/** The statement once as somebody of each of four units: what the database stamps on a row is who wrote it. */
function asUnits(sql: string): string {
  return [
    ['SOCIALTILSYNET', 'SOCIALTILSYN_SYD'],
    ['SOCIALTILSYNET', 'SOCIALTILSYN_MIDT'],
    ['ARBEJDSTILSYNET', 'ARBEJDSTILSYNET'],
    ['STPS', 'STPS'],
    ['', ''],
  ]
    .map(([authority, unit]) => {
      const settings = `select set_config('samtilsyn.person', 'spec', false), set_config('samtilsyn.role', 'AUTHORITY_MANAGER', false),
        set_config('samtilsyn.authority', '${authority}', false), set_config('samtilsyn.unit', '${unit}', false)`;
      return authority === '' ? settings.replace("'AUTHORITY_MANAGER'", "''") : `${settings}; ${sql}`;
    })
    .join(';\n');
}

/** Rows in every table: two places, a crisis centre, and what no import brings. */
export async function fillEveryTable(bench: ImportBench): Promise<void> {
  await fillTwoPlaces(bench);
  await bench.import(...crisisCentre('2026-03-01'));
  await bench.database.asOwner(async (client) => {
    for (const sql of Object.values(FURTHER_ROWS)) await client.query(sql);
  });
}

import type { ImportBench } from './import-bench.js';
import { arbejdstilsynet, planning, socialtilsynet, stps } from './drops.js';
import {
  accidentRow,
  concernRow,
  inspectorRow,
  leaveRow,
  reactionRow,
  sorRow,
  themeRow,
  tilbudRow,
  treatmentVisit,
} from './register-rows.js';

const ELSEWHERE = {
  adresse: 'Havnegade 3',
  postnr: '8000',
  by: 'Aarhus',
  kommunekode: '0751',
  p_nummer: '1003388395',
};
const MIDT = {
  tilbudsid: 'T2',
  navn: 'Engen',
  afdelingsnavn: 'Engen',
  cvr_nummer: '24256790',
  tilsynsmyndighed: 'Socialtilsyn Midt',
  ...ELSEWHERE,
};

/** Two places with a row in every table of the first import: T1 of Socialtilsyn Syd, known to all three registers, and T2 of Socialtilsyn Midt. */
export async function fillTwoPlaces(bench: ImportBench): Promise<void> {
  await bench.import(
    socialtilsynet('2026-01-01', {
      tilbud: [tilbudRow(), tilbudRow(MIDT), 'broken'],
      tilsyn: [themeRow(), themeRow({ tilsyn_id: 'ST2', tilbudsid: 'T2' })],
      henvendelser: [concernRow(), concernRow({ henvendelse_id: 'H2', tilbudsid: 'T2' }), 'broken'],
    }),
    arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()], ulykker: [accidentRow()] }),
    stps('2026-01-01', { tilsyn: [treatmentVisit()], sor: [sorRow()] }),
    planning('2026-01-01', { inspectors: [inspectorRow()], leave: [leaveRow()] }),
  );
  await bench.import(socialtilsynet('2026-02-01', { tilbud: [tilbudRow()] }, 'delta'));
  await bench.rows(`with run as (
      insert into risk_runs (as_of, state, requested_by, finished_at) values ('2026-01-01', 'FINISHED', 'spec', now()) returning id
    ), model as (
      insert into risk_models (authority, version, trained_through, training_rows, model) values ('STPS', 1, '2026-01-01', 1, '{}')
    ), score as (
      insert into risk_scores (run_id, facility_id, authority, points, has_too_little_data, contributions, missing)
      select run.id, facilities.id, 'COMBINED', 100, false, '[]', '[]' from run, facilities
    ), plan as (
      insert into plans (kind, state, planning_run_id, risk_run_id, horizon_from, horizon_weeks, seed_hash, measures)
      select 'RISK_BASED', 'DRAFT', gen_random_uuid(), run.id, '2026-02-02', 52, encode(sha256('spec'), 'hex'), '{}' from run returning id
    ), visit as (
      insert into planned_visits (plan_id, facility_id, week_start, mode, visit_days)
      select plan.id, facilities.id, '2026-03-02', 'SINGLE', 1 from plan, facilities returning *
    ), part as (
      insert into planned_visit_parts (planned_visit_id, plan_id, facility_id, authority, office, hours, reasons)
      select id, plan_id, facility_id, 'STPS', 'Kontor', 5, '[]' from visit
    )
    insert into unplanned_inspections (plan_id, facility_id, authority, reason, details)
    select plan.id, facilities.id, 'ARBEJDSTILSYNET', 'NOT_DUE', '{}' from plan, facilities`);
} // prettier-ignore

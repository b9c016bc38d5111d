import type { Identity } from '../../src/domain/shared/identity.js';
import { SERVICE_IDENTITY } from '../../src/domain/shared/identity.js';
import { arbejdstilsynet, planning, socialtilsynet, stps } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
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
} from '../factories/register-rows.js';

const staff = (role: Identity['role'], unit: NonNullable<Identity['unit']>): Identity => ({
  role,
  person: 'somebody',
  authority: unit === 'STPS' || unit === 'ARBEJDSTILSYNET' ? unit : 'SOCIALTILSYNET',
  unit,
});

/** Everything that tells of a place, a visit or a delivery. */
const TABLES = [
  'import_runs', 'deliveries', 'delivery_files', 'quarantined_rows', 'register_rows', 'register_row_versions',
  'register_row_sightings', 'source_records', 'source_record_versions', 'facilities', 'facility_links',
  'facility_profiles', 'matching_runs', 'inspection_visits', 'visit_occasions', 'findings', 'work_accidents',
  'concern_reports', 'sor_units', 'inspectors', 'inspector_leave', 'risk_models', 'risk_runs', 'risk_scores', 'plans',
  'planned_visits', 'planned_visit_parts', 'unplanned_inspections',
] as const; // prettier-ignore
type Counts = Partial<Record<(typeof TABLES)[number], number>>;

/** Two places: T1 of Socialtilsyn Syd, known to all three registers, and T2 of Socialtilsyn Midt. */
async function fill(bench: ImportBench): Promise<void> {
  const elsewhere = { adresse: 'Havnegade 3', postnr: '8000', by: 'Aarhus', kommunekode: '0751', p_nummer: '1003388395' };
  const other = tilbudRow({ tilbudsid: 'T2', navn: 'Engen', afdelingsnavn: 'Engen', cvr_nummer: '24256790', tilsynsmyndighed: 'Socialtilsyn Midt', ...elsewhere });
  const parts = [
    socialtilsynet('2026-01-01', {
      tilbud: [tilbudRow(), other, 'broken'],
      tilsyn: [themeRow(), themeRow({ tilsyn_id: 'ST2', tilbudsid: 'T2' })],
      henvendelser: [concernRow(), concernRow({ henvendelse_id: 'H2', tilbudsid: 'T2' }), 'broken'],
    }),
    arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()], ulykker: [accidentRow()] }),
    stps('2026-01-01', { tilsyn: [treatmentVisit()], sor: [sorRow()] }),
    planning('2026-01-01', { inspectors: [inspectorRow()], leave: [leaveRow()] }),
  ];
  await bench.import(...parts);
  await bench.import(socialtilsynet('2026-02-01', { tilbud: [tilbudRow()] }, 'delta'));
  await bench.rows(`with run as (
      insert into risk_runs (as_of, state, requested_by, finished_at) values ('2026-01-01', 'FINISHED', 'spec', now()) returning id
    ), model as (
      insert into risk_models (authority, version, trained_through, training_rows, model) values ('STPS', 1, '2026-01-01', 1, '{}')
    ), score as (
      insert into risk_scores (run_id, facility_id, authority, points, has_too_little_data, contributions, missing)
      select run.id, facilities.id, 'COMBINED', 100, false, '[]', '[]' from run, facilities
    ), plan as (
      insert into plans (kind, state, planning_run_id, risk_run_id, horizon_from, horizon_weeks, seed, measures)
      select 'RISK_BASED', 'DRAFT', gen_random_uuid(), run.id, '2026-02-02', 52, 'spec', '{}' from run returning id
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

describe('the database itself, with no resolver in between', () => {
  let bench: ImportBench;
  let place: Identity;
  let otherPlace: Identity;
  beforeAll(async () => {
    bench = await ImportBench.open();
    await fill(bench);
    const idOf = async (key: string): Promise<string> =>
      (await bench.rows<{ id: string }>(`select facility_id::text as id from facility_links where source_key = $1`, [key]))[0]!.id; // prettier-ignore
    place = { role: 'FACILITY_USER', person: 'worker', facilityId: await idOf('socialtilsynet:T1/A1') };
    otherPlace = { ...place, facilityId: await idOf('socialtilsynet:T2/A1') };
  });
  afterAll(() => bench.close());

  /** How many rows of each table `identity` sees; tables of which it sees none are left out. */
  async function seenBy(identity: Identity): Promise<Counts> {
    const counts: Counts = {};
    for (const table of TABLES) {
      const [row] = await bench.rowsFor<{ count: number }>(
        identity,
        `select count(*)::int as count from ${table}`,
      );
      if (row!.count > 0) counts[table] = row!.count;
    }
    return counts;
  }

  it('shows the service everything, so that nothing below is hidden by being empty', async () => {
    const seen = await seenBy(SERVICE_IDENTITY);

    expect(Object.keys(seen)).toEqual([...TABLES]);
    expect(seen).toMatchObject({
      facilities: 2,
      source_records: 4,
      inspection_visits: 4,
      concern_reports: 2,
      plans: 1,
    });
  });

  it('shows a place its own records, visits and findings, and nothing else', async () => {
    expect(await seenBy(place)).toEqual({
      source_records: 3,
      source_record_versions: 3,
      facilities: 1,
      facility_links: 3,
      facility_profiles: 1,
      inspection_visits: 3,
      findings: 5,
    });
    expect(await bench.rowsFor(place, 'select id::text from facilities')).toEqual([{ id: place.facilityId }]);
  });

  it('shows another place other rows', async () => {
    expect(await seenBy(otherPlace)).toEqual({
      source_records: 1,
      source_record_versions: 1,
      facilities: 1,
      facility_links: 1,
      facility_profiles: 1,
      inspection_visits: 1,
      findings: 1,
    });
  });

  const OF_ALL_STAFF: Counts = {
    source_records: 4,
    source_record_versions: 4,
    facilities: 2,
    facility_links: 4,
    facility_profiles: 2,
    matching_runs: 1,
    inspection_visits: 4,
    findings: 6,
    work_accidents: 1,
    risk_models: 1,
    risk_runs: 1,
    risk_scores: 2,
    plans: 1,
    planned_visits: 2,
    planned_visit_parts: 2,
    unplanned_inspections: 2,
  };

  it.each<[string, Identity, Counts]>([
    ['Socialtilsyn Syd its own concern and occasion', staff('PLANNER', 'SOCIALTILSYN_SYD'), { concern_reports: 1, visit_occasions: 1, inspectors: 1 }],
    ['Socialtilsyn Midt its own concern and occasion', staff('VISITING_INSPECTOR', 'SOCIALTILSYN_MIDT'), { concern_reports: 1, visit_occasions: 1, inspectors: 1 }],
    ['Socialtilsyn Nord no concern and no occasion', staff('PLANNER', 'SOCIALTILSYN_NORD'), { inspectors: 1 }],
    ['Arbejdstilsynet its own occasion', staff('MODEL_OWNER', 'ARBEJDSTILSYNET'), { visit_occasions: 1 }],
    ['STPS its own occasion', staff('PLANNER', 'STPS'), { visit_occasions: 1 }],
    ['a clerk what was delivered by the own authority and the planners', staff('REGISTER_CLERK', 'SOCIALTILSYN_NORD'), { inspectors: 1, import_runs: 2, deliveries: 3, delivery_files: 6, quarantined_rows: 1 }],
    ['a clerk of STPS the same of STPS', staff('REGISTER_CLERK', 'STPS'), { visit_occasions: 1, import_runs: 2, deliveries: 2, delivery_files: 4 }],
  ])('shows %s beside what all staff see', async (_name, identity, own) => {
    expect(await seenBy(identity)).toEqual({ ...OF_ALL_STAFF, ...own });
  }); // prettier-ignore

  it.each<[string, Identity]>([
    ['the ministry', { role: 'MINISTRY_ANALYST', person: 'analyst' }],
    ['the ministry, whatever it claims to be', { role: 'MINISTRY_ANALYST', person: 'analyst', authority: 'SOCIALTILSYNET', unit: 'SOCIALTILSYN_SYD' }],
    ['an auditor', { role: 'AUDITOR', person: 'auditor' }],
    ['a machine', { role: 'INTEGRATION_CLIENT', person: 'machine' }],
    ['staff without an authority', { role: 'PLANNER', person: 'planner' }],
    ['staff without a responsible unit', { role: 'PLANNER', person: 'planner', authority: 'SOCIALTILSYNET' }],
    ['a place that does not exist', { role: 'FACILITY_USER', person: 'worker', facilityId: '00000000-0000-4000-8000-000000000000' }],
    ['a place without an id', { role: 'FACILITY_USER', person: 'worker' }],
  ])('shows nothing of single places to %s', async (_name, identity) => {
    expect(await seenBy(identity)).toEqual({});
  }); // prettier-ignore

  it('shows nothing to a connection that was used by somebody else before', async () => {
    await Promise.all(Array.from({ length: 10 }, () => seenBy(SERVICE_IDENTITY)));

    for (const table of TABLES) {
      expect([table, await bench.database.dataSource.query(`select * from ${table}`)]).toEqual([table, []]);
    }
  });

  const refused = async (identity: Identity, sql: string): Promise<string | undefined> =>
    bench.rowsFor(identity, sql).then(
      () => undefined,
      (error: { code?: string }) => error.code,
    );
  const INSUFFICIENT_PRIVILEGE = '42501';
  /** A column that can be written at all: the database fills in identities itself. */
  const firstColumnOf = (table: string): Promise<string> =>
    bench.database.asOwner(async (client) => {
      const found = await client.query<{ name: string }>(
        `select attname as name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`,
        [table],
      );
      return found.rows[0]!.name;
    });
  const READERS: [string, () => Identity][] = [
    ['a place', () => place],
    ['a planner', () => staff('PLANNER', 'SOCIALTILSYN_SYD')],
    ['a clerk', () => staff('REGISTER_CLERK', 'SOCIALTILSYN_SYD')],
    ['a manager', () => staff('AUTHORITY_MANAGER', 'STPS')],
    ['the owner of a model', () => staff('MODEL_OWNER', 'ARBEJDSTILSYNET')],
    ['the ministry', () => ({ role: 'MINISTRY_ANALYST', person: 'analyst' })],
  ];

  it.each(READERS)('lets %s write nothing', async (_name, identity) => {
    for (const table of TABLES) {
      const column = await firstColumnOf(table);
      const update = `with touched as (update ${table} set ${column} = ${column} returning 1) select 1 from touched`;
      const remove = `with touched as (delete from ${table} returning 1) select 1 from touched`;

      expect([table, await refused(identity(), `insert into ${table} default values`)]).toEqual([
        table,
        INSUFFICIENT_PRIVILEGE,
      ]);
      for (const sql of [update, remove]) {
        const rows = await bench.rowsFor(identity(), sql).catch((error: { code: string }) => error.code);
        expect([sql, rows]).toEqual([sql, rows === INSUFFICIENT_PRIVILEGE ? INSUFFICIENT_PRIVILEGE : []]);
      }
    }
    expect(await seenBy(SERVICE_IDENTITY)).toMatchObject({
      facilities: 2,
      findings: 6,
      plans: 1,
      risk_scores: 2,
    });
  });

  it.each([
    'deliveries', 'quarantined_rows', 'register_rows', 'register_row_versions', 'register_row_sightings', 'risk_models',
    'risk_scores', 'planned_visits', 'planned_visit_parts', 'unplanned_inspections',
  ])('lets not even the service change or remove %s, which are only added', async (table) => {
    expect(await refused(SERVICE_IDENTITY, `delete from ${table}`)).toBe(INSUFFICIENT_PRIVILEGE);
    const column = await firstColumnOf(table);
    expect(await refused(SERVICE_IDENTITY, `update ${table} set ${column} = ${column}`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refused(SERVICE_IDENTITY, `truncate ${table}`)).toBe(INSUFFICIENT_PRIVILEGE);
  }); // prettier-ignore

  it.each([
    ['switch row-level security off', 'alter table facilities disable row level security'],
    ['write a policy', 'create policy everybody on facilities using (true)'],
    ['drop a table', 'drop table concern_reports'],
    ['make a table', 'create table public.planted (id integer)'],
    ['change the law', 'update policy_rules set days = 1'],
    ['become somebody else', 'set role postgres'],
  ])('lets the service not %s', async (_name, sql) => {
    expect(await refused(SERVICE_IDENTITY, sql)).toBeDefined();
  });
});

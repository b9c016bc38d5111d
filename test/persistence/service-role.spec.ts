import type { Identity } from '../../src/domain/shared/identity.js';
import { SERVICE_IDENTITY } from '../../src/domain/shared/identity.js';
import { ImportBench } from '../factories/import-bench.js';
import { fillTwoPlaces } from '../factories/two-places.js';

/** Everything that tells of a place, a visit or a delivery. */
const TABLES = [
  'import_runs', 'deliveries', 'delivery_files', 'quarantined_rows', 'register_rows', 'register_row_versions',
  'register_row_sightings', 'source_records', 'source_record_versions', 'facilities', 'facility_links',
  'facility_profiles', 'matching_runs', 'inspection_visits', 'visit_occasions', 'findings', 'work_accidents',
  'concern_reports', 'sor_units', 'inspectors', 'inspector_leave', 'risk_models', 'risk_runs', 'risk_scores', 'plans',
  'planned_visits', 'planned_visit_parts', 'unplanned_inspections',
] as const; // prettier-ignore
type Counts = Partial<Record<(typeof TABLES)[number], number>>;

describe('the database itself, with no resolver in between', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
    await fillTwoPlaces(bench);
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

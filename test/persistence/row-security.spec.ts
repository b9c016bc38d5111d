import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Tables that everybody who is let in may read, each with the reason why. */
const READABLE_BY_ALL: Readonly<Record<string, string>> = {
  responsible_units: 'public facts',
  regions: 'public facts',
  municipalities: 'public facts',
  municipality_regions: 'public facts',
  availability_assumptions: 'assumptions that the score rests on, published with the model',
  severity_mappings: 'the visible table that findings are mapped by',
  outcome_definitions: 'published with the model',
  risk_bands: 'the bands have a published meaning',
  holidays: 'public facts',
  policy_rules: 'law and published policy',
  planning_parameters: 'assumptions of the plan that name no place',
  office_areas: 'which office covers which region; names no place',
  competence_requirements: 'what inspectors must be qualified for, by kind of place',
};

describe('row-level security', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function undecidedTables(): Promise<string[]> {
    const tables = await database.asOwner((client) =>
      client.query<{ name: string; is_forced: boolean; policies: number }>(
        `select relname as name, relrowsecurity and relforcerowsecurity as is_forced,
           (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
         from pg_class join pg_namespace n on n.oid = relnamespace
         where nspname = 'public' and relkind in ('r', 'p', 'v', 'm') and relname <> 'migrations'`,
      ),
    );
    return tables.rows
      .filter((table) => !(table.name in READABLE_BY_ALL) && !(table.is_forced && table.policies > 0))
      .map((table) => table.name);
  }

  it('is decided for every table', async () => {
    expect(await undecidedTables()).toEqual([]);
  });

  it('is missed when a table comes without a decision', async () => {
    await database.asOwner((client) => client.query('create table planted_table (id integer)'));

    const undecided = await undecidedTables();
    await database.asOwner((client) => client.query('drop table planted_table'));

    expect(undecided).toEqual(['planted_table']);
  });

  it('shows nothing to a connection that does not say who asks', async () => {
    await database.asOwner((client) =>
      client.query(`insert into facilities (id) values ('00000000-0000-4000-8000-000000000001')`),
    );

    const seen = await database.dataSource.query<unknown[]>('select * from facilities');

    expect(seen).toEqual([]);
  });

  it('refuses to hand on a query outside a transaction with an identity', async () => {
    await expect(database.transactions.query('select 1')).rejects.toThrow(
      'outside a transaction with an identity',
    );
  });
});

import { READABLE_BY_ALL, SEEN_TABLES } from '../../src/access/matrix/seen-tables.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('row-level security', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function undecidedTables(): Promise<string[]> {
    const tables = await database.asOwner((client) =>
      client.query<{ name: string; is_forced: boolean; policies: number }>(
        `select relname as name, relkind = 'v' or relrowsecurity and relforcerowsecurity as is_forced,
           case when relkind = 'v' then 1 else (select count(*)::int from pg_policy where polrelid = pg_class.oid) end as policies
         from pg_class join pg_namespace n on n.oid = relnamespace
         where nspname = 'public' and relkind in ('r', 'p', 'v', 'm') and relname <> 'migrations'`,
      ),
    );
    return tables.rows
      .filter(
        ({ name, is_forced, policies }) =>
          !(name in READABLE_BY_ALL) && !(name in SEEN_TABLES && is_forced && policies > 0),
      )
      .map(
        ({ name }) =>
          `${name}: enable and force row level security with policies, and say who sees it in src/access/matrix/seen-tables.ts`,
      );
  }

  it('is decided for every table', async () => {
    expect(await undecidedTables()).toEqual([]);
  });

  it('is missed when a table comes without a decision', async () => {
    await database.asOwner((client) => client.query('create table planted_table (id integer)'));

    const undecided = await undecidedTables();
    await database.asOwner((client) => client.query('drop table planted_table'));

    expect(undecided).toEqual([
      'planted_table: enable and force row level security with policies, and say who sees it in src/access/matrix/seen-tables.ts',
    ]);
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

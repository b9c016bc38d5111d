import { connect } from '../../src/database/open-database.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { connectionTo, randomName, TEST_APPLICATION_ROLE, testServer } from '../support/test-server.js';

describe(connect.name, () => {
  let database: TestDatabase;
  let role: string;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(() => {
    role = randomName('samtilsyn_spec_role');
  });
  afterEach(() => asOwner(`drop owned by ${role}`, `drop role ${role}`));
  afterAll(() => database.close());

  const asOwner = (...statements: readonly string[]): Promise<void> =>
    database.asOwner(async (client) => {
      for (const sql of statements) await client.query(sql);
    });
  const connectAs = async (): Promise<string> => {
    const dataSource = await connect(connectionTo(testServer(), database.name, role));
    const [row] = await dataSource.query<{ name: string }[]>('select current_user as name');
    await dataSource.destroy();
    return row!.name;
  };

  it('has no statement compiled, which takes seconds where policies make it look large', async () => {
    await asOwner(
      `create role ${role} login`,
      `grant ${TEST_APPLICATION_ROLE} to ${role}`,
      `alter role ${role} set jit = on`,
    );
    const dataSource = await connect(connectionTo(testServer(), database.name, role));
    const [setting] = await dataSource.query<{ jit: string }[]>('show jit');
    await dataSource.destroy();

    expect(setting).toEqual({ jit: 'off' });
  });

  it('lets a plain role in', async () => {
    await asOwner(`create role ${role} login`, `grant ${TEST_APPLICATION_ROLE} to ${role}`);

    expect(await connectAs()).toBe(role);
  });

  it.each([
    ['bypasses row-level security', ['create role ROLE login bypassrls']],
    ['bypasses row-level security', ['create role ROLE login superuser']],
    [
      'owns tables',
      ['create role ROLE login', 'create table planted (id integer)', 'alter table planted owner to ROLE'],
    ],
  ])('refuses a role that %s: %j', async (reason, statements) => {
    await asOwner(...statements.map((sql) => sql.replace('ROLE', role)));

    await expect(connectAs()).rejects.toThrow(
      `The service may not connect as "${role}": that role ${reason}. Give DATABASE_URL a plain login role`,
    );
  });

  it('refuses a role that can become the owner of tables', async () => {
    const owner = `${role}_owner`;
    await asOwner(
      `create role ${owner}`,
      'create table planted (id integer)',
      `alter table planted owner to ${owner}`,
      `create role ${role} login noinherit`,
      `grant ${owner} to ${role}`,
    );
    try {
      await expect(connectAs()).rejects.toThrow('owns tables');
    } finally {
      await asOwner(`drop owned by ${owner}`, `drop role ${owner}`);
    }
  });
});

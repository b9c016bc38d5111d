import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../../src/domain/shared/identity.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ASKER: Identity = { role: 'AUDITOR', person: 'test' };
const SLOW = 'select pg_sleep(30)';

describe('a statement that nobody waits for any more', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  async function running(): Promise<number> {
    const found = await database.asOwner((client) =>
      client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where state = 'active' and query = $1 and datname = current_database()`,
        [SLOW],
      ),
    );
    return found.rows[0]!.count;
  }

  async function until(isReached: () => Promise<boolean>): Promise<void> {
    const latest = performance.now() + 5000;
    while (!(await isReached())) {
      if (performance.now() > latest) throw new Error('Waited five seconds in vain.');
      await sleep(20);
    }
  }

  it('is gone from the server, and its asker gets the reason', async () => {
    const controller = new AbortController();
    const asked = database.transactions.run(ASKER, () => database.transactions.query(SLOW), {
      signal: controller.signal,
    });
    const refusal = expect(asked).rejects.toThrow('went away');
    await until(async () => (await running()) === 1);

    controller.abort(new Error('went away'));
    await refusal;

    expect(await running()).toBe(0);
  });

  it('is stopped even when every connection of the service is in use', async () => {
    const controller = new AbortController();
    const all = Array.from({ length: 10 }, () =>
      database.transactions.run(ASKER, () => database.transactions.query(SLOW), {
        signal: controller.signal,
      }),
    );
    const refusals = Promise.all(all.map((asked) => expect(asked).rejects.toThrow('too many')));
    await until(async () => (await running()) === 10);

    controller.abort(new Error('too many'));
    await refusals;

    expect(await running()).toBe(0);
    const [row] = await database.transactions.run(ASKER, () =>
      database.transactions.query('select 1 as one'),
    );
    expect(row).toEqual({ one: 1 });
  });

  it('does not start at all after the signal', async () => {
    const controller = new AbortController();
    const asked = database.transactions.run(
      ASKER,
      async () => {
        controller.abort(new Error('too late'));
        return database.transactions.query(SLOW);
      },
      { signal: controller.signal },
    );

    await expect(asked).rejects.toThrow('too late');
    expect(await running()).toBe(0);
  });

  it('is told apart from a fault when it runs into the longest time for one', async () => {
    const asked = database.transactions.run(ASKER, () => database.transactions.query(SLOW), {
      statementTimeoutMs: 50,
    });

    await expect(asked).rejects.toMatchObject({ code: 'TIMED_OUT' });
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { ask, PLANNER } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

describe('a request whose asker goes away', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  async function waitingStatements(): Promise<number> {
    return service.database.asOwner(async (client) => {
      const found = await client.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%facility_profiles%'`,
      );
      return found.rows[0]!.count;
    });
  }

  async function until(isReached: () => Promise<boolean>): Promise<void> {
    const latest = performance.now() + 5000;
    while (!(await isReached())) {
      if (performance.now() > latest) throw new Error('Waited five seconds in vain.');
      await sleep(20);
    }
  }

  it.each([
    ['a question', '/graphql?query=%7Bfacilities%7BtotalCount%7D%7D'],
    ['a page', '/tilsyn'],
  ])('leaves no statement behind: %s', async (_what, path) => {
    await service.database.asOwner(async (client) => {
      // Whoever reads the places now has to wait for as long as this transaction is open.
      await client.query('begin; lock table facility_profiles in access exclusive mode');
      const controller = new AbortController();
      const asked = fetch(service.url + path, {
        headers: { authorization: `Bearer ${service.ticketFor(PLANNER)}` },
        signal: controller.signal,
      });
      const refusal = expect(asked).rejects.toThrow();
      await until(async () => (await waitingStatements()) === 1);

      controller.abort();
      await refusal;
      await until(async () => (await waitingStatements()) === 0);
      await client.query('rollback');
    });

    expect((await ask(service, PLANNER, '{ facilities { totalCount } }')).body?.data).toEqual({
      facilities: { totalCount: 0 },
    });
  });
});

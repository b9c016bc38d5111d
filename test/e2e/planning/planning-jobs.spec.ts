import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';

const PLANNER = employee('PLANNER', 'STPS');
const JOB = `id kind state phase done total upperBound value gap planId seedCommitment inputHash message heartbeatAt`;
/** More passes than anybody waits for. */
const ENDLESS = 'budgets: { samplePasses: 0, pricePasses: 100000, searchPasses: 100000, rebuilds: 100000 }';

interface Job {
  id: string;
  state: string;
  phase: string | null;
  done: number | null;
  upperBound: number | null;
  value: number | null;
  planId: string | null;
  inputHash: string | null;
  seedCommitment: string;
  message: string | null;
  heartbeatAt: string;
}

describe('planning in the background', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const start = async (input: string): Promise<Job> =>
    (
      await told<{ startPlanning: Job }>(
        service,
        PLANNER,
        `mutation { startPlanning(input: { ${input} }) { ${JOB} } }`,
      )
    ).startPlanning;
  const look = async (id: string): Promise<Job> =>
    (await told<{ planningJob: Job }>(service, PLANNER, `{ planningJob(id: "${id}") { ${JOB} } }`))
      .planningJob;
  async function until(id: string, isSo: (job: Job) => boolean): Promise<Job> {
    for (let tries = 0; tries < 400; tries += 1) {
      const job = await look(id);
      if (isSo(job)) return job;
      await pause(50);
    }
    throw new Error(`The planning never came so far: ${JSON.stringify(await look(id))}`);
  }

  it('ends with a draft, and the same seed and input give the same plan again', async () => {
    const weeks = async (planId: string): Promise<unknown> =>
      (
        await told<{ plannedVisits: { weeks: unknown } }>(
          service,
          PLANNER,
          `{ plannedVisits(filter: { planId: "${planId}" }) { weeks { weekStart visits joint } } }`,
        )
      ).plannedVisits.weeks;
    const ends: Job[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { id } = await start('seed: "spec"');
      ends.push(await until(id, ({ state }) => state !== 'RUNNING'));
    }

    expect(ends.map(({ state }) => state)).toEqual(['FINISHED', 'FINISHED']);
    expect(ends[0]!.inputHash).toBe(ends[1]!.inputHash);
    expect(ends[0]!.seedCommitment).toMatch(/^[0-9a-f]{64}$/);
    expect(await weeks(ends[0]!.planId!)).toEqual(await weeks(ends[1]!.planId!));
  });

  it('tells how far it is, leaves the service free, runs alone, and stops within a second', async () => {
    const lag = monitorEventLoopDelay({ resolution: 5 });
    const { id } = await start(ENDLESS);
    const first = await look(id);
    lag.enable();
    const second = await start('').then(
      () => 'started',
      (error: Error) => error.message,
    );
    await pause(1200);
    const later = await look(id);
    lag.disable();

    expect(second).toContain('CONFLICT');
    expect(later.state).toBe('RUNNING');
    expect(Date.parse(later.heartbeatAt) - Date.parse(first.heartbeatAt)).toBeGreaterThan(700);
    expect(lag.percentile(99) / 1e6).toBeLessThan(50);
    const asked = performance.now();
    await told(service, PLANNER, `mutation { cancelPlanning(id: "${id}") { id } }`);
    const stopped = await until(id, ({ state }) => state !== 'RUNNING');
    expect(performance.now() - asked).toBeLessThan(1000);
    expect([stopped.state, stopped.planId]).toEqual(['CANCELLED', null]);
    expect((await ask(service, PLANNER, `mutation { cancelPlanning(id: "${id}") { id } }`)).code).toBe(
      'NOT_FOUND',
    );
  });

  it('is failed when its process has died', async () => {
    const { rows } = await service.database.asOwner((client) =>
      client.query<{ id: string }>(
        `insert into planning_jobs (kind, state, requested_by, seed_commitment, heartbeat_at)
         values ('PLAN', 'RUNNING', 'spec', 'x', now() - interval '1 hour') returning id`,
      ),
    );

    expect(await look(rows[0]!.id)).toMatchObject({
      state: 'FAILED',
      message: 'The process that planned has ended.',
    });
  });

  it('stays near to the plan that it replans, and tells what differs', async () => {
    const { id } = await start('seed: "first"');
    const { planId } = await until(id, ({ state }) => state === 'FINISHED');
    const again = await start(`seed: "second", basedOn: "${planId}"`);
    const replanned = await until(again.id, ({ state }) => state === 'FINISHED');

    const { planDifferences } = await told<{ planDifferences: { kind: string; cause: string }[] }>(
      service,
      PLANNER,
      `{ planDifferences(from: "${planId}", to: "${replanned.planId}") { kind cause facilityName before { weekStart } after { weekStart } } }`,
    );
    const { plannedVisits } = await told<{ plannedVisits: { totalCount: number } }>(
      service,
      PLANNER,
      `{ plannedVisits(filter: { planId: "${planId}" }) { totalCount } }`,
    );

    // Nothing has happened since: hardly anything may move.
    expect(plannedVisits.totalCount).toBeGreaterThan(30);
    expect(planDifferences.length / plannedVisits.totalCount).toBeLessThan(0.05);
  });
});

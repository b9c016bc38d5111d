import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type RunningService } from '../../support/running-service.js';
import { ask } from '../../support/asking.js';
import { employee, refusal, told } from './people.js';

const OWNER = employee('MODEL_OWNER', 'ARBEJDSTILSYNET');
const STATE = 'query ($id: ID!) { riskRun(id: $id) { state message progress { phase done total } } }';
interface State {
  readonly state: string;
  readonly message: string | null;
  readonly progress: { readonly phase: string; readonly done: number; readonly total: number } | null;
}

describe('a scoring', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const start = async (): Promise<string> =>
    (await told<{ rescore: { id: string } }>(service, OWNER, 'mutation { rescore { id } }')).rescore.id;
  const stateOf = async (id: string): Promise<State> =>
    (await told<{ riskRun: State }>(service, OWNER, STATE, { id })).riskRun;

  it('is stopped within a second, and nothing of it is stored', async () => {
    const id = await start();
    await sleep(100);
    const stoppedAt = performance.now();

    const { cancelRescore } = await told<{ cancelRescore: { id: string } }>(
      service,
      OWNER,
      'mutation ($id: ID!) { cancelRescore(id: $id) { id } }',
      { id },
    );
    let state = await stateOf(id);
    while (state.state === 'RUNNING') {
      await sleep(20);
      state = await stateOf(id);
    }

    expect(performance.now() - stoppedAt).toBeLessThan(1_000);
    expect(cancelRescore.id).toBe(id);
    expect(state).toMatchObject({
      state: 'CANCELLED',
      message: 'Somebody stopped the scoring; nothing was stored.',
    });
  });

  it('tells how far it is, and the service answers meanwhile', async () => {
    const id = await start();
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    const phases = new Set<string>();
    let state = await stateOf(id);
    while (state.state === 'RUNNING') {
      if (state.progress) phases.add(state.progress.phase);
      await sleep(20);
      state = await stateOf(id);
    }
    delays.disable();

    expect(state.state).toBe('FINISHED');
    expect(phases.has('training')).toBe(true);
    expect(delays.percentile(95) / 1e6).toBeLessThan(50);
  });

  it('that has ended cannot be stopped', async () => {
    const answer = await ask(
      service,
      OWNER,
      'mutation { cancelRescore(id: "00000000-0000-4000-8000-000000000009") { id } }',
    );

    expect(refusal(answer).slice(1)).toEqual(['NOT_FOUND', 'No scoring with this id is running.']);
  });
});

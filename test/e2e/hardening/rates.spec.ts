import { CLERK, PLANNER, send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

// A burst is what twenty seconds allow.
const BURST = 20;

describe('the rate of requests', () => {
  let service: RunningService;
  beforeEach(async () => {
    service = await startEmptyService({
      SAMTILSYN_RATE_PER_IDENTITY: '1',
      SAMTILSYN_RATE_PER_ADDRESS: '1',
      SAMTILSYN_SIGN_IN_RATE: '1',
      SAMTILSYN_TRUSTED_PROXIES: 'loopback',
    });
  });
  afterEach(() => service.close());

  const as = (identity: typeof PLANNER, from: string): RequestInit => ({
    headers: {
      authorization: `Bearer ${service.ticketFor(identity)}`,
      'x-forwarded-for': from,
      accept: 'text/html',
    },
  });
  const from = (address: string): RequestInit => ({ headers: { 'x-forwarded-for': address } });

  it('of one person is limited wherever they come from, page or API, and says how long to wait', async () => {
    const paths = ['/tilsyn', '/graphql?query=%7BriskBands%7Bband%7D%7D'];
    const { passed, refused, seconds } = await atOnce(2 * BURST, (each) =>
      send(service, paths[each % 2]!, as(PLANNER, `192.0.2.${each}`)),
    );

    expect(passed).toBeGreaterThanOrEqual(BURST);
    expect(passed).toBeLessThanOrEqual(BURST + seconds);
    expect(refused.map(({ status, headers }) => [status, headers.get('retry-after')])).toContainEqual([
      429,
      '1',
    ]);
    expect(refused.map(({ code }) => code)).toContain('TOO_MANY_REQUESTS');
    expect(refused.map(({ text }) => text).join()).toContain('Der kommer for mange forespørgsler fra dig');
  });

  it('of one person does not touch another at the same address', async () => {
    await atOnce(2 * BURST, () => send(service, '/tilsyn', as(PLANNER, '192.0.2.1')));

    expect((await send(service, '/tilsyn', as(CLERK, '192.0.2.1'))).status).toBe(200);
  });

  it('of everybody who is not signed in is limited by address', async () => {
    const { refused } = await atOnce(2 * BURST, () => send(service, '/was', from('192.0.2.1')));

    expect(refused.length).toBeGreaterThan(0);
    expect((await send(service, '/was', from('192.0.2.2'))).status).toBe(200);
    expect((await send(service, '/tilsyn', as(PLANNER, '192.0.2.1'))).status).toBe(200);
  });

  it('of attempts to sign in is limited by address, also for those who are signed in', async () => {
    const attempt = (each: number): RequestInit => ({
      headers: {
        authorization: `Bearer ${service.ticketFor({ ...PLANNER, person: `person ${each}` })}`,
        'x-forwarded-for': '192.0.2.9',
      },
    });
    const { passed, seconds } = await atOnce(2 * BURST, (each) =>
      send(service, '/log-ind/svar', attempt(each)),
    );

    expect(passed).toBeLessThanOrEqual(BURST + seconds);
  });

  it('counts a forged token as nobody', async () => {
    const { refused } = await atOnce(2 * BURST, (each) =>
      send(service, '/was', {
        headers: { authorization: `Bearer forged-${each}`, 'x-forwarded-for': '192.0.2.1' },
      }),
    );

    expect(refused.length).toBeGreaterThan(0);
  });

  it('of files and health checks is not counted', async () => {
    for (const path of ['/health/live', '/assets/samtilsyn.css']) {
      expect((await atOnce(2 * BURST, () => send(service, path, from('192.0.2.1')))).refused).toEqual([]);
    }
  });
});

describe('an address behind a proxy', () => {
  it('is believed only from a proxy that is trusted', async () => {
    const service = await startEmptyService({ SAMTILSYN_RATE_PER_ADDRESS: '1' });
    const { refused } = await atOnce(2 * BURST, (each) =>
      send(service, '/was', { headers: { 'x-forwarded-for': `192.0.2.${each}` } }),
    );
    await service.close();

    expect(refused.length).toBeGreaterThan(0);
  });
});

/** `seconds` is rounded up: as many more as that may have passed while the buckets filled again. */
async function atOnce(
  times: number,
  sendOne: (each: number) => Promise<Answer>,
): Promise<{ passed: number; refused: Answer[]; seconds: number }> {
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: times }, (_, each) => sendOne(each)));
  const refused = answers.filter(({ status }) => status === 429);
  return {
    passed: answers.length - refused.length,
    refused,
    seconds: Math.ceil((performance.now() - startedAt) / 1000),
  };
}

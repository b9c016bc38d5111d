import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { Draws } from './draws.js';
import { drawRequest, type Target } from './requests/draw-request.js';
import { faultOf } from './requests/judge-answer.js';
import { Sender } from './requests/send-requests.js';
import type { Measured, Started } from './service-process.js';

const SEED = 20_261_005;
const REQUESTS = 20_000;
/** Sent before the first measure, so that what is made once (compiled code, caches, pools) is there already. */
const WARM_UP = 2000;
const CONNECTIONS = 16;
const ROOT = path.join(__dirname, '..', '..', '..');

describe('twenty thousand malformed requests', () => {
  let service: ChildProcess;
  let sender: Sender;
  let target: Target;
  let errors = '';

  beforeAll(async () => {
    service = fork(path.join(__dirname, 'service-process.ts'), {
      execArgv: ['--expose-gc', '-r', path.join(ROOT, 'test', 'support', 'run-typescript.js')],
      silent: true,
    });
    service.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [started] = (await Promise.race([once(service, 'message'), once(service, 'exit')])) as [
      Started | number,
    ];
    if (typeof started === 'number') throw new Error(`The service did not start:\n${errors}`);
    sender = new Sender(started.url, CONNECTIONS);
    target = {
      schema: buildSchema(readFileSync(path.join(ROOT, 'docs', 'schema.gql'), 'utf8')),
      routes: started.routes,
      badges: started.badges,
    };
  }, 60_000);

  afterAll(async () => {
    sender?.close();
    if (service?.exitCode !== null) return;
    service.send('stop');
    const impatience = setTimeout(() => service.kill('SIGKILL'), 10_000);
    await once(service, 'exit');
    clearTimeout(impatience);
  });

  async function measure(): Promise<Measured> {
    service.send('measure');
    const [measured] = (await once(service, 'message')) as [Measured];
    return measured;
  }

  /** The first faults, each with what was sent. */
  async function sendMany(
    times: number,
    draws: Draws,
  ): Promise<{ faults: string[]; statuses: Map<number, number> }> {
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    let left = times;
    const sendOnOneConnection = async (): Promise<void> => {
      while (left-- > 0 && faults.length < 20) {
        const request = drawRequest(target, draws);
        const answer = await sender.send(request).catch((error: Error) => {
          throw new Error(`${error.message}: ${described(request)}`);
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const fault = faultOf(request, answer);
        if (fault !== undefined)
          faults.push(`${fault}\n  ${described(request)}\n  ${answer.body.slice(0, 300)}`);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, sendOnOneConnection));
    return { faults, statuses };
  }

  it('get a clear answer each, and leave the service as it was', async () => {
    expect((await sendMany(WARM_UP, new Draws(SEED - 1))).faults).toEqual([]);
    const before = await measure();

    const { faults, statuses } = await sendMany(REQUESTS, new Draws(SEED));
    const after = await measure();

    expect(faults).toEqual([]);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS);
    // They are malformed indeed, and the service still answers what is right among them.
    expect([...statuses.keys()]).toEqual(
      expect.arrayContaining([200, 303, 400, 401, 403, 404, 405, 413, 415]),
    );
    expect(service.exitCode).toBeNull();
    expect(after.heap / before.heap).toBeLessThan(1.1);
    expect(after.leftFiles).toBe(0);
    expect(errors).toBe('');
  }, 300_000);
});

function described(request: object): string {
  return JSON.stringify(request, (_key, value: unknown) => {
    if (Buffer.isBuffer(value)) return value.toString('latin1');
    return typeof value === 'string' && value.length > 1500 ? `${value.slice(0, 1500)}...` : value;
  });
}

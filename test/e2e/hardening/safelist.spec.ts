import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PLANNER, send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

const LISTED = '{ riskBands { band } }';
const UNLISTED = '{ riskBands { band }}';
const HASH = createHash('sha256').update(LISTED).digest('hex');

describe('a list of allowed questions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-safelist-'));
  let service: RunningService;
  beforeAll(async () => {
    const file = path.join(folder, 'questions.json');
    writeFileSync(file, JSON.stringify({ [HASH]: LISTED }));
    service = await startEmptyService({ SAMTILSYN_SAFELIST: file });
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const asked = (question: object): Promise<Answer> =>
    send(service, '/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${service.ticketFor(PLANNER)}`, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
  const byHash = (sha256Hash: unknown): object => ({
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });

  it('answers a listed question, in full or by its hash', async () => {
    expect((await asked({ query: LISTED })).body?.data).toHaveProperty('riskBands');
    expect((await asked(byHash(HASH))).body?.data).toHaveProperty('riskBands');
  });

  it.each<[string, object]>([
    ['another question, be it by a blank', { query: UNLISTED }],
    ['another question under the hash of a listed one', { query: UNLISTED, ...byHash(HASH) }],
    ['a hash that is not listed', byHash('0'.repeat(64))],
    ['something that is no hash', byHash({ toString: 1 })],
    ['no question', { operationName: 'x' }],
    ['a question that is no text', { query: { a: 1 } }],
    ['a name that every object has', byHash('constructor')],
  ])('refuses %s', async (_what, question) => {
    const answer = await asked(question);

    expect([answer.status, answer.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('never learns a question from those who ask', async () => {
    const hash = createHash('sha256').update(UNLISTED).digest('hex');
    await asked({ query: UNLISTED, ...byHash(hash) });

    expect((await asked(byHash(hash))).code).toBe('FORBIDDEN');
  });

  it('leaves the pages, which ask within the service, as they are', async () => {
    const page = await send(service, '/tilsyn', {
      headers: { authorization: `Bearer ${service.ticketFor(PLANNER)}`, accept: 'text/html' },
    });

    expect(page.status).toBe(200);
  });
});

describe('without such a list', () => {
  it('every question within the limits is answered, but none by its hash alone', async () => {
    const service = await startEmptyService();
    const headers = {
      authorization: `Bearer ${service.ticketFor(PLANNER)}`,
      'content-type': 'application/json',
    };

    const unlisted = await send(service, '/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: UNLISTED }),
    });
    const hashOnly = await send(service, '/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } }),
    });
    await service.close();

    expect(unlisted.body?.data).toHaveProperty('riskBands');
    expect(hashOnly.code).toBe('BAD_INPUT');
  });
});

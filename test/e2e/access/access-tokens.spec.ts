import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { AuditRepository } from '../../../src/audit/audit.repository.js';
import { DevelopmentClient } from '../../../src/access/development/development-client.js';
import { CLERK, send, type Answer } from '../../support/asking.js';
import { ExternalIssuer } from '../../support/external-issuer.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { addGrant, takeBackGrants } from './granting.js';

const QUESTION = '/graphql?query=%7BriskBands%7Bband%7D%7D';
const ANNA = { sub: 'anna', group: ['planner'] };
const now = (): number => Math.floor(Date.now() / 1000);

describe('an access token for the API', () => {
  let issuer: ExternalIssuer;
  let service: RunningService;
  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    issuer = await ExternalIssuer.start();
    service = await startEmptyService({ ...issuer.environment });
    await issuer.serve(service.url);
  });
  beforeEach(() => addGrant(service.database, { issuer: issuer.url, claimName: 'group' }));
  afterEach(async () => {
    jest.mocked(Date.now).mockRestore?.();
    await takeBackGrants(service.database);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await service.close();
    await issuer.close();
  });

  const ask = (token: string): Promise<Answer> =>
    send(service, QUESTION, { headers: { authorization: `Bearer ${token}` } });
  const statusOf = async (token: string): Promise<number> => (await ask(token)).status;

  it('of the issuer is believed', async () => {
    expect(await statusOf(await issuer.accessToken(ANNA))).toBe(200);
  });

  it('of a machine is believed as the issuer makes it', async () => {
    issuer.claims.set('machine', { group: ['exchange'] });
    await addGrant(service.database, {
      issuer: issuer.url,
      claimName: 'group',
      claimValue: 'exchange',
      role: 'INTEGRATION_CLIENT',
      purpose: 'DATA_EXCHANGE',
    });

    const answer = await ask(await issuer.machineToken());

    expect([answer.code, answer.body?.errors?.[0]?.message]).toEqual([
      'FORBIDDEN',
      'The role INTEGRATION_CLIENT may not do this.',
    ]);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['for another service', () => issuer.accessToken({ ...ANNA, aud: 'https://other.example' })],
    ['for nobody', () => issuer.accessToken({ ...ANNA, aud: undefined })],
    ['of another issuer', () => issuer.accessToken({ ...ANNA, iss: 'https://evil.example' })],
    ['that ended 61 seconds ago', () => issuer.accessToken({ ...ANNA, exp: now() - 61 })],
    ['that begins in 62 seconds', () => issuer.accessToken({ ...ANNA, nbf: now() + 62 })],
    ['that was issued in the future', () => issuer.accessToken({ ...ANNA, iat: now() + 62 })],
    [
      'of yesterday that never ends',
      () => issuer.accessToken({ ...ANNA, iat: now() - 86_500, exp: now() + 1e6 }),
    ],
    ['without an end', () => issuer.accessToken({ ...ANNA, exp: undefined })],
    ['without a time', () => issuer.accessToken({ ...ANNA, iat: undefined })],
    ['about nobody', () => issuer.accessToken({ ...ANNA, sub: undefined })],
    ['about a person-number', () => issuer.accessToken({ ...ANNA, sub: '0101901234' })],
    ['that is an ID token', () => issuer.accessToken(ANNA, { typ: 'JWT' })],
    ['signed with a key that the issuer has not', () => signedBy(strangersKey, { alg: 'ES256' })],
    [
      'that brings its own key',
      () => signedBy(strangersKey, { alg: 'ES256', jwk: strangersJwk, kid: undefined }),
    ],
    [
      'that says where its key is',
      () => signedBy(strangersKey, { alg: 'ES256', jku: 'https://evil.example' }),
    ],
    ['not signed at all', () => unsigned('none')],
    ['not signed at all, in other letters', () => unsigned('nOnE')],
    ['signed with the public key as if it were a secret', () => signedWithPublicKey()],
    ['changed after signing', async () => changed(await issuer.accessToken(ANNA))],
    ['longer than any', async () => `${await issuer.accessToken(ANNA)}${'x'.repeat(9000)}`],
    ['of the development sign-in', () => developmentToken()],
    ['that is none', () => 'x'],
  ])('is not believed %s', async (_what, token) => {
    expect(await statusOf(await token())).toBe(401);
  });

  it.each([
    ['ended 55 seconds ago', () => issuer.accessToken({ ...ANNA, exp: now() - 55 })],
    ['begins in 55 seconds', () => issuer.accessToken({ ...ANNA, nbf: now() + 55 })],
    ['was issued 55 seconds ahead', () => issuer.accessToken({ ...ANNA, iat: now() + 55 })],
  ])('is believed where it %s, because clocks differ', async (_what, token) => {
    expect(await statusOf(await token())).toBe(200);
  });

  it('without a grant gives no role, and one with several roles none either; both are logged', async () => {
    const nobody = await ask(await issuer.accessToken({ sub: 'bo', group: ['reader'] }));
    await addGrant(service.database, {
      issuer: issuer.url,
      claimName: 'group',
      claimValue: 'visitor',
      role: 'VISITING_INSPECTOR',
      purpose: 'INSPECTION',
    });
    const both = await ask(await issuer.accessToken({ sub: 'anna', group: ['planner', 'visitor'] }));

    expect([nobody.code, both.code]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const entries = await service.app.get(AuditRepository).entriesBetween(0, 1_000_000, 1_000);
    expect(entries.slice(-2)).toMatchObject([
      { action: 'SIGN_IN', outcome: 'REFUSED', person: 'bo', operation: 'access token: NO_GRANT' },
      { action: 'SIGN_IN', outcome: 'REFUSED', person: 'anna', operation: 'access token: SEVERAL_ROLES' },
    ]);
  });

  it('counts for more than a cookie that comes with it', async () => {
    const answer = await send(service, QUESTION, {
      headers: { authorization: 'Bearer x', cookie: await sessionOf() },
    });

    expect(answer.status).toBe(401);
  });

  it('is checked with keys that are fetched once, and again for a key that is new', async () => {
    const fetched = (): number => issuer.asked.get('/jwks') ?? 0;
    await statusOf(await issuer.accessToken(ANNA));
    const before = fetched();
    for (let count = 0; count < 5; count += 1) await statusOf(await issuer.accessToken(ANNA));
    expect(fetched()).toBe(before);

    const old = await issuer.accessToken(ANNA);
    await issuer.rotateKey(service.url);
    afterTheWait();
    expect(await statusOf(await issuer.accessToken(ANNA))).toBe(200);
    expect(fetched()).toBe(before + 1);
    // Withdrawn by the issuer: what it signed is worth nothing any more.
    expect(await statusOf(old)).toBe(401);
  });

  it('of unknown keys by the dozen makes us ask the issuer no more than once', async () => {
    const before = issuer.asked.get('/jwks') ?? 0;
    await Promise.all(
      Array.from({ length: 24 }, async (_, each) =>
        statusOf(await issuer.accessToken(ANNA, { kid: `unknown ${each}` })),
      ),
    );

    expect((issuer.asked.get('/jwks') ?? 0) - before).toBeLessThanOrEqual(1);
  });

  const strangersKey = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const strangersJwk = strangersKey.publicKey.export({ format: 'jwk' });

  async function usualParts(header: object): Promise<string> {
    const [head, body] = (await issuer.accessToken(ANNA)).split('.') as [string, string];
    const usual = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
    return `${Buffer.from(JSON.stringify({ ...usual, ...header })).toString('base64url')}.${body}`;
  }

  async function signedBy({ privateKey }: typeof strangersKey, header: object): Promise<string> {
    const parts = await usualParts(header);
    const signature = sign('sha256', Buffer.from(parts), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${parts}.${signature.toString('base64url')}`;
  }

  async function unsigned(alg: string): Promise<string> {
    return `${await usualParts({ alg })}.`;
  }

  async function signedWithPublicKey(): Promise<string> {
    const keys = await (await fetch(`${issuer.url}/jwks`)).text();
    const parts = await usualParts({ alg: 'HS256' });
    return `${parts}.${createHmac('sha256', keys).update(parts).digest('base64url')}`;
  }

  function changed(token: string): string {
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'bo' })).toString('base64url');
    return [head, other, signature].join('.');
  }

  function developmentToken(): string {
    expect(service.app.get(DevelopmentClient).settingsAt(service.url).url).toContain('/udvikler-issuer');
    return service.ticketFor(CLERK);
  }

  async function sessionOf(): Promise<string> {
    // The grants of the development sign-in are in every database; sessions that rest on them are real ones.
    return service.cookieFor(CLERK);
  }

  // Keys are asked for at most every five seconds.
  function afterTheWait(): void {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 6000);
  }
});

import { createHash } from 'node:crypto';
import type { Candidate } from '../../../src/access/grants/access-grants.js';
import type { Statement } from '../../../src/access/grants/claims.js';
import { SessionStore } from '../../../src/access/session/session-store.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { addGrant, takeBackGrants } from './granting.js';

const ANNA: Statement = { issuer: 'https://issuer.example', subject: 'anna', claims: { roles: ['planner'] } };
const AT_ISSUER = { issuerSession: 'sid-1', idToken: 'signed' };

describe(SessionStore.name, () => {
  let database: TestDatabase;
  let store: SessionStore;
  let planner: Candidate;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = new SessionStore(database.transactions, { idleMinutes: 30, longestMinutes: 480 });
  });
  beforeEach(async () => {
    planner = candidate(await addGrant(database));
  });
  afterEach(() => takeBackGrants(database));
  afterAll(() => database.close());

  function candidate(grantId: string): Candidate {
    return { key: grantId, grantId, identity: { role: 'PLANNER', person: 'anna' }, facilityName: undefined };
  }

  async function rows(): Promise<Record<string, unknown>[]> {
    const result = await database.asOwner((client) =>
      client.query('select * from sessions order by started_at'),
    );
    return result.rows as Record<string, unknown>[];
  }

  const change = (set: string): Promise<unknown> =>
    database.asOwner((client) => client.query(`update sessions set ${set}`));

  it('knows somebody again by the id alone', async () => {
    const id = await store.start(ANNA, AT_ISSUER, planner);

    expect(await store.find(id)).toEqual({
      statement: ANNA,
      identity: { role: 'PLANNER', person: 'anna', authority: 'STPS', unit: 'STPS', purpose: 'PLANNING' },
      idToken: 'signed',
    });
  });

  it('keeps of the id only its SHA-256', async () => {
    const id = await store.start(ANNA, AT_ISSUER, planner);

    const [row] = await rows();
    expect(row?.['id_hash']).toEqual(createHash('sha256').update(id).digest());
    expect(JSON.stringify(row)).not.toContain(id);
  });

  it('gives ids of 256 random bits', async () => {
    const ids = new Set<string>();
    for (let count = 0; count < 20; count += 1) ids.add(await store.start(ANNA, AT_ISSUER, planner));

    expect(ids.size).toBe(20);
    expect([...ids].every((id) => Buffer.from(id, 'base64url').length === 32)).toBe(true);
  });

  it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, 'æ'.repeat(43), '\\x00'])(
    'knows nobody by the id %j',
    async (id) => {
      await store.start(ANNA, AT_ISSUER, planner);

      expect(await store.find(id)).toBeUndefined();
    },
  );

  it('has no identity before one of several roles is chosen', async () => {
    const id = await store.start(ANNA, AT_ISSUER, undefined);

    expect(await store.find(id)).toEqual({ statement: ANNA, identity: undefined, idToken: 'signed' });
  });

  describe('ends a session', () => {
    it.each([
      ['unused for 30 minutes', `last_seen_at = now() - interval '30 minutes'`],
      ['after 8 hours, however busy', `started_at = now() - interval '8 hours', expires_at = now()`],
      ['whose grant has ended', undefined],
    ])('%s', async (_what, set) => {
      const id = await store.start(ANNA, AT_ISSUER, planner);

      if (set) await change(set);
      else await database.asOwner((client) => client.query(`update access_grants set valid_to = valid_from`));

      expect(await store.find(id)).toBeUndefined();
      expect(await store.choose(id, planner)).toBeUndefined();
    });

    it('at sign-out, and forgets what was signed', async () => {
      const id = await store.start(ANNA, AT_ISSUER, planner);
      const other = await store.start(ANNA, AT_ISSUER, planner);

      await store.end(id, 'SIGNED_OUT');

      expect(await store.find(id)).toBeUndefined();
      expect(await store.find(other)).toBeDefined();
      expect((await rows())[0]).toMatchObject({ ended_because: 'SIGNED_OUT', id_token: null, claims: {} });
    });

    it('of one person everywhere when it is revoked, and of nobody else', async () => {
      const first = await store.start(ANNA, AT_ISSUER, planner);
      const second = await store.start(ANNA, AT_ISSUER, planner);
      const bo = await store.start({ ...ANNA, subject: 'bo' }, AT_ISSUER, planner);

      expect(await store.revoke('anna')).toBe(2);

      expect(await store.find(first)).toBeUndefined();
      expect(await store.find(second)).toBeUndefined();
      expect(await store.find(bo)).toBeDefined();
      expect(await store.revoke('anna')).toBe(0);
    });

    it.each([
      ['its session', 'sid-1', undefined, [false, true, false, true]],
      ['all of a person', undefined, 'anna', [false, false, true, true]],
      ['the session of a person', 'sid-1', 'anna', [false, true, true, true]],
      ['nothing named', undefined, undefined, [true, true, true, true]],
    ])('when the issuer ended %s', async (_what, issuerSession, person, live) => {
      const bo = { ...ANNA, subject: 'bo' };
      const ids = [
        await store.start(ANNA, AT_ISSUER, planner),
        await store.start(ANNA, { ...AT_ISSUER, issuerSession: 'sid-2' }, planner),
        await store.start(bo, AT_ISSUER, planner),
        await store.start({ ...ANNA, issuer: 'https://other.example' }, AT_ISSUER, planner),
      ];

      await store.endAtIssuer(ANNA.issuer, issuerSession, person);

      const found = await Promise.all(ids.map((id) => store.find(id)));
      expect(found.map((session) => session !== undefined)).toEqual(live);
    });
  });

  it('is kept alive by being used, noted once a minute', async () => {
    const id = await store.start(ANNA, AT_ISSUER, planner);
    const seen = async (): Promise<number> => ((await rows())[0]!['last_seen_at'] as Date).getTime();
    const first = await seen();

    await store.find(id);
    expect(await seen()).toBe(first);

    await change(`last_seen_at = now() - interval '29 minutes'`);
    await store.find(id);
    expect(Date.now() - (await seen())).toBeLessThan(60_000);
  });

  describe('when a role is chosen', () => {
    it('goes on under a new id and ends under the old one', async () => {
      const inspector = candidate(
        await addGrant(database, {
          claimValue: 'visitor',
          role: 'VISITING_INSPECTOR',
          purpose: 'INSPECTION',
        }),
      );
      const old = await store.start(ANNA, AT_ISSUER, planner);

      const next = await store.choose(old, inspector);

      expect(await store.find(old)).toBeUndefined();
      expect(await store.find(next!)).toMatchObject({
        statement: ANNA,
        identity: { role: 'VISITING_INSPECTOR', purpose: 'INSPECTION' },
        idToken: 'signed',
      });
    });

    it('ends no later than it would have', async () => {
      const old = await store.start(ANNA, AT_ISSUER, undefined);
      await change(`expires_at = now() + interval '5 minutes'`);

      await store.choose(old, planner);

      const [first, second] = await rows();
      expect(second?.['expires_at']).toEqual(first?.['expires_at']);
    });

    it('can be done once by those who do it at the same time', async () => {
      const old = await store.start(ANNA, AT_ISSUER, undefined);

      const begun = await Promise.all([1, 2, 3, 4].map(() => store.choose(old, planner)));

      expect(begun.filter((id) => id !== undefined)).toHaveLength(1);
    });
  });

  it('forgets what was signed once a session ran out, and the session after 90 days', async () => {
    await store.start(ANNA, AT_ISSUER, planner);
    await change(`started_at = now() - interval '9 hours', expires_at = now() - interval '1 minute'`);

    await store.start({ ...ANNA, subject: 'bo' }, AT_ISSUER, planner);
    expect((await rows())[0]).toMatchObject({ person: 'anna', id_token: null, claims: {} });

    await change(
      `started_at = now() - interval '91 days', expires_at = now() - interval '91 days' + interval '1 hour'`,
    );
    await change(`expires_at = now() - interval '90 days' - interval '1 minute'`);
    await store.start(ANNA, AT_ISSUER, planner);
    expect(await rows()).toHaveLength(1);
  });
});

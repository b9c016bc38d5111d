import { AccessGrants } from '../../../src/access/grants/access-grants.js';
import type { Claims } from '../../../src/access/grants/claims.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { addFacility, addGrant, NO_UNIT, takeBackGrants } from './granting.js';

const ISSUER = 'https://issuer.example';

describe(AccessGrants.name, () => {
  let database: TestDatabase;
  let grants: AccessGrants;
  beforeAll(async () => {
    database = await createTestDatabase();
    grants = new AccessGrants(database.transactions);
  });
  afterEach(() => takeBackGrants(database));
  afterAll(() => database.close());

  async function identitiesOf(claims: Claims, issuer = ISSUER): Promise<Identity[]> {
    const candidates = await grants.candidatesFor({ issuer, subject: 'anna', claims });
    return candidates.map(({ identity }) => identity);
  }

  const PLANNER_OF_STPS: Identity = {
    role: 'PLANNER',
    person: 'anna',
    authority: 'STPS',
    unit: 'STPS',
    purpose: 'PLANNING',
  };

  it('makes a planner of whom the issuer calls one', async () => {
    await addGrant(database);

    expect(await identitiesOf({ roles: 'planner' })).toEqual([PLANNER_OF_STPS]);
  });

  it('finds the value in a list, and only there where it stands whole', async () => {
    await addGrant(database);

    expect(await identitiesOf({ roles: ['reader', 'planner'] })).toEqual([PLANNER_OF_STPS]);
    expect(await identitiesOf({ roles: ['planners', 'plan'] })).toEqual([]);
    expect(await identitiesOf({ roles: 'planner reader' })).toEqual([]);
  });

  it.each([
    ['no such claim', {}],
    ['an object with the value as a name', { roles: { planner: true } }],
    ['an object in the list', { roles: [{ planner: true }] }],
    ['null', { roles: null }],
    ['another claim', { groups: 'planner' }],
    ['a number', { roles: 1 }],
  ])('gives no access for %s', async (_what, claims) => {
    await addGrant(database);

    expect(await identitiesOf(claims)).toEqual([]);
  });

  it('gives no access for the word of another issuer', async () => {
    await addGrant(database);

    expect(await identitiesOf({ roles: 'planner' }, 'https://other.example')).toEqual([]);
  });

  it.each([
    ['0 days', '1 day', 1],
    ['1 day', null, 0],
    ['-9 days', '0 days', 0],
    ['-9 days', null, 1],
  ] as const)('counts a grant from %s to %s from today: %d', async (from, to, expected) => {
    const today = `(now() at time zone 'Europe/Copenhagen')::date`;
    const days = await database.asOwner((client) =>
      client.query<{ from: string; to: string | null }>(
        `select (${today} + $1::interval)::date::text as "from", (${today} + $2::interval)::date::text as "to"`,
        [from, to],
      ),
    );
    await addGrant(database, { validFrom: days.rows[0]!.from, validTo: days.rows[0]!.to });

    expect(await identitiesOf({ roles: 'planner' })).toHaveLength(expected);
  });

  it('asks for the CVR number too where the grant names one', async () => {
    await addGrant(database, { cvrClaim: 'cvr', cvrNumber: '13748136' });

    expect(await identitiesOf({ roles: 'planner', cvr: '13748136' })).toHaveLength(1);
    expect(await identitiesOf({ roles: 'planner', cvr: '24256790' })).toEqual([]);
    expect(await identitiesOf({ roles: 'planner' })).toEqual([]);
  });

  it('gives all roles that somebody has', async () => {
    await addGrant(database);
    await addGrant(database, { claimValue: 'visitor', role: 'VISITING_INSPECTOR', purpose: 'INSPECTION' });

    const roles = (await identitiesOf({ roles: ['planner', 'visitor'] })).map(({ role }) => role);

    expect(roles).toEqual(['PLANNER', 'VISITING_INSPECTOR']);
  });

  describe('for the user of an operator', () => {
    const OPERATOR = {
      ...NO_UNIT,
      claimValue: 'operator',
      role: 'OPERATOR_USER',
      purpose: 'OWN_CASES',
      cvrClaim: 'cvr',
    };

    it('takes the CVR number from the claim', async () => {
      await addGrant(database, OPERATOR);

      expect(await identitiesOf({ roles: 'operator', cvr: '13748136' })).toEqual([
        { role: 'OPERATOR_USER', person: 'anna', purpose: 'OWN_CASES', cvrNumber: '13748136' },
      ]);
    });

    it.each([undefined, '', '1374813', ['13748136'], 13748136.5, "13748136' or '1'='1"])(
      'gives no access for the CVR number %j',
      async (cvr) => {
        await addGrant(database, OPERATOR);

        expect(await identitiesOf({ roles: 'operator', cvr })).toEqual([]);
      },
    );
  });

  describe('for the user of a facility', () => {
    const BY_P_NUMBER = {
      ...NO_UNIT,
      claimValue: 'facility',
      role: 'FACILITY_USER',
      purpose: 'OWN_CASES',
      cvrClaim: 'cvr',
      facilityClaim: 'p_number',
      facilityClaimHolds: 'P_NUMBER',
    };
    const facilityIdsOf = async (claims: Claims): Promise<unknown[]> =>
      (await identitiesOf(claims)).map(({ facilityId }) => facilityId);

    it('finds the place of a P-number', async () => {
      await addGrant(database, BY_P_NUMBER);
      const id = await addFacility(database, {
        cvrNumbers: ['13748136'],
        pNumbers: ['1000000001', '1000000002'],
      });
      await addFacility(database, { cvrNumbers: ['13748136'], pNumbers: ['1000000003'] });

      expect(await facilityIdsOf({ roles: 'facility', cvr: '13748136', p_number: '1000000002' })).toEqual([
        id,
      ]);
    });

    it('gives no place of another operator, whatever P-number is claimed', async () => {
      await addGrant(database, BY_P_NUMBER);
      await addFacility(database, { cvrNumbers: ['13748136'], pNumbers: ['1000000001'] });

      expect(await facilityIdsOf({ roles: 'facility', cvr: '24256790', p_number: '1000000001' })).toEqual([]);
      expect(await facilityIdsOf({ roles: 'facility', p_number: '1000000001' })).toEqual([]);
    });

    it('gives no place to whoever ran it before, though a register still names them', async () => {
      await addGrant(database, BY_P_NUMBER);
      const id = await addFacility(database, {
        cvrNumbers: ['13748136', '24256790'],
        operatorCvrNumber: '24256790',
        pNumbers: ['1000000009'],
      });

      expect(await facilityIdsOf({ roles: 'facility', cvr: '13748136', p_number: '1000000009' })).toEqual([]);
      expect(await facilityIdsOf({ roles: 'facility', cvr: '24256790', p_number: '1000000009' })).toEqual([
        id,
      ]);
    });

    it('gives the choice among the places of several P-numbers, by name', async () => {
      await addGrant(database, BY_P_NUMBER);
      const both = { cvrNumbers: ['13748136'] };
      const b = await addFacility(database, { ...both, name: 'Østergård', pNumbers: ['1000000001'] });
      const a = await addFacility(database, { ...both, name: 'Ærtebjerg', pNumbers: ['1000000002'] });

      const candidates = await grants.candidatesFor({
        issuer: ISSUER,
        subject: 'anna',
        claims: { roles: 'facility', cvr: '13748136', p_number: ['1000000001', '1000000002'] },
      });

      expect(candidates.map(({ identity, facilityName }) => [identity.facilityId, facilityName])).toEqual([
        [a, 'Ærtebjerg'],
        [b, 'Østergård'],
      ]);
      expect(new Set(candidates.map(({ key }) => key)).size).toBe(2);
    });

    it('gives no place that has ended', async () => {
      await addGrant(database, BY_P_NUMBER);
      await addFacility(database, {
        cvrNumbers: ['13748136'],
        pNumbers: ['1000000001'],
        endedOn: '2026-01-01',
      });

      expect(await facilityIdsOf({ roles: 'facility', cvr: '13748136', p_number: '1000000001' })).toEqual([]);
    });

    it('finds the place of a facility id, and none for any other text', async () => {
      await addGrant(database, {
        ...BY_P_NUMBER,
        cvrClaim: null,
        facilityClaim: 'facility_id',
        facilityClaimHolds: 'FACILITY_ID',
      });
      const id = await addFacility(database);

      expect(await facilityIdsOf({ roles: 'facility', facility_id: id })).toEqual([id]);
      expect(await facilityIdsOf({ roles: 'facility', facility_id: 'everything' })).toEqual([]);
      expect(await facilityIdsOf({ roles: 'facility', facility_id: { id } })).toEqual([]);
      expect(await facilityIdsOf({ roles: 'facility' })).toEqual([]);
    });
  });

  it('keeps only the claims that a grant looks at', async () => {
    await addGrant(database, { cvrClaim: 'cvr' });

    const kept = await grants.claimsLookedAt({
      issuer: ISSUER,
      subject: 'anna',
      claims: { roles: 'planner', cvr: '13748136', name: 'Anna', cprNumberIdentifier: '0101901234' },
    });

    expect(kept).toEqual({ roles: 'planner', cvr: '13748136' });
  });

  it('cannot be changed by the service but for its end', async () => {
    const id = await addGrant(database);
    const asService = (sql: string): Promise<unknown> =>
      database.transactions.run({ role: 'SERVICE', person: 'samtilsyn' }, () =>
        database.transactions.query(sql, [id]),
      );

    await expect(asService(`update access_grants set role = 'MODEL_OWNER' where id = $1`)).rejects.toThrow(
      'permission denied',
    );
    await expect(asService('delete from access_grants where id = $1')).rejects.toThrow('permission denied');
    await asService(`update access_grants set valid_to = '2020-02-01' where id = $1`);
    expect(await identitiesOf({ roles: 'planner' })).toEqual([]);
  });

  it.each([
    ['an employee of no unit', { ...NO_UNIT }],
    ['a unit of another authority', { unit: 'STPS', authority: 'ARBEJDSTILSYNET' }],
    ['a ministry with a unit', { role: 'MINISTRY_ANALYST' }],
    ['a facility user without the claim that names the place', { ...NO_UNIT, role: 'FACILITY_USER' }],
    ['an operator user without the claim that names the operator', { ...NO_UNIT, role: 'OPERATOR_USER' }],
    ['our own background work', { ...NO_UNIT, role: 'SERVICE' }],
    ['a CVR number without a claim to hold it', { cvrNumber: '13748136' }],
  ])('is refused by the database for %s', async (_what, changes) => {
    await expect(addGrant(database, changes)).rejects.toThrow('violates');
  });
});

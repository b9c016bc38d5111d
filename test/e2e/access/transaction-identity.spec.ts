import type { Identity } from '../../../src/domain/shared/identity.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const OPERATOR: Identity = {
  role: 'OPERATOR_USER',
  person: 'somebody',
  cvrNumber: '13748136',
  purpose: 'OWN_CASES',
};

describe('the identity that a transaction carries', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const seenBy = (identity: Identity): Promise<unknown> =>
    database.transactions.run(identity, () =>
      database.transactions.query(
        'select identity_role() as role, identity_person() as person, identity_cvr() as cvr, identity_purpose() as purpose',
      ),
    );

  it('tells the database the person, the operator and the purpose', async () => {
    expect(await seenBy(OPERATOR)).toEqual([
      { role: 'OPERATOR_USER', person: 'somebody', cvr: '13748136', purpose: 'OWN_CASES' },
    ]);
  });

  it('leaves nothing of them to the next one on the same connection', async () => {
    await seenBy(OPERATOR);

    expect(await seenBy({ role: 'AUDITOR', person: 'another' })).toEqual([
      { role: 'AUDITOR', person: 'another', cvr: null, purpose: null },
    ]);
  });
});

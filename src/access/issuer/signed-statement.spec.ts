import { statementOf } from './signed-statement.js';

const ISSUER = { name: 'https://issuer.example' };

describe(statementOf.name, () => {
  it.each(['anna', '5f8a010190-1234-4d3f-9b1e-0242ac130003', 'https://issuer.example/people/7', '24256790'])(
    'knows somebody by the name %s',
    (sub) => {
      expect(statementOf(ISSUER, { sub, roles: 'x' })).toEqual({
        issuer: 'https://issuer.example',
        subject: sub,
        claims: { sub, roles: 'x' },
      });
    },
  );

  // The numbers are invented.
  it.each([undefined, '', ' ', 7, ['anna'], 'a'.repeat(256), '010190-1234', '0101901234', 'CPR:0101901234'])(
    'knows nobody by the name %j',
    (sub) => {
      expect(statementOf(ISSUER, { sub })).toBeUndefined();
    },
  );
});

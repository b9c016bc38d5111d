import { Transactions } from '../../../src/database/transactions.js';
import { QUESTION_LIMITS } from '../../../src/graphql/limits/limits.js';
import { ask, PLANNER, send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

const NESTED = `query ($first: Int!) {
  facilities(first: $first) { edges { node { visits(first: 100) { findings { sourceTerm } } } } }
}`;
const WORK_LIST = `query ($after: String) {
  facilities(first: 200, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id name facilityType capacityPlaces operatorName responsibleUnit
      address { street postalCode town } municipality { code name }
      cvrNumbers pNumbers sorCodes authorities
      sources { sourceKey authority name deliveredOn confidence }
      score { points band hasTooLittleData }
      plannedVisits { weekStart mode parts { authority } }
    } }
  }
}`;

describe('the limits of a question', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  const asked = (query: string, variables?: Record<string, unknown>): Promise<Answer> =>
    ask(service, PLANNER, query, variables);

  it('multiply lists inside lists, also where a variable gives the length', async () => {
    const refused = await asked(NESTED, { first: 200 });
    const allowed = await asked(NESTED, { first: 20 });

    expect([refused.status, refused.code]).toEqual([422, 'TOO_COSTLY']);
    expect(refused.body?.errors?.[0]?.message).toContain('has 260402 values in its answer');
    expect(allowed.body).toEqual({ data: { facilities: { edges: [] } } });
  });

  it('let whole pages of the work list pass', async () => {
    expect((await asked(WORK_LIST)).body?.data).toMatchObject({ facilities: { totalCount: 0 } });
  });

  it('ask nothing of the database for a question that costs too much', async () => {
    const run = jest.spyOn(service.app.get(Transactions), 'run');

    await asked(NESTED, { first: 200 });
    expect(run.mock.calls.map(([identity]) => identity.role)).not.toContain('PLANNER');
    await asked(NESTED, { first: 20 });
    expect(run.mock.calls.map(([identity]) => identity.role)).toContain('PLANNER');

    run.mockRestore();
  });

  it.each([
    [
      'depth',
      `{ facilities { edges { node { ${'sources { '.repeat(9)} x ${'}'.repeat(9)} } } } }`,
      'levels of fields',
    ],
    ['aliases', `{ ${repeat(31, (each) => `a${each}: riskBands { band }`)} }`, '31 aliases'],
    ['root fields', `{ ${repeat(11, () => 'riskBands { band }')} }`, '11 fields at the top'],
    ['directives', `{ riskBands { ${repeat(21, () => 'band @skip(if: false)')} } }`, '21 directives'],
    ['words and signs', `{ ${'a '.repeat(QUESTION_LIMITS.mostTokens)} }`, 'more than 2000 words'],
    ['a ring of fragments', '{ ...A } fragment A on Query { ...A }', 'endless'],
    [
      'root fields in fragments',
      `{ ${repeat(11, () => '...R')} } fragment R on Query { riskBands { band } }`,
      '11 fields',
    ],
  ])('refuse too much %s', async (_what, query, message) => {
    const answer = await asked(query);

    expect([answer.status, answer.code]).toEqual([422, 'TOO_COSTLY']);
    expect(answer.body?.errors?.[0]?.message).toContain(message);
  });

  it('let exactly as many aliases and root fields pass', async () => {
    const aliases = repeat(3, (field) => `b${field}: riskBands { ${repeat(9, (each) => `x${each}: band`)} }`);

    expect((await asked(`{ ${aliases} }`)).body).toHaveProperty('data');
    expect((await asked(`{ ${repeat(10, () => 'riskBands { band }')} }`)).body).toHaveProperty('data');
  });

  it('are checked again for a question that was allowed with other variables', async () => {
    const codes = [];
    for (const first of [20, 200, 20]) codes.push((await asked(NESTED, { first })).code);

    expect(codes).toEqual([undefined, 'TOO_COSTLY', undefined]);
  });

  it('answer one question a request', async () => {
    const answer = await send(service, '/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${service.ticketFor(PLANNER)}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ riskBands { band } }' }, { query: '{ riskBands { band } }' }]),
    });

    expect([answer.status, answer.code]).toEqual([400, 'MALFORMED']);
  });

  it('let a query be asked by GET, but never a mutation', async () => {
    const byGet = (query: string): Promise<Answer> =>
      send(service, `/graphql?query=${encodeURIComponent(query)}`, {
        headers: { authorization: `Bearer ${service.ticketFor({ ...PLANNER, role: 'MODEL_OWNER' })}` },
      });

    expect((await byGet('{ riskBands { band } }')).status).toBe(200);
    const mutation = await byGet('mutation { rescore { id } }');
    expect([mutation.status, mutation.code, mutation.headers.get('allow')]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'POST',
    ]);
    const [runs] = await service.database.asOwner(async (client) => {
      return (await client.query<{ count: number }>('select count(*)::int from risk_runs')).rows;
    });
    expect(runs?.count).toBe(0);
  });

  it('do not help to guess names', async () => {
    const answer = await asked('{ riskBand { band } }');

    expect(answer.body?.errors?.[0]).toMatchObject({
      message: 'Cannot query field "riskBand" on type "Query".',
      extensions: { code: 'BAD_INPUT' },
    });
  });

  it('show the schema on a development machine only to those who are signed in', async () => {
    const query = '{ __schema { queryType { name } } }';

    expect((await asked(query)).body?.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const stranger = await send(service, `/graphql?query=${encodeURIComponent(query)}`);
    expect([stranger.status, stranger.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

function repeat(times: number, text: (each: number) => string): string {
  return Array.from({ length: times }, (_, each) => text(each)).join(' ');
}

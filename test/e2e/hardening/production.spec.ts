import { ask, PLANNER, send } from '../../support/asking.js';
import { PRODUCTION } from '../../support/production-environment.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

describe('a service in production', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService(PRODUCTION);
  });
  afterAll(() => service.close());

  it.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Facility") { fields { name } } }',
    '{ ...S } fragment S on Query { x: __schema { queryType { name } } }',
  ])('does not show its schema: %s', async (query) => {
    const answer = await ask(service, PLANNER, query);

    expect([answer.status, answer.code]).toEqual([400, 'BAD_INPUT']);
    expect(answer.text).not.toContain('"data"');
  });

  it('still says what kind of object an answer holds', async () => {
    expect((await ask(service, PLANNER, '{ __typename riskBands { __typename } }')).body?.data).toMatchObject(
      {
        __typename: 'Query',
      },
    );
  });

  it('has browsers come by HTTPS only', async () => {
    expect((await send(service, '/health/live')).headers.get('strict-transport-security')).toBe(
      'max-age=63072000; includeSubDomains',
    );
  });

  it('offers nobody a development sign-in', async () => {
    const page = await send(service, '/log-ind');
    expect(page.text).not.toContain('planlaegger-midt');

    const tried = await send(service, '/log-ind', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'bruger=planlaegger-midt',
    });
    expect(tried.headers.get('set-cookie')).toBeNull();
  });

  it('has no page to try questions on', async () => {
    const page = await send(service, '/graphql', { headers: { accept: 'text/html' } });

    expect(page.status).toBe(401);
    expect(page.headers.get('content-type')).toContain('application/json');
  });
});

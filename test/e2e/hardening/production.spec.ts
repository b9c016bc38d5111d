import { ask, PLANNER, send, type Answer } from '../../support/asking.js';
import { ExternalIssuer } from '../../support/external-issuer.js';
import { PRODUCTION } from '../../support/production-environment.js';
import { addGrant } from '../access/granting.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

describe('a service in production', () => {
  let service: RunningService;
  let issuer: ExternalIssuer;
  beforeAll(async () => {
    issuer = await ExternalIssuer.start();
    service = await startEmptyService({ ...PRODUCTION, ...issuer.environment });
    await issuer.serve(PRODUCTION['PUBLIC_URL']!);
    await addGrant(service.database, { issuer: issuer.url });
  });
  afterAll(async () => {
    await service.close();
    await issuer.close();
  });

  async function asPlanner(query: string): Promise<Answer> {
    const token = await issuer.accessToken({ sub: 'anna', roles: 'planner' });
    return send(service, '/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  }

  it.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Facility") { fields { name } } }',
    '{ ...S } fragment S on Query { x: __schema { queryType { name } } }',
  ])('does not show its schema: %s', async (query) => {
    const answer = await asPlanner(query);

    expect(answer.code).toBe('BAD_INPUT');
    expect(answer.text).not.toContain('"data"');
  });

  it('still says what kind of object an answer holds', async () => {
    expect((await asPlanner('{ __typename riskBands { __typename } }')).body?.data).toMatchObject({
      __typename: 'Query',
    });
  });

  it('has browsers come by HTTPS only', async () => {
    expect((await send(service, '/health/live')).headers.get('strict-transport-security')).toBe(
      'max-age=63072000; includeSubDomains',
    );
  });

  it('offers nobody a development sign-in', async () => {
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'bruger=planlaegger-midt&grant_type=client_credentials',
    };
    for (const [path, init] of [
      ['/udvikler-log-ind/x', {}],
      ['/udvikler-log-ind/x', form],
      ['/udvikler-issuer/.well-known/openid-configuration', {}],
      ['/udvikler-issuer/token', form],
    ] as const) {
      const answer = await send(service, path, init);
      expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 404, null]);
    }
    expect((await send(service, '/log-ind')).headers.get('location')).toMatch(`${issuer.url}/auth?`);
  });

  it('believes no token of the development sign-in', async () => {
    const answer = await ask(service, PLANNER, '{ riskBands { band } }');

    expect([answer.status, answer.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('has no page to try questions on', async () => {
    const page = await send(service, '/graphql', { headers: { accept: 'text/html' } });

    expect(page.status).toBe(401);
    expect(page.headers.get('content-type')).toContain('application/json');
  });
});

import { Logger } from '@nestjs/common';
import { CLERK, PLANNER, ask, send, type Answer } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { ERROR_CODES } from '../../../src/domain/shared/expected-error.js';
import type { Identity } from '../../../src/domain/shared/identity.js';

/** What would show how the service is built: files, lines, tables, statements, packages. */
const INSIDE =
  /node_modules|\.(ts|js):\d|\n\s+at |(?:select|insert|update|from)\s+\w+_\w+|facility_profiles|risk_runs|import_runs|TypeORM|QueryFailed|pg_|ECONN|undefined|\[object/i;

describe('an error', () => {
  let service: RunningService;
  let facilityId: string;
  let otherFacilityId: string;
  let facilityUser: Identity;
  beforeAll(async () => {
    service = await startService();
    const answer = await ask(service, PLANNER, '{ facilities(first: 2) { edges { node { id } } } }');
    const data = answer.body!.data as { facilities: { edges: { node: { id: string } }[] } };
    [facilityId, otherFacilityId] = data.facilities.edges.map(({ node }) => node.id) as [string, string];
    facilityUser = { role: 'FACILITY_USER', person: 'user', facilityId };
  });
  afterAll(() => service.close());

  const NOWHERE = '00000000-0000-4000-8000-000000000000';
  const PLACE =
    'query ($id: ID!) { facility(id: $id) { id name sources { sourceKey } visits { visitKey } } }';

  function withoutIds({ status, headers, text }: Answer): unknown {
    const shown = [...headers].filter(([name]) => name !== 'date');
    return {
      status,
      headers: shown,
      text: text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>'),
    };
  }

  it('for a place that is not for the asker is that for a place that does not exist, to the byte', async () => {
    expect((await ask(service, facilityUser, PLACE, { id: facilityId })).body?.data).toMatchObject({
      facility: { id: facilityId },
    });

    const hidden = await ask(service, facilityUser, PLACE, { id: otherFacilityId });
    const missing = await ask(service, facilityUser, PLACE, { id: NOWHERE });

    expect(withoutIds(hidden)).toEqual(withoutIds(missing));
    expect(hidden.text).toBe('{"data":{"facility":null}}');
  });

  it('for the page of a place that is not for the asker is that for a page that does not exist', async () => {
    const headers = { authorization: `Bearer ${service.ticketFor(facilityUser)}`, accept: 'text/html' };
    const hidden = await send(service, `/tilbud/${otherFacilityId}`, { headers });
    const missing = await send(service, `/tilbud/${NOWHERE}`, { headers });

    expect((await send(service, `/tilbud/${facilityId}`, { headers })).status).toBe(200);
    expect(hidden.status).toBe(404);
    expect(withoutIds(hidden)).toEqual(withoutIds(missing));
  });

  it.each([
    ['an import', 'query ($id: ID!) { importRun(id: $id) { id files { file } } }', CLERK],
    ['a scoring', 'query ($id: ID!) { riskRun(id: $id) { id } }', PLANNER],
  ])('for %s whose id is none is that for one that does not exist', async (_what, query, identity) => {
    const missing = await ask(service, identity, query, { id: NOWHERE });
    const wrong = await ask(service, identity, query, { id: 'x; drop table' });

    expect(withoutIds(wrong)).toEqual(withoutIds(missing));
    expect(missing.body?.errors).toBeUndefined();
  });

  it('is the same whether a role may not ask for something that exists or not', async () => {
    const list = '{ importRuns { id } }';

    expect((await ask(service, facilityUser, list)).text).toBe((await ask(service, facilityUser, list)).text);
    expect((await ask(service, facilityUser, list)).code).toBe('FORBIDDEN');
  });

  const BROKEN: readonly [string, () => Promise<Answer>][] = [
    ['a question nobody can parse', () => ask(service, PLANNER, '{ riskBands { ')],
    ['a field that does not exist', () => ask(service, PLANNER, '{ noSuchField }')],
    ['a variable of the wrong type', () => ask(service, PLANNER, PLACE, { id: { a: 1 } })],
    [
      'a day that is none',
      () => ask(service, { ...PLANNER, role: 'MODEL_OWNER' }, DAY, { asOf: '2026-02-30' }),
    ],
    [
      'a cursor of nowhere',
      () => ask(service, PLANNER, '{ facilities(after: "W10") { totalCount edges { cursor } } }'),
    ],
    ['a page too long', () => ask(service, PLANNER, '{ facilities(first: 201) { totalCount } }')],
    ['a role that may not', () => ask(service, facilityUser, '{ importRuns { id } }')],
    ['nobody', () => send(service, '/graphql?query=%7BriskBands%7Bband%7D%7D')],
    ['a body that is no JSON', () => post('{"query":')],
    ['an address that is none', () => send(service, '/tilbud/%E0%A4%A')],
    [
      'a page that is none',
      () => send(service, '/facility_profiles', { headers: { accept: 'application/json' } }),
    ],
    ['a method that is none here', () => send(service, '/graphql', { method: 'DELETE' })],
  ];

  it.each(BROKEN)(
    'has a code of the closed set and shows nothing of the inside: %s',
    async (_what, broken) => {
      const answer = await broken();

      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(INSIDE);
      expect(answer.text.length).toBeGreaterThan(20);
      if (answer.body) expect(ERROR_CODES.filter((code) => code !== 'INTERNAL')).toContain(answer.code);
    },
  );

  it('of our own is a number to ask about, whatever went wrong inside', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await service.database.asOwner((client) =>
      client.query('alter table risk_bands rename to renamed_bands'),
    );

    const question = await ask(service, PLANNER, '{ riskBands { band } }');
    await service.database.asOwner((client) =>
      client.query('alter table renamed_bands rename to risk_bands'),
    );
    const causes = logged.mock.calls.map(([entry]) => entry as { reference: string; cause: Error });
    logged.mockRestore();

    const message = question.body?.errors?.[0]?.message ?? '';
    expect(question.code).toBe('INTERNAL');
    expect(message).toMatch(/^Something went wrong\. Reference: [0-9a-f-]{36}$/);
    expect(question.text).not.toMatch(/risk_bands|relation|does not exist/);
    const cause = causes.find(({ reference }) => message.endsWith(reference));
    expect(cause?.cause.message).toContain('risk_bands');
  });

  const DAY = 'mutation ($asOf: Day) { rescore(input: { asOf: $asOf }) { id } }';

  function post(body: string): Promise<Answer> {
    return send(service, '/graphql', {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${service.ticketFor(PLANNER)}`, 'content-type': 'application/json' },
    });
  }
});

import type { Identity } from '../../../src/domain/shared/identity.js';
import { ask } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';

const AUDITOR: Identity = { role: 'AUDITOR', person: 'auditor', purpose: 'ACCOUNTABILITY' };
const FACILITY = '00000000-0000-4000-8000-00000000f001';
const FIELDS = 'sequence at person unit action outcome operation objectKind objectIds objectCount';

interface Entry {
  sequence: string;
  person: string;
  unit: string | null;
  operation: string;
  objectKind: string | null;
  objectIds: string[];
  objectCount: number;
}

describe('the log as the auditor reads it', () => {
  let service: RunningService;
  const planner = employee('PLANNER', 'STPS');
  const other = employee('PLANNER', 'SOCIALTILSYN_SYD');

  beforeAll(async () => {
    service = await startEmptyService();
    await service.database.asOwner((client) =>
      client.query(`insert into facilities (id) values ('${FACILITY}');
        insert into facility_profiles (facility_id, name, has_secret_address, cvr_numbers, p_numbers, sor_codes, authorities, value_sources, search_text)
        values ('${FACILITY}', 'Engen', false, '{}', '{}', '{}', '{}', '{}', 'engen')`),
    );
    await told(service, planner, `query Place { facility(id: "${FACILITY}") { id } }`);
    await told(service, other, 'query Bands { riskBands { band } }');
    await told(service, planner, 'query Bands { riskBands { band } }');
  });
  afterAll(() => service.close());

  async function entries(asker: Identity, argumentText: string): Promise<Entry[]> {
    const list = argumentText === '' ? 'auditEntries' : `auditEntries(${argumentText})`;
    return (await told<{ auditEntries: Entry[] }>(service, asker, `query Log { ${list} { ${FIELDS} } }`)).auditEntries;
  } // prettier-ignore

  it('is found by person, by object and by period', async () => {
    const byPerson = await entries(AUDITOR, `filter: { person: "${planner.person}" }`);
    expect(byPerson.map(({ person }) => person)).toEqual([planner.person, planner.person]);

    const byObject = await entries(AUDITOR, `filter: { objectKey: "${FACILITY}" }`);
    expect(byObject).toMatchObject([
      { objectKind: 'Facility', objectIds: [FACILITY], person: planner.person },
    ]);

    expect(await entries(AUDITOR, 'filter: { through: "2020-01-01" }')).toEqual([]);
    expect((await entries(AUDITOR, 'filter: { from: "2020-01-01" }')).length).toBeGreaterThan(3);
  });

  it('is read page by page, newest first, without gaps', async () => {
    const all = await entries(AUDITOR, 'first: 200, before: 4');
    const first = await entries(AUDITOR, 'first: 2, before: 4');
    const second = await entries(AUDITOR, `first: 2, before: ${first.at(-1)!.sequence}`);

    expect(all.map(({ sequence }) => sequence)).toEqual(['3', '2', '1']);
    expect([...first, ...second]).toEqual(all);
  });

  it('grows with every reading of it, with the numbers that were read', async () => {
    const read = await entries(AUDITOR, 'first: 1, before: 3');
    const [latest] = await entries(AUDITOR, 'filter: { person: "auditor" }, first: 1');

    expect(latest).toMatchObject({
      objectKind: 'AuditEntry',
      objectIds: [read[0]!.sequence],
      objectCount: 1,
    });
  });

  it('is that of the own unit for a manager, and nothing for anybody else', async () => {
    const seen = await entries(employee('AUTHORITY_MANAGER', 'SOCIALTILSYN_SYD'), '');

    expect(seen.map(({ unit }) => unit)).toEqual(seen.map(() => 'SOCIALTILSYN_SYD'));
    expect(seen.some(({ person }) => person === other.person)).toBe(true);
    expect((await ask(service, planner, '{ auditEntries { sequence } }')).code).toBe('FORBIDDEN');
  });

  it.each([
    ['first: 0', 'first is 0; it must be from 1 to 200.'],
    ['before: "x"', 'before is "x"; give the sequence of an entry.'],
  ])('refuses %s', async (argumentText, message) => {
    const { code, body } = await ask(service, AUDITOR, `{ auditEntries(${argumentText}) { sequence } }`);

    expect([code, body?.errors?.[0]?.message]).toEqual(['BAD_INPUT', message]);
  });
});

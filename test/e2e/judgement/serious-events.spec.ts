import type { Identity } from '../../../src/domain/shared/identity.js';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, MINISTRY, told, worksAt } from '../graphql/people.js';

const REPORT = `mutation ($input: ReportSeriousEventInput!) { reportSeriousEvent(input: $input) { id secrecy reportedBy resolvedAt } }`;
const RESOLVE = `mutation ($id: ID!) { resolveSeriousEvent(input: { id: $id, explanation: "Besøgt samme dag, forholdene er bragt i orden" }) { resolvedBy } }`;
const VIEW = `{ facilities(first: 100) { totalCount pageInfo { endCursor } edges { cursor node { id seriousEvents { id } } } } }`;

const inspector = employee('VISITING_INSPECTOR');
const planner = employee('PLANNER');
const OTHERS = [
  employee('PLANNER', 'STPS'),
  employee('AUTHORITY_MANAGER', 'ARBEJDSTILSYNET'),
  employee('PLANNER', 'SOCIALTILSYN_SYD'),
  employee('VISITING_INSPECTOR', 'STPS'),
];

interface View {
  readonly facilities: { totalCount: number; edges: { node: { id: string } }[] };
}

describe('a serious event', () => {
  let service: RunningService;
  let last: string;
  beforeAll(async () => {
    service = await startService();
    last = idsOf(await seenBy(planner)).at(-1)!;
  });
  afterAll(() => service.close());

  const seenBy = (identity: Identity): Promise<View> => told<View>(service, identity, VIEW);
  const idsOf = ({ facilities }: View): string[] => facilities.edges.map(({ node }) => node.id);
  const report = async (changes = {}): Promise<Record<string, string>> =>
    (
      await told<{ reportSeriousEvent: Record<string, string> }>(service, inspector, REPORT, {
        input: event(changes),
      })
    ).reportSeriousEvent;
  const event = (changes = {}): Record<string, unknown> => ({
    facilityId: last,
    kind: 'FATALITY',
    isForOwnUnitOnly: false,
    derivesFromConcern: false,
    occurredOn: '2026-11-20',
    description: 'En beboer er fundet død i nat.',
    ...changes,
  });

  it('stands on top of the list of all three authorities at once, until a person resolves it', async () => {
    const before = idsOf(await seenBy(planner));

    const { id, reportedBy } = await report();

    expect(reportedBy).toBe(inspector.person);
    for (const identity of [planner, inspector, ...OTHERS]) {
      expect([identity.person, idsOf(await seenBy(identity))[0]]).toEqual([identity.person, last]);
    }
    expect((await ask(service, OTHERS[0]!, RESOLVE, { id })).code).toBe('FORBIDDEN');
    expect(await told(service, planner, RESOLVE, { id })).toEqual({
      resolveSeriousEvent: { resolvedBy: planner.person },
    });
    expect(idsOf(await seenBy(planner))).toEqual(before);
    expect((await ask(service, planner, RESOLVE, { id })).code).toBe('CONFLICT');
  });

  it('that derives from a concern changes the list of its own unit alone: not order, count, total or cursor of others', async () => {
    const before = await Promise.all(OTHERS.map(seenBy));

    const { id, secrecy } = await report({ derivesFromConcern: true });

    expect(secrecy).toBe('OWNER_ONLY');
    expect(await Promise.all(OTHERS.map(seenBy))).toEqual(before);
    expect(idsOf(await seenBy(planner))[0]).toBe(last);
    for (const other of OTHERS) {
      expect((await ask(service, other, RESOLVE, { id })).code).toBe('NOT_FOUND');
    }
    await told(service, planner, RESOLVE, { id });
    expect(await Promise.all(OTHERS.map(seenBy))).toEqual(before);
  });

  it('is told neither to the place nor to the ministry', async () => {
    await report();
    const asked = await told<{ facility: { seriousEvents: unknown[] } }>(
      service,
      worksAt(last),
      'query ($id: ID!) { facility(id: $id) { seriousEvents { id } } }',
      { id: last },
    );
    expect(asked.facility.seriousEvents).toEqual([]);
    for (const identity of [worksAt(last), MINISTRY]) {
      const rows = await service.database.transactions.run(identity, () =>
        service.database.transactions.query('select id from serious_events'),
      );
      expect(rows).toEqual([]);
    }
  });

  it.each([
    ['of a kind that is on no list', { kind: 'RUMOUR' }, 'choose one of seriousEventKinds'],
    ['that is still to come', { occurredOn: '2199-01-01' }, 'still to come'],
    ['with a person number', { description: 'Beboeren 010190-1234 er død' }, 'person number'],
  ])('is refused %s', async (_, changes, message) => {
    const answer = await ask(service, inspector, REPORT, { input: event(changes) });

    expect([answer.code, answer.body?.errors?.[0]?.message]).toEqual([
      'BAD_INPUT',
      expect.stringContaining(message),
    ]);
  });

  it('cannot be shared by a program that says it derives from a concern', async () => {
    const insert = service.database.transactions.run(inspector, () =>
      service.database.transactions.query(
        `insert into serious_events (facility_id, kind, secrecy, derives_from_concern, occurred_on, description)
         values ('${last}', 'FATALITY', 'SHARED', true, '2026-11-20', 'from a whistleblower')`,
      ),
    );

    await expect(insert).rejects.toThrow('violates check constraint');
  });
});

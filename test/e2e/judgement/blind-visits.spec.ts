import { addDays, dayInDenmark } from '../../../src/domain/shared/day.js';
import { SERVICE_IDENTITY, type Identity } from '../../../src/domain/shared/identity.js';
import { Planner } from '../../../src/planning/planner.service.js';
import { day } from '../../../src/domain/shared/day.js';
import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, told } from '../graphql/people.js';

const LOCK = `mutation ($input: LockFindingsInput!) { lockFindings(input: $input) { inspector lockedAt } }`;
const PLACE = `query ($id: ID!) { facility(id: $id) { score { points band } standing { effectiveBand } bandOverrides { id }
  unplannedInspections { reason } plannedVisits { parts { reasons latestOn } } selections { channel } } }`;
const BLIND = '{ blindVisits { facilityId inspector hadSeenScore seenAt seenAfterwardsAt } }';
const TODAY = dayInDenmark(new Date());

const inspector = employee('VISITING_INSPECTOR');
const manager = employee('AUTHORITY_MANAGER');

interface Place {
  readonly score: unknown;
  readonly standing: unknown;
  readonly plannedVisits: { parts: { reasons: string[]; latestOn: string | null }[] }[];
}

describe('a visiting inspector', () => {
  let service: RunningService;
  let first: string;
  let second: string;
  beforeAll(async () => {
    service = await startService();
    await service.app.get(Planner).makePlans(day('2026-10-05'), 'test', () => undefined);
    const rows = await run<{ id: string }>(
      SERVICE_IDENTITY,
      `select distinct facility_id::text as id from planned_visits order by 1 limit 2`,
    );
    [first, second] = rows.map(({ id }) => id) as [string, string];
  });
  afterAll(() => service.close());

  const run = <Row>(identity: Identity, sql: string): Promise<Row[]> =>
    service.database.transactions.run(identity, () => service.database.transactions.query<Row>(sql));
  const place = async (identity: Identity, id: string): Promise<Place> =>
    (await told<{ facility: Place }>(service, identity, PLACE, { id })).facility;
  const sheet = (facilityId: string, changes = {}): Record<string, unknown> => ({
    input: {
      facilityId,
      visitedOn: TODAY,
      hasSeriousFinding: false,
      conclusion: 'Ingen alvorlige forhold; medicinen er låst inde.',
      ...changes,
    },
  });

  it('sees neither points, band, contributions, order nor reasons before the findings are locked', async () => {
    const blind = await place(inspector, first);

    expect(blind).toMatchObject({ score: null, standing: null, bandOverrides: [], unplannedInspections: [], selections: [] });
    expect(blind.plannedVisits.flatMap(({ parts }) => parts).every(({ reasons, latestOn }) => reasons.length === 0 && latestOn === null)).toBe(true);
    for (const table of ['risk_scores', 'band_overrides', 'visit_selections', 'planned_visit_parts', 'unplanned_inspections']) {
      expect([table, await run(inspector, `select 1 from ${table}`)]).toEqual([table, []]);
    }
    const order = async (by: string): Promise<string> =>
      JSON.stringify(await told(service, inspector, `{ facilities(first: 100, order: { by: ${by}, direction: DESCENDING }) { edges { node { id } } } }`));
    const names = await told<{ facilities: { edges: { node: { id: string } }[] } }>(service, inspector,
      '{ facilities(first: 100, order: { by: NAME, direction: ASCENDING }) { edges { node { id } } } }');
    expect(await order('RISK')).toBe(JSON.stringify(names));
    const banded = await told<{ facilities: { totalCount: number } }>(service, inspector, '{ facilities(filter: { band: LOW }) { totalCount } }');
    expect(banded.facilities.totalCount).toBe(0);
  }); // prettier-ignore

  it('sees the score of that place, and of no other, when they have locked what they found', async () => {
    const { lockFindings } = await told<{ lockFindings: { inspector: string } }>(
      service,
      inspector,
      LOCK,
      sheet(first),
    );

    expect(lockFindings.inspector).toBe(inspector.person);
    const open = await place(inspector, first);
    expect(open.score).toEqual((await place(employee('PLANNER'), first)).score);
    expect(open.standing).not.toBeNull();
    expect((await place(inspector, second)).score).toBeNull();
    expect((await place({ ...inspector, person: 'another inspector' }, first)).score).toBeNull();
    expect(await run(inspector, 'select distinct facility_id::text as id from risk_scores')).toEqual([
      { id: first },
    ]);
  });

  it('is shown it for a month', async () => {
    await service.database.asOwner((client) =>
      client.query(`insert into findings_sheets (facility_id, visited_on, has_serious_finding, conclusion, authority, unit, inspector, locked_at)
        select '${second}', current_date, false, 'long ago and over', 'x', 'STPS', 'x', now() where false`),
    );
    await service.database.asOwner(async (client) => {
      await client.query('alter table findings_sheets disable trigger stamp');
      await client.query(`insert into findings_sheets (facility_id, visited_on, has_serious_finding, conclusion, authority, unit, inspector, locked_at)
        values ('${second}', current_date - 40, false, 'long ago and over', 'SOCIALTILSYNET', 'SOCIALTILSYN_MIDT', '${inspector.person}', now() - interval '31 days')`);
      await client.query('alter table findings_sheets enable trigger stamp');
    });

    expect((await place(inspector, second)).score).toBeNull();
  });

  it('cannot change what was locked, lock for somebody else, or lock without an answer', async () => {
    await expect(run(inspector, `update findings_sheets set has_serious_finding = true`)).rejects.toThrow('permission denied');
    await expect(run(inspector, `delete from findings_sheets`)).rejects.toThrow('permission denied');
    const forged = `insert into findings_sheets (facility_id, visited_on, has_serious_finding, conclusion, inspector)
      values ('${second}', current_date, false, 'locked for another', 'another inspector') returning inspector`;
    expect(await run(inspector, forged)).toEqual([{ inspector: inspector.person }]);
    await expect(run(employee('PLANNER'), forged)).rejects.toThrow('row-level security');
    for (const [changes, message] of [
      [{ conclusion: 'kort' }, 'write at least 10'],
      [{ visitedOn: addDays(TODAY, 1) }, 'findings are locked for visits from'],
      [{ visitedOn: addDays(TODAY, -61) }, 'findings are locked for visits from'],
    ] as const) {
      const answer = await ask(service, inspector, LOCK, sheet(second, changes));
      expect([answer.code, answer.body?.errors?.[0]?.message]).toEqual(['BAD_INPUT', expect.stringContaining(message)]);
    }
  }); // prettier-ignore

  it('is reported to the manager: who had seen the score of which place before locking', async () => {
    // The same person, who is a planner too, has looked at the second place beforehand.
    const peeking: Identity = { ...employee('PLANNER'), person: 'somebody with two roles' };
    await place(peeking, first);
    await told(service, { ...inspector, person: peeking.person }, LOCK, sheet(first));
    await place(inspector, first);

    const { blindVisits } = await told<{ blindVisits: Record<string, unknown>[] }>(service, manager, BLIND);

    const of = (person: string): Record<string, unknown> =>
      blindVisits.find((visit) => visit['inspector'] === person && visit['facilityId'] === first)!;
    expect(of(peeking.person)).toMatchObject({ hadSeenScore: true, seenAt: expect.any(String) as string });
    expect(of(inspector.person)).toMatchObject({
      hadSeenScore: false,
      seenAt: null,
      seenAfterwardsAt: expect.any(String) as string,
    });
    const others = await told<{ blindVisits: unknown[] }>(
      service,
      employee('AUTHORITY_MANAGER', 'STPS'),
      BLIND,
    );
    expect(others.blindVisits).toEqual([]);
  });
});

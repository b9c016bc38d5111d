import type { AuditEntry } from '../../src/audit/audit-entry.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { addDays, dayInDenmark, daysBetween, type Day } from '../../src/domain/shared/day.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { ask, PLANNER } from '../support/asking.js';
import { auditEntry } from '../support/audited.js';
import { startService, type RunningService } from '../support/running-service.js';

const AUTHORITIES = ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'] as const;
const DELAY = 90;

/** First day of the quarter that lies `back` quarters before that of `on`. */
function quarter(on: Day, back: number): Day {
  const months = Number(on.slice(0, 4)) * 12 + Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3 - back * 3;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01` as Day;
}

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** The latest quarter that may be told of today: it ended at least the delay ago. */
function lastToldQuarter(today: Day): { startsOn: Day; endsBefore: Day } {
  for (let back = 1; ; back += 1) {
    const endsBefore = quarter(today, back - 1);
    if (daysBetween(endsBefore, today) >= DELAY) return { startsOn: quarter(today, back), endsBefore };
  }
}

describe('what a facility is told of who used its data', () => {
  let service: RunningService;
  let facilityId: string;
  let otherId: string;
  const today = dayInDenmark(new Date());
  const told = lastToldQuarter(today);
  beforeAll(async () => {
    service = await startService();
    const { body } = await ask(service, PLANNER, '{ facilities(first: 2) { edges { node { id } } } }');
    const { edges } = body?.data?.['facilities'] as { edges: { node: { id: string } }[] };
    [facilityId, otherId] = edges.map(({ node }) => node.id) as [string, string];
  });
  afterAll(() => service.close());

  const facilityUser = (): Identity => ({ role: 'FACILITY_USER', person: 'tilbud', facilityId });
  const question = (id: string): string =>
    `{ facility(id: "${id}") { dataUses { authority quarterStartsOn } } }`;
  /** The whole answer, letter for letter. */
  const answer = async (as = facilityUser(), id = facilityId): Promise<string> =>
    (await ask(service, as, question(id))).text;
  const uses = (pairs: [string, Day][]): string =>
    JSON.stringify({
      data: {
        facility: { dataUses: pairs.map(([authority, quarterStartsOn]) => ({ authority, quarterStartsOn })) },
      },
    });
  const record = (...entries: Partial<AuditEntry>[]): Promise<void> =>
    service.app
      .get(AuditLog)
      .record(entries.map((entry) => auditEntry({ facilityIds: [facilityId], ...entry })));

  it('is nothing at first, though staff has just read it', async () => {
    expect(await answer()).toBe(uses([]));
  });

  it('is the same whether or not anybody read it in the hidden time, how often, and in which order', async () => {
    const before = await answer();
    const hiddenDays = daysBetween(told.endsBefore, today);
    for (const authority of [...AUTHORITIES].reverse()) {
      for (const offset of [0, 1, Math.floor(hiddenDays / 2), hiddenDays - 1, hiddenDays]) {
        await record(
          ...Array<Partial<AuditEntry>>(7).fill({ authority, at: noon(addDays(told.endsBefore, offset)) }),
        );
      }
      await ask(
        service,
        PLANNER,
        `{ facility(id: "${facilityId}") { name visits { visitKey } score { points } } }`,
      );

      expect(await answer()).toBe(before);
    }
  });

  it('is one line for an authority and a quarter once that is told, and says no more for more reads', async () => {
    const [first, later] = [told.startsOn, addDays(told.endsBefore, -1)];
    await record({ authority: 'STPS', at: noon(later) });
    const once = await answer();
    await record(
      { authority: 'STPS', at: noon(first) },
      { authority: 'STPS', at: noon(later), person: 'another', operation: 'another', purpose: null },
      { authority: 'ARBEJDSTILSYNET', at: noon(quarter(told.startsOn, 1)) },
      { authority: 'ARBEJDSTILSYNET', at: noon(first) },
      { authority: 'SOCIALTILSYNET', at: noon(later), facilityIds: [otherId] },
      { authority: null, role: 'MINISTRY_ANALYST', at: noon(later) },
    );

    expect(once).toBe(uses([['STPS', told.startsOn]]));
    expect(await answer()).toBe(
      uses([
        ['ARBEJDSTILSYNET', told.startsOn],
        ['STPS', told.startsOn],
        ['ARBEJDSTILSYNET', quarter(told.startsOn, 1)],
      ]),
    );
  });

  it('counts a day by the clock of Denmark', async () => {
    // 23:30 UTC of a quarter's last day is the first day of the next one there, summer or winter.
    const at = new Date(`${addDays(told.startsOn, -1)}T23:30:00Z`);
    await record({ authority: 'SOCIALTILSYNET', at });

    expect(await answer()).toContain(`{"authority":"SOCIALTILSYNET","quarterStartsOn":"${told.startsOn}"}`);
  });

  it('appears on the day after the delay, not one day sooner', async () => {
    const since = daysBetween(told.endsBefore, today);
    const setDelay = (days: number): Promise<unknown> =>
      service.database.asOwner((client) =>
        client.query(
          `insert into audit_parameters values ('DATA_USE_DELAY', $1, 'days', '2020-01-01', 'spec', false)
           on conflict (name, valid_from) do update set value = excluded.value`,
          [days],
        ),
      );
    await setDelay(since);
    const onTheDay = await answer();
    await setDelay(since + 1);
    const theDayBefore = await answer();
    await setDelay(DELAY);

    expect(onTheDay).toContain(told.startsOn);
    expect(theDayBefore).not.toContain(told.startsOn);
    expect(theDayBefore).toBe(uses([['ARBEJDSTILSYNET', quarter(told.startsOn, 1)]]));
  });

  it('is for that facility alone: not for another one, and not for staff', async () => {
    expect(await answer({ ...facilityUser(), facilityId: otherId })).toBe('{"data":{"facility":null}}');
    expect(await answer({ ...facilityUser(), facilityId: otherId }, otherId)).toBe(
      uses([['SOCIALTILSYNET', told.startsOn]]),
    );
    expect(await answer(PLANNER)).toBe(uses([]));
  });

  it('is guarded by the database, also where somebody asks it without our code', async () => {
    const { transactions } = service.database;
    const seenBy = (identity: Identity): Promise<unknown[]> =>
      transactions.run(identity, () =>
        transactions.query('select * from facility_data_uses where facility_id in ($1, $2)', [
          facilityId,
          otherId,
        ]),
      );

    const seen = (await seenBy(facilityUser())) as { quarter: Date }[];
    expect(seen).toHaveLength(4);
    expect(await seenBy(PLANNER)).toEqual([]);
    expect(await seenBy({ role: 'OPERATOR_USER', person: 'x', facilityId })).toEqual([]);
    expect((await seenBy({ role: 'AUDITOR', person: 'x' })).length).toBeGreaterThan(seen.length);
  });
});

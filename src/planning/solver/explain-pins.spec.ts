import { explainPins } from './explain-pins.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
} from '../../domain/planning/planning-instance.factory.js';
import type { PlanningInstance } from '../../domain/planning/planning-instance.js';

/** Places with one visit of 10 hours each, pinned to these weeks; the office has so many hours a week. */
function pinned(weeks: readonly number[], hours: number): PlanningInstance {
  const places = weeks.map((pinnedWeek, index) =>
    aFacility(`place-${index}`, [aPart('STPS', { slots: [aSlot({ pinnedWeek })] })]),
  );
  return anInstance(places, { offices: [anOffice('STPS', [aGroup(12, hours)])] });
}

describe(explainPins.name, () => {
  it('finds no conflict where all pins can be kept', async () => {
    expect(await explainPins(pinned([1, 2, 3], 10)).conflict).toBeNull();
    expect(await explainPins(pinned([], 10)).conflict).toBeNull();
  });

  it('names as few pins as are in conflict, and the limit that they exceed', async () => {
    // Three pins in week 4, of 10 hours each, where there are 15: any two of them are one too many.
    const conflict = await explainPins(pinned([1, 4, 4, 4, 8], 15)).conflict;
    expect(conflict?.limits).toEqual([{ kind: 'HOURS', officeId: 'STPS', weeks: [4, 4] }]);
    expect(conflict?.pins).toHaveLength(2);
    for (const pin of conflict!.pins) expect(pin.week).toBe(4);
  });

  it('names two pins of a place that lie too near each other', async () => {
    const parts = [
      aPart('STPS', { slots: [aSlot({ pinnedWeek: 3 })] }),
      aPart('SOCIALTILSYNET', { slots: [aSlot({ pinnedWeek: 5 })] }),
    ];
    const instance = anInstance([aFacility('a', parts, { weeksBetweenVisits: 4 })]);
    const conflict = await explainPins(instance).conflict;
    expect(conflict?.limits).toEqual([{ kind: 'TOO_NEAR', facilityId: 'a' }]);
    expect(conflict?.pins.map(({ week }) => week).sort()).toEqual([3, 5]);
  });

  it('can be cancelled', async () => {
    const run = explainPins(pinned([4, 4, 4], 15));
    run.cancel();
    expect(await run.conflict).toBeUndefined();
  });
});

import fc from 'fast-check';
import { compileInstance, type CompiledInstance } from './compiled-instance.js';
import { FacilityChooser } from './facility-chooser.js';
import { randomInstance } from '../random-instance.factory.js';
import { seededRandom } from '../../shared/seeded-random.js';

/** Tries every week, or none, for every slot of the facility. */
function bestByTrying(
  compiled: CompiledInstance,
  facility: number,
  price: Float64Array,
  room: Float64Array,
): number {
  const { weeks, maxJoint, hours, value, slotClass, slotPart } = compiled;
  const first = compiled.firstSlot[facility]!;
  const slots = compiled.firstSlot[facility + 1]! - first;
  const { maxAuthoritiesPerVisit } = compiled.instance.facilities[facility]!;
  let best = 0;
  const chosen: number[] = [];
  const tryFrom = (bit: number): void => {
    if (bit < slots) {
      for (let week = -1; week < weeks; week += 1) {
        chosen[bit] = week;
        tryFrom(bit + 1);
      }
      return;
    }
    const days = [...new Set(chosen.filter((week) => week >= 0))].sort((a, b) => a - b);
    if (days.some((day, index) => index > 0 && day - days[index - 1]! < compiled.spacing[facility]!)) return;
    let total = -compiled.burden * days.length;
    for (const day of days) {
      const members = chosen.flatMap((week, each) => (week === day ? [first + each] : []));
      if (members.length > maxAuthoritiesPerVisit) return;
      if (new Set(members.map((slot) => slotPart[slot])).size < members.length) return;
      for (const slot of members) {
        const needed = hours[slot * maxJoint + members.length - 1]!;
        const at = slotClass[slot]! * weeks + day;
        if (needed > room[at]!) return;
        total += value[slot * weeks + day]! - price[at]! * needed;
      }
    }
    best = Math.max(best, total);
  };
  tryFrom(0);
  return best;
}

/** The random instance without its pins, of which trying knows nothing, and without second visits. */
function compiledWithoutPins(seed: number): CompiledInstance {
  const instance = randomInstance(seed, 4);
  const facilities = instance.facilities.map((facility) => ({
    ...facility,
    parts: facility.parts.map((part) => ({ ...part, slots: [{ ...part.slots[0]!, pinnedWeek: null }] })),
  }));
  return compileInstance({ ...instance, facilities });
}

describe(FacilityChooser.name, () => {
  it('finds the best there is at any prices and any hours left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const compiled = compiledWithoutPins(seed);
        const random = seededRandom(seed);
        const cells = compiled.capacity.classes.length * compiled.weeks;
        const price = Float64Array.from({ length: cells }, () => 0.3 * random());
        const room = Float64Array.from({ length: cells }, () => 40 * random());
        const chooser = new FacilityChooser(compiled, true);
        compiled.instance.facilities.forEach((_, facility) => {
          expect(chooser.choose(facility, price, 1, room)).toBeCloseTo(
            bestByTrying(compiled, facility, price, room),
            6,
          );
        });
      }),
      { numRuns: 25 },
    );
  });
});

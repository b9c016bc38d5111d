import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from '../planning-instance.factory.js';
import type { PlanningInstance } from '../planning-instance.js';
import { solveStageOne, type StageOneResult } from '../solve-stage-one.js';
import { seededRandom, textHash } from '../../shared/seeded-random.js';

const WEEKS = 40;
const BUDGETS = { samplePasses: 0, pricePasses: 120, searchPasses: 4, rebuilds: 4_000 };

/** Sixty ordinary places, one with a deadline, one whose week is fixed. */
function year(): PlanningInstance {
  const due = aSlot({ window: { earliest: monday(0), latest: monday(9) } });
  return anInstance(
    [
      ...Array.from({ length: 60 }, (_, index) =>
        aFacility(`f${index}`, [aPart('STPS', { probability12Months: 0.1 + 0.005 * index })]),
      ),
      aFacility('due', [aPart('STPS', { slots: [due] })]),
      aFacility('pinned', [aPart('STPS', { slots: [aSlot({ pinnedWeek: 20 })] })]),
    ],
    { weeks: WEEKS, offices: [anOffice('STPS', [aGroup(WEEKS, 20)])] },
  );
}

function solve(secret: string | null): StageOneResult {
  const random = (purpose: string) => seededRandom(textHash(`${secret} ${purpose}`));
  return solveStageOne(year(), {
    seed: 'spec',
    budgets: BUDGETS,
    ...(secret !== null && { chance: { random, draws: 6 } }),
  });
}

const weeksOf = ({ plan }: StageOneResult): Map<string, number> =>
  new Map(plan.visits.map(({ facilityId, week }) => [facilityId, week]));

describe('timing by chance', () => {
  const plain = solve(null);
  const one = solve('one');

  it('is the same for a secret, and another one for another', () => {
    expect(solve('one').plan).toEqual(one.plan);
    const [weeks, others] = [weeksOf(one), weeksOf(solve('two'))];
    const moved = [...weeks].filter(([id, week]) => others.get(id) !== week);
    expect(moved.length).toBeGreaterThan(15);
  });

  it('leaves deadlines and fixed weeks alone', () => {
    const probabilities = new Map(one.timing!.slots.map(({ facilityId, periods }) => [facilityId, periods]));

    expect(weeksOf(one).get('pinned')).toBe(20);
    expect(weeksOf(one).get('due')).toBeLessThanOrEqual(9);
    expect(probabilities.get('pinned')).toEqual([{ week: 20, weeks: 1, probability: 1 }]);
    expect(one.timing!.moved).toBe(60);
  });

  it('tells how likely each period was, the chosen one among them', () => {
    for (const { facilityId, week } of one.plan.visits) {
      const own = one.timing!.slots.find((slot) => slot.facilityId === facilityId)!.periods;
      expect(own.some((period) => period.week <= week && week < period.week + period.weeks)).toBe(true);
      expect(own.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.00001);
    }
    expect(one.timing!.entropyBits).toBeGreaterThan(0.5);
  });

  it('costs little, and the bound is that of the plan without chance', () => {
    expect(one.upperBound).toBe(plain.upperBound);
    expect(one.value).toBeLessThanOrEqual(one.upperBound);
    expect(one.value).toBeGreaterThan(0.97 * plain.value);
  });
});

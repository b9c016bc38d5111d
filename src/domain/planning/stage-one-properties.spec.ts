import fc from 'fast-check';
import { solveStageOne, type StageOneResult } from './solve-stage-one.js';
import { checkPlan } from './check-plan.js';
import { evaluatePlan } from './evaluate-plan.js';
import type { PlanningInstance } from './planning-instance.js';
import { randomInstance } from './random-instance.factory.js';
import { seededRandom } from '../shared/seeded-random.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const BUDGETS = { samplePasses: 0, pricePasses: 15, searchPasses: 3 };
const sizes = fc.integer({ min: 1, max: 14 });

function allocate(instance: PlanningInstance, allowsJoint = true, rebuilds = 30) {
  return solveStageOne(instance, { seed: 'spec', allowsJoint, budgets: { ...BUDGETS, rebuilds } });
}

/** The same places in another order under other names. */
function disguised(instance: PlanningInstance, seed: number): PlanningInstance {
  const random = seededRandom(seed);
  const shuffled = instance.facilities
    .map((facility) => ({ facility, at: random() }))
    .sort((a, b) => a.at - b.at);
  return {
    ...instance,
    facilities: shuffled.map(({ facility, at }) => ({ ...facility, id: `renamed-${at}` })),
  };
}

describe(solveStageOne.name, () => {
  it('breaks no rule that the checker knows, together or apart, but where pins alone break it', () => {
    fc.assert(
      fc.property(seeds, sizes, fc.boolean(), (seed, size, allowsJoint) => {
        const instance = randomInstance(seed, size);
        const { plan } = allocate(instance, allowsJoint);
        expect(checkPlan(instance, plan).filter(({ isByPinsAlone }) => !isByPinsAlone)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('never claims more than its upper bound, and no plan of separate visits passes the bound of joint ones', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const instance = randomInstance(seed, size);
        const { value, upperBound } = allocate(instance);
        expect(value).toBeLessThanOrEqual(upperBound + 1e-6);
        expect(allocate(instance, false).value).toBeLessThanOrEqual(upperBound + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('makes the same plan from the same input, also when that has been through JSON', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const instance = randomInstance(seed, size);
        expect(allocate(JSON.parse(JSON.stringify(instance)) as PlanningInstance)).toEqual(
          allocate(instance),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('is worth about the same whatever the places are called and in whatever order they come', () => {
    for (const seed of [1, 2]) {
      const instance = randomInstance(seed, 100);
      const budgets = { samplePasses: 0, pricePasses: 120, searchPasses: 6, rebuilds: 400 };
      const [one, other] = [instance, disguised(instance, seed)].map((each) =>
        solveStageOne(each, { seed: 'spec', budgets }),
      ) as [StageOneResult, StageOneResult];
      expect(Math.abs(other.value - one.value) / one.value).toBeLessThan(Math.max(one.gap, other.gap));
      expect(Math.abs(other.upperBound - one.upperBound) / one.upperBound).toBeLessThan(0.005);
    }
  });

  // The next two hold in practice, not by construction: a heuristic proves nothing. Their instances are therefore fixed.
  it('disturbs places on no more days together than apart, but for visits that it makes in addition', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const instance = randomInstance(seed, size);
        const [joint, separate] = [true, false].map((each) =>
          evaluatePlan(instance, allocate(instance, each).plan),
        );
        const more = Math.max(0, joint!.visits - separate!.visits);
        expect(joint!.visitDays).toBeLessThanOrEqual(separate!.visitDays + more);
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('visits no fewer of those that must be visited when hours are ten times as many', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const missed = [1, 10].map((factor) => {
          const instance = randomInstance(seed, size, factor);
          return evaluatePlan(instance, allocate(instance).plan).dueNotVisited;
        });
        expect(missed[1]).toBeLessThanOrEqual(missed[0]!);
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('says that a visit lies too near another only where one lies there', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        const instance = randomInstance(seed, size);
        const { plan } = allocate(instance);
        for (const { facilityId, reason } of plan.unplanned) {
          if (reason.code !== 'TOO_NEAR_OTHER_VISIT') continue;
          expect(plan.visits.some((visit) => visit.facilityId === facilityId)).toBe(true);
        }
      }),
    );
  });
});

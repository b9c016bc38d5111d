import { groundOf } from './plan-ground.js';
import type { Plan, UnplannedSlot } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { forEachSlot } from '../stage-one/each-slot.js';
import { whyUnplanned } from '../stage-one/why-unplanned.js';

const PASSES = 60;

/**
 * The plan with the reasons that its missing visits have in another instance of the same slots: one without the days that
 * only some may know of. A visit with a secret deadline would else be told to lack hours where others are told that they
 * are worth too little.
 */
export function withReasonsOf(instance: PlanningInstance, plan: Plan): Plan {
  const { compiled, plan: year, prices, drawn } = groundOf(instance, plan, PASSES);
  const unplanned: UnplannedSlot[] = [];
  forEachSlot(compiled, (facility, part, key, slot) => {
    if (year.bucketOf[slot]! >= 0) return;
    unplanned.push({
      ...key,
      reason: whyUnplanned(compiled, year, prices, facility, part, slot, key.slot, drawn),
    });
  });
  return { ...plan, unplanned };
}

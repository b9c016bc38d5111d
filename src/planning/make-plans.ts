import { createHash } from 'node:crypto';
import { checkPlan } from '../domain/planning/check-plan.js';
import { evaluatePlan, type PlanMeasures } from '../domain/planning/evaluate-plan.js';
import { withReasonsOf } from '../domain/planning/explaining/reasons-as-shown.js';
import { fixedCadencePlan } from '../domain/planning/fixed-cadence.js';
import type { Plan } from '../domain/planning/plan.js';
import type { PlanningInstance } from '../domain/planning/planning-instance.js';
import { proposedBudgets } from '../domain/planning/proposed-budgets.js';
import { planWithDays } from '../domain/planning/days/plan-with-days.js';
import type { TimingByChance } from '../domain/planning/stage-one/timing-by-chance.js';
import type { StageOneResult } from '../domain/planning/solve-stage-one.js';
import type {
  StageOneBudgets,
  StageOneProgress,
  TimingChance,
} from '../domain/planning/stage-one-options.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import { plannedByRules } from './build-instance.js';
import { withDrawnPlaces, withLongestWaits, withOwnDeadlines, withSeriousEvents } from './urgent-instance.js';
import { boundInstance } from './bound-instance.js';
import { agreedDays, dayInputs } from './day-inputs.js';
import { ParameterTable } from './parameters.js';
import type { PlanningFacts } from './planning-facts.js';
import type { NewPlan } from './planning.repository.js';
import { secretRandom } from './secret-random.js';
import { storedRows } from './stored-rows.js';

/** What is to be planned, as plain data that can be handed to another thread. */
export interface PlanOrder {
  readonly facts: PlanningFacts;
  /** A Monday. */
  readonly startsOn: Day;
  readonly weeks: number;
  readonly seed: string;
  /** Those proposed for the size where left out. */
  readonly budgets?: StageOneBudgets;
}

export interface PlanningReport {
  readonly startsOn: Day;
  readonly weeks: number;
  readonly facilities: number;
  readonly value: number;
  /** No plan of the same instance has a greater value. */
  readonly upperBound: number;
  /** (upperBound - value) / value; and the same where only risk is counted, among plans that keep duties as well. */
  readonly gap: number;
  readonly riskGap: number;
  /** Authorities planned without their score, because it has not been shown to tell places apart. */
  readonly plannedByRules: readonly Authority[];
  readonly nearWeeks: NearWeeks;
  /** How hard the weeks that chance may choose are to foresee; null where nothing is left to chance. */
  readonly timing: Pick<TimingByChance, 'draws' | 'moved' | 'entropyBits' | 'topProbability'> | null;
  readonly riskBased: PlanMeasures;
  readonly fixedCadence: PlanMeasures;
  readonly fixedCadenceUnlimited: PlanMeasures;
}

/** How far the next weeks have days and persons. */
export interface NearWeeks {
  readonly weeks: number;
  readonly visitDays: number;
  /** Days of visit that found no day or nobody to come. */
  readonly unplaced: number;
  readonly travelHours: number;
  /** How often the year was planned, hours taken off where days were not found. */
  readonly rounds: number;
}

export interface MadePlans {
  readonly report: PlanningReport;
  /** SHA-256 of the instance: the same input and seed give the same plan. */
  readonly inputHash: string;
  readonly ended: 'BUDGET' | 'CANCELLED';
  /** The fixed cadence first, the joint plan last. */
  readonly plans: readonly Omit<NewPlan, 'planningRunId'>[];
}

/** Told of the instance and its solution before anything is stored. */
export type OnSolved = (instance: PlanningInstance, solved: StageOneResult) => void;

/** The joint plan and the fixed cadence beside it. Throws where the plan breaks a hard rule: such a plan is never stored. */
export function makePlans(
  order: PlanOrder,
  onProgress: (progress: StageOneProgress) => void,
  isCancelled: () => boolean,
  onSolved?: OnSolved,
): MadePlans {
  const { facts, startsOn, weeks, seed } = order;
  const shown = withLongestWaits(boundInstance(facts, startsOn, weeks), facts);
  const days = dayInputs(facts, startsOn);
  const planned = withDrawnPlaces(withOwnDeadlines(withSeriousEvents(shown, facts), facts), facts);
  const budgets = order.budgets ?? proposedBudgets(planned.facilities.length);
  const found = planWithDays(
    planned,
    days,
    { seed, budgets, onProgress, isCancelled, ...chanceOf(facts, seed) },
    agreedDays(facts, startsOn),
  );
  const instance = { ...found.instance, days };
  const plan = { ...found.solved.plan, days: found.placed.days };
  const solved = { ...found.solved, plan };
  const { value, upperBound, gap, riskGap, ended } = solved;
  assertKeepsRules(instance, plan);
  onSolved?.(instance, solved);
  const intervalDays = cadence(facts);
  const fixed = fixedCadencePlan(instance, { intervalDays, keepsHours: true, seed });
  const unlimited = fixedCadencePlan(instance, { intervalDays, keepsHours: false, seed });
  const riskBased = evaluatePlan(instance, plan);
  const fixedCadence = evaluatePlan(instance, fixed);
  const common = { riskRunId: facts.riskRunId, horizonFrom: startsOn, horizonWeeks: weeks, seed };
  return {
    report: {
      startsOn,
      weeks,
      facilities: instance.facilities.length,
      value,
      upperBound,
      gap,
      riskGap,
      plannedByRules: plannedByRules(facts),
      timing: solved.timing
        ? {
            draws: solved.timing.draws,
            moved: solved.timing.moved,
            entropyBits: solved.timing.entropyBits,
            topProbability: solved.timing.topProbability,
          }
        : null,
      nearWeeks: {
        weeks: days.weeks,
        visitDays: found.placed.days.length,
        unplaced: found.placed.unplaced.length,
        travelHours: found.placed.travelHours,
        rounds: found.rounds,
      },
      riskBased,
      fixedCadence,
      fixedCadenceUnlimited: evaluatePlan(instance, unlimited),
    },
    inputHash: createHash('sha256').update(JSON.stringify(instance)).digest('hex'),
    ended,
    plans: [
      {
        ...common,
        kind: 'FIXED_CADENCE',
        basedOn: null,
        measures: fixedCadence,
        value: null,
        upperBound: null,
        ...storedRows(shown, fixed, []),
      },
      {
        ...common,
        kind: 'RISK_BASED',
        basedOn: facts.commitments.planId,
        measures: riskBased,
        value,
        upperBound,
        ...storedRows(shown, withReasonsOf(shown, plan), facts.commitments.visits, solved.timing),
      },
    ],
  };
}

/** Timing by chance, under the plan's secret seed. */
function chanceOf(facts: PlanningFacts, seed: string): { chance?: TimingChance } {
  const draws = new ParameterTable(facts.parameters).value('TIMING_DRAWS');
  if (draws < 1) return {};
  return { chance: { draws, random: (purpose) => secretRandom(seed, purpose) } };
}

/** Days between two visits of each authority in the plan to compare with. */
export function cadence(facts: PlanningFacts): Record<Authority, number> {
  const parameters = new ParameterTable(facts.parameters);
  const days = AUTHORITIES.map((authority) => [authority, parameters.value('FIXED_CADENCE_DAYS', authority)]);
  return Object.fromEntries(days) as Record<Authority, number>;
}

function assertKeepsRules(instance: PlanningInstance, plan: Plan): void {
  const violations = checkPlan(instance, plan).filter((violation) => !violation.isByPinsAlone);
  if (violations.length === 0) return;
  const first = violations.slice(0, 5).map((violation) => `${violation.rule}: ${violation.detail}`);
  throw new Error(`The plan breaks ${violations.length} hard rules and was not stored:\n${first.join('\n')}`);
}

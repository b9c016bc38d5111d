import { planOfVisits } from '../../domain/planning/changing/plan-of-visits.js';
import { evaluatePlan } from '../../domain/planning/evaluate-plan.js';
import {
  nameOfSlot,
  withCounterfactual,
  type Counterfactual,
} from '../../domain/planning/explaining/changed-instance.js';
import { explainSlot } from '../../domain/planning/explaining/explain-slot.js';
import { groundOf } from '../../domain/planning/explaining/plan-ground.js';
import { reasonHolds } from '../../domain/planning/explaining/reason-holds.js';
import {
  givenWay,
  isPlanned,
  whatIf,
  whatWouldChange,
} from '../../domain/planning/explaining/what-would-change.js';
import { instanceProblems } from '../../domain/planning/instance-problems.js';
import type { Plan, SlotKey } from '../../domain/planning/plan.js';
import type { AuthorityPart, PlanningInstance } from '../../domain/planning/planning-instance.js';
import { hourPrices, solveStageOne } from '../../domain/planning/solve-stage-one.js';
import type { Authority } from '../../domain/shared/authority.js';
import { daysBetween } from '../../domain/shared/day.js';
import { planReport } from '../../domain/planning/report/plan-report.js';
import { boundInstance } from '../bound-instance.js';
import { cadence } from '../make-plans.js';
import { withLongestWaits } from '../urgent-instance.js';
import type {
  ExplainOrder,
  PlanAnswer,
  PlanQuestion,
  PricesAnswer,
  WantedCounterfactual,
} from './explain-order.js';

const SEED = 'why';
/** Any prices are a valid ground; so many passes bring them near enough to explain with. */
const PASSES = 150;
const AGAIN = { samplePasses: 0, pricePasses: 5, searchPasses: 2, rebuilds: 500 };
/** Of the plans that a report compares with: as many as a request has time for. */
const REPORT_REBUILDS_EACH = 2;
const WITHOUT_DUTIES = { samplePasses: 0, pricePasses: 150, searchPasses: 6, rebuilds: 20_000 };

/**
 * Answers from the instance that is shown: days that only one unit knows of, serious events and draws are not in it, so
 * that no reason can tell of them.
 */
export function answerQuestion({ facts, startsOn, weeks, visits, question }: ExplainOrder): PlanAnswer {
  const instance = withLongestWaits(boundInstance(facts, startsOn, weeks), facts);
  const inside = visits.filter(({ weekStart }) => isInside(instance, daysBetween(startsOn, weekStart) / 7));
  const plan = knownTo(instance, planOfVisits(instance, inside));
  if (question.kind === 'PRICES') return pricesOf(instance, plan);
  if (question.kind === 'REPORT') {
    const options = { seed: SEED, intervalDays: cadence(facts), rebuildsEach: REPORT_REBUILDS_EACH };
    return { kind: 'REPORT', report: planReport(instance, plan, options) };
  }
  const slot = slotOf(instance, plan, question.facilityId, question.authority);
  if (!slot)
    return {
      kind: 'NOT_ASKED',
      message: 'The plan has no visit of this authority at this place to speak of.',
    };
  return question.kind === 'WHY' ? why(instance, plan, slot.key) : ifChanged(instance, plan, slot, question);
}

/** The plan without visits of units that have left the registers since, and without those added beyond the slots. */
function knownTo(instance: PlanningInstance, plan: Plan): Plan {
  const known = new Set(
    instance.facilities.flatMap(({ id, parts }) =>
      parts.flatMap(({ responsibleUnit, slots }) =>
        slots.map((_, slot) => nameOfSlot({ facilityId: id, responsibleUnit, slot })),
      ),
    ),
  );
  return { ...plan, visits: plan.visits.filter((visit) => known.has(nameOfSlot(visit))) };
}

interface AskedSlot {
  readonly key: SlotKey;
  readonly part: AuthorityPart;
}

/** The authority's first visit at the place that is missing, or else its first one. */
function slotOf(
  instance: PlanningInstance,
  plan: Plan,
  facilityId: string,
  authority: Authority,
): AskedSlot | undefined {
  const part = instance.facilities
    .find(({ id }) => id === facilityId)
    ?.parts.find((each) => each.authority === authority);
  if (!part || part.slots.length === 0) return undefined;
  const keys = part.slots.map((_, slot) => ({ facilityId, responsibleUnit: part.responsibleUnit, slot }));
  return { part, key: keys.find((key) => !isPlanned(plan, key)) ?? keys[0]! };
}

function why(instance: PlanningInstance, plan: Plan, key: SlotKey): PlanAnswer {
  const ground = groundOf(instance, plan, PASSES);
  const told = explainSlot(ground, key);
  const options = { seed: SEED, budgets: AGAIN, startPrices: ground.prices.ofRow };
  return {
    kind: 'WHY',
    key,
    told,
    isConfirmed: told.isPlanned || reasonHolds(instance, plan, key, told.reason),
    gap: ground.gap,
    changes: told.isPlanned ? [] : whatWouldChange(instance, plan, key, options, told.neededProbability),
  };
}

function ifChanged(
  instance: PlanningInstance,
  plan: Plan,
  { key, part }: AskedSlot,
  { change: wanted }: Extract<PlanQuestion, { kind: 'WHAT_IF' }>,
): PlanAnswer {
  const change = counterfactualOf(instance, part, wanted);
  if (typeof change === 'string') return { kind: 'NOT_ASKED', message: change };
  const changed = withCounterfactual(instance, key, change);
  const [problem] = instanceProblems(changed);
  if (problem !== undefined) return { kind: 'NOT_ASKED', message: problem };
  const { prices } = groundOf(instance, plan, PASSES);
  const options = { seed: SEED, budgets: AGAIN, startPrices: prices.ofRow };
  const { plan: next } = whatIf(instance, plan, key, change, options);
  const visit = next.visits.find(
    ({ facilityId, responsibleUnit, slot }) =>
      facilityId === key.facilityId && responsibleUnit === key.responsibleUnit && slot === key.slot,
  );
  return {
    kind: 'WHAT_IF',
    key,
    change,
    isPlanned: visit !== undefined,
    week: visit?.week ?? null,
    givesWay: givenWay(plan, next, key),
    before: evaluatePlan(instance, plan),
    after: evaluatePlan(changed, next),
  };
}

/** What is asked for, or what is wrong with it. */
function counterfactualOf(
  instance: PlanningInstance,
  part: AuthorityPart,
  { probability12Months, hours, weekStart, isPinned }: WantedCounterfactual,
): Counterfactual | string {
  const week = weekStart === undefined ? undefined : daysBetween(instance.startsOn, weekStart) / 7;
  if (week !== undefined && (!Number.isInteger(week) || !isInside(instance, week)))
    return `weekStart is ${weekStart}; it must be the Monday of a week of the plan.`;
  if (probability12Months !== undefined) return { kind: 'SCORE', probability12Months };
  if (hours !== undefined)
    return week === undefined
      ? 'hours need a weekStart: the week in which the office has them.'
      : { kind: 'HOURS', officeId: part.officeId, weeks: [week], hours };
  if (isPinned === true) return week === undefined ? 'isPinned needs a weekStart.' : { kind: 'PIN', week };
  return { kind: 'OPEN_WEEKS' };
}

function isInside({ weeks }: PlanningInstance, week: number): boolean {
  return week >= 0 && week < weeks;
}

function pricesOf(instance: PlanningInstance, plan: Plan): PricesAnswer {
  const ground = groundOf(instance, plan, PASSES);
  const { problem } = ground.compiled;
  const found = { visits: 0, hours: 0, hoursBeyondRisk: 0 };
  for (const visit of plan.visits) {
    const told = explainSlot(ground, visit);
    if (!told.isPlanned || told.balance.duty === 0) continue;
    found.visits += 1;
    found.hours += visit.hours;
    const { risk, hoursCost, disturbance } = told.balance;
    if (risk < hoursCost + disturbance) found.hoursBeyondRisk += visit.hours;
  }
  const free = solveStageOne(withoutDuties(instance), {
    seed: SEED,
    budgets: { ...WITHOUT_DUTIES, rebuilds: Math.min(WITHOUT_DUTIES.rebuilds, 10 * problem.facilities) },
    boundsRisk: false,
  });
  const [bound, unbound] = [evaluatePlan(instance, plan), evaluatePlan(instance, free.plan)];
  return {
    kind: 'PRICES',
    gap: ground.gap,
    prices: hourPrices(ground.compiled, ground.prices),
    duties: {
      ...found,
      findingsWith: bound.expectedFindings,
      findingsWithout: unbound.expectedFindings,
      harmWith: bound.harmAvoided,
      harmWithout: unbound.harmAvoided,
    },
  };
}

function withoutDuties(instance: PlanningInstance): PlanningInstance {
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => ({
        ...part,
        slots: part.slots.map((slot) => ({ ...slot, window: { ...slot.window, latest: null } })),
      })),
    })),
  };
}

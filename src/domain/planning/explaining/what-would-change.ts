import { findSlot, heldTo, nameOfSlot, withCounterfactual, type Counterfactual } from './changed-instance.js';
import type { Plan, PlannedVisit, SlotKey } from '../plan.js';
import type { PlanningInstance, VisitSlot } from '../planning-instance.js';
import { deadlineWeek, openWeeks, weeksToKeep } from '../planning-weeks.js';
import { solveStageOne, type StageOneResult } from '../solve-stage-one.js';
import type { StageOneBudgets } from '../stage-one-options.js';

/** A counterfactual that was tried: applied, planned again, and the visit was there, while these moved or went. */
export type TriedCounterfactual = Counterfactual & { readonly givesWay: readonly SlotKey[] };

export interface WhatIfOptions {
  readonly seed: string;
  readonly budgets: StageOneBudgets;
  /** Prices by row of the plan that is asked about; without them they are sought anew each time. */
  readonly startPrices?: Float64Array | undefined;
  readonly isCancelled?: () => boolean;
}

/** Shares of the way from today's probability to certainty that are tried where no price tells the one that is needed. */
const SCORE_STEPS = [0.25, 0.5, 0.75, 0.9, 0.97] as const;
const HOURS_FACTORS = [1, 2, 4] as const;

/** What becomes of a plan when something is otherwise and everything else holds on to its week. */
export function whatIf(
  instance: PlanningInstance,
  plan: Plan,
  key: SlotKey,
  counterfactual: Counterfactual,
  options: WhatIfOptions,
): StageOneResult {
  return solveStageOne(withCounterfactual(heldTo(instance, plan), key, counterfactual), {
    ...options,
    isHeld: true,
    aroundFacility: key.facilityId,
    boundsRisk: false,
  });
}

/**
 * What would have to be otherwise for a slot without a visit to get one: more hours, a higher score, open weeks, a pin;
 * the first of each kind that works. Everything else is held to the plan, so that what moves, moves for this visit.
 * `neededProbability` is tried first, where prices tell it.
 */
export function whatWouldChange(
  instance: PlanningInstance,
  plan: Plan,
  key: SlotKey,
  options: WhatIfOptions,
  neededProbability: number | null = null,
): TriedCounterfactual[] {
  const { facility, part, slot } = findSlot(instance, key);
  const found: TriedCounterfactual[] = [];
  const tryEach = (counterfactuals: readonly Counterfactual[]): void => {
    for (const counterfactual of counterfactuals) {
      if (options.isCancelled?.()) return;
      const { plan: next } = whatIf(instance, plan, key, counterfactual, options);
      if (!isPlanned(next, key)) continue;
      found.push({ ...counterfactual, givesWay: givenWay(plan, next, key) });
      return;
    }
  };

  const office = instance.offices.find(({ id }) => id === part.officeId)!;
  const pins = part.slots.flatMap(({ pinnedWeek }, index) =>
    pinnedWeek === null || index === key.slot ? [] : [pinnedWeek],
  );
  const gap = weeksToKeep(part.minIntervalDays);
  const open = openWeeks(instance, facility, part, slot, office).filter((each) =>
    pins.every((pin) => Math.abs(pin - each) >= gap),
  );
  const week = bestWeek(instance, slot, open);
  if (week === undefined) {
    tryEach([{ kind: 'OPEN_WEEKS' }]);
    return found;
  }
  const weeks = [week, ...weeksOfPeriod(instance, week).filter((each) => each !== week)];
  const needed = part.dutyHours + part.travelHours;
  const { officeId, probability12Months: today } = part;
  tryEach(
    HOURS_FACTORS.map((factor) => ({ kind: 'HOURS', officeId, weeks, hours: Math.ceil(factor * needed) })),
  );
  const steps = [
    ...(neededProbability !== null && neededProbability > today ? [neededProbability] : []),
    ...SCORE_STEPS.map((share) => rounded(today + share * (1 - today))),
  ];
  tryEach(
    [...new Set(steps)]
      .sort((a, b) => a - b)
      .map((probability12Months) => ({ kind: 'SCORE', probability12Months })),
  );
  tryEach([{ kind: 'PIN', week }]);
  return found;
}

export function isPlanned(plan: Plan, key: SlotKey): boolean {
  return plan.visits.some((visit) => nameOfSlot(visit) === nameOfSlot(key));
}

/** Visits of the first plan that the second makes in another week or not at all. */
export function givenWay(before: Plan, after: Plan, but: SlotKey): SlotKey[] {
  const weekOf = new Map(after.visits.map((visit) => [nameOfSlot(visit), visit.week]));
  const isElsewhere = (visit: PlannedVisit): boolean => weekOf.get(nameOfSlot(visit)) !== visit.week;
  return before.visits
    .filter((visit) => nameOfSlot(visit) !== nameOfSlot(but) && isElsewhere(visit))
    .map(({ facilityId, responsibleUnit, slot }) => ({ facilityId, responsibleUnit, slot }));
}

/** In time if possible, and there as near the middle as it goes. */
function bestWeek(instance: PlanningInstance, slot: VisitSlot, open: readonly number[]): number | undefined {
  const deadline = deadlineWeek(instance, slot) ?? instance.weeks - 1;
  const inTime = open.filter((week) => week <= deadline);
  const from = inTime.length > 0 ? inTime : open.slice(0, 1);
  return from[Math.floor(from.length / 2)];
}

function weeksOfPeriod(instance: PlanningInstance, week: number): number[] {
  let first = 0;
  for (const length of instance.capacityPeriods) {
    if (week < first + length) return Array.from({ length }, (_, at) => first + at);
    first += length;
  }
  return [];
}

function rounded(probability: number): number {
  return Math.round(1_000 * probability) / 1_000;
}

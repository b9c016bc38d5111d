import type { Plan, SlotKey } from './plan.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance, VisitSlot } from './planning-instance.js';
import { deadlineWeek, openWeeks } from './planning-weeks.js';
import { solveStageOne, type StageOneResult } from './solve-stage-one.js';
import type { StageOneBudgets } from './stage-one-options.js';

/** What would bring a visit into the plan. Each was tried: applied, planned again, and the visit was there. */
export type Counterfactual =
  /** With this probability of a problem within 12 months. */
  | { readonly kind: 'SCORE'; readonly probability12Months: number }
  /** With so many more hours of the office in the weeks of one capacity period. */
  | {
      readonly kind: 'HOURS';
      readonly officeId: string;
      readonly weeks: readonly number[];
      readonly hours: number;
    }
  /** If no week were closed to it by a person. */
  | { readonly kind: 'OPEN_WEEKS' }
  /** If a person fixed the week; these visits would move or go. */
  | { readonly kind: 'PIN'; readonly week: number; readonly givesWay: readonly SlotKey[] };

export interface WhatIfOptions {
  readonly seed: string;
  readonly budgets: StageOneBudgets;
}

const SCORES = [0.3, 0.5, 0.7, 0.9, 0.97] as const;
const HOURS_FACTORS = [1, 2, 4] as const;

/**
 * What would have to be otherwise for a slot without a visit to get one: more hours, a higher score, open weeks, a pin;
 * the first of each kind that works. Everything else is held to the plan, so that what moves, moves for this visit.
 */
export function whatWouldChange(
  instance: PlanningInstance,
  plan: Plan,
  key: SlotKey,
  options: WhatIfOptions,
): Counterfactual[] {
  const held = heldTo(instance, plan);
  const { facility, part, slot } = find(held, key);
  const again = (changed: PlanningInstance): StageOneResult => solveStageOne(changed, options);
  const comes = (changed: PlanningInstance): boolean => isPlanned(again(changed).plan, key);
  const found: Counterfactual[] = [];

  const office = held.offices.find(({ id }) => id === part.officeId)!;
  const open = openWeeks(held, facility, part, slot, office);
  const week = bestWeek(held, slot, open);
  if (week === undefined) {
    const opened = withPart(held, key, (each) => ({ ...each, vetoedWeeks: [] }), { vetoedWeeks: [] });
    if (comes(opened)) found.push({ kind: 'OPEN_WEEKS' });
  } else {
    const weeks = weeksOfPeriod(held, week);
    const needed = part.dutyHours + part.travelHours;
    const hours = HOURS_FACTORS.map((factor) => Math.ceil(factor * needed)).find((each) =>
      comes(withHours(held, part, week, each)),
    );
    if (hours !== undefined) found.push({ kind: 'HOURS', officeId: part.officeId, weeks, hours });
    const score = SCORES.filter((each) => each > part.probability12Months).find((probability12Months) =>
      comes(withPart(held, key, (each) => ({ ...each, probability12Months }))),
    );
    if (score !== undefined) found.push({ kind: 'SCORE', probability12Months: score });
    const pinned = again(withPin(held, key, week)).plan;
    if (isPlanned(pinned, key)) found.push({ kind: 'PIN', week, givesWay: differences(plan, pinned, key) });
  }
  return found;
}

/** The instance with every visit of the plan as a commitment. */
export function heldTo(instance: PlanningInstance, plan: Plan): PlanningInstance {
  const weekOf = new Map(plan.visits.map((visit) => [nameOf(visit), visit.week]));
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => ({
        ...part,
        slots: part.slots.map((slot, index) => ({
          ...slot,
          committedWeek:
            weekOf.get(
              nameOf({ facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot: index }),
            ) ?? null,
        })),
      })),
    })),
  };
}

function isPlanned(plan: Plan, key: SlotKey): boolean {
  return plan.visits.some((visit) => nameOf(visit) === nameOf(key));
}

/** Visits of the first plan that the second makes in another week or not at all. */
function differences(before: Plan, after: Plan, but: SlotKey): SlotKey[] {
  const weekOf = new Map(after.visits.map((visit) => [nameOf(visit), visit.week]));
  return before.visits
    .filter((visit) => nameOf(visit) !== nameOf(but) && weekOf.get(nameOf(visit)) !== visit.week)
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

/** One more inspector-like group that holds what the visit needs. */
function withHours(
  instance: PlanningInstance,
  part: AuthorityPart,
  week: number,
  hours: number,
): PlanningInstance {
  const weeklyHours = Array.from({ length: instance.weeks }, (_, each) => (each === week ? hours : 0));
  const competences = part.competence === null ? [] : [part.competence];
  return {
    ...instance,
    offices: instance.offices.map((office) =>
      office.id === part.officeId
        ? { ...office, groups: [...office.groups, { competences, inspectors: 1, weeklyHours }] }
        : office,
    ),
  };
}

function withPin(instance: PlanningInstance, key: SlotKey, pinnedWeek: number): PlanningInstance {
  return withPart(instance, key, (part) => ({
    ...part,
    slots: part.slots.map((slot, index) => (index === key.slot ? { ...slot, pinnedWeek } : slot)),
  }));
}

function withPart(
  instance: PlanningInstance,
  key: SlotKey,
  change: (part: AuthorityPart) => AuthorityPart,
  ofFacility: Partial<PlanningFacility> = {},
): PlanningInstance {
  return {
    ...instance,
    facilities: instance.facilities.map((facility) =>
      facility.id === key.facilityId
        ? {
            ...facility,
            ...ofFacility,
            parts: facility.parts.map((part) =>
              part.responsibleUnit === key.responsibleUnit ? change(part) : part,
            ),
          }
        : facility,
    ),
  };
}

function find(
  instance: PlanningInstance,
  key: SlotKey,
): { facility: PlanningFacility; part: AuthorityPart; slot: VisitSlot } {
  const facility = instance.facilities.find(({ id }) => id === key.facilityId);
  const part = facility?.parts.find(({ responsibleUnit }) => responsibleUnit === key.responsibleUnit);
  const slot = part?.slots[key.slot];
  if (!facility || !part || !slot) throw new RangeError(`${nameOf(key)} is not in the instance.`);
  return { facility, part, slot };
}

function nameOf({ facilityId, responsibleUnit, slot }: SlotKey): string {
  return `${facilityId}/${responsibleUnit}/${slot}`;
}

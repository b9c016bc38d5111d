import { hazardOf, type HazardCurves } from '../hazard.js';
import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
} from '../planning-instance.js';
import { deadlineWeek, firstAllowedWeek, openWeeks } from '../planning-weeks.js';
import { horizonEnd, visitTime, weeksAvoided, weeksSinceLastVisit } from '../visit-value.js';

/** Added to a pinned visit's value so that it is always chosen: far above any sum of values, too small to harm rounding. */
export const PIN_BONUS = 1e5;
/** What a visit that must happen within the plan is worth on top of its risk, in mean visit values. */
const DEADLINE_BONUS = 5;
/** Weeks of delay that cost a whole deadline bonus. */
const DEADLINE_SLOPE_WEEKS = 26;

/**
 * Weighted weeks of problem that a visit in each week avoids. Two visits of one authority are not additive: each slot is
 * valued as if its neighbours came in the middle of their windows; the plan itself is measured exactly.
 */
export function riskOfSlot(
  instance: PlanningInstance,
  part: AuthorityPart,
  index: number,
  curves: HazardCurves,
): number[] {
  const { parameters, weeks } = instance;
  const hazard = hazardOf(part.probability12Months, curves);
  const age = weeksSinceLastVisit(part, instance.startsOn, parameters);
  const before = index === 0 ? -age : assumedTime(instance, part, index - 1);
  const after =
    index === part.slots.length - 1 ? horizonEnd(instance) : assumedTime(instance, part, index + 1);
  const worth = part.severityWeight * parameters.detectionProbability;
  return Array.from(
    { length: weeks },
    (_, week) => worth * weeksAvoided(hazard, before, visitTime(week), after),
  );
}

function assumedTime(instance: PlanningInstance, part: AuthorityPart, index: number): number {
  const slot = part.slots[index]!;
  const first = firstAllowedWeek(instance, part, slot);
  const last = Math.max(first, deadlineWeek(instance, slot) ?? instance.weeks - 1);
  return visitTime(slot.pinnedWeek ?? (first + last) / 2);
}

/** Brings risks to the unit of the mean over slots of the best week's risk, and returns that unit; 1 where all are 0. */
export function scaleToMeanVisit(risk: Float64Array, slots: number, weeks: number): number {
  let sum = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    let best = 0;
    for (let week = 0; week < weeks; week += 1) best = Math.max(best, risk[slot * weeks + week]!);
    sum += best;
  }
  if (sum === 0) return 1;
  for (let index = 0; index < risk.length; index += 1) risk[index]! *= slots / sum;
  return sum / slots;
}

/** What a visit in each week counts beside its risk: deadline and pin. -Infinity in the weeks that are closed to the slot. */
export function dutyOfSlot(
  instance: PlanningInstance,
  facility: PlanningFacility,
  part: AuthorityPart,
  index: number,
  office: PlanningOffice,
): number[] {
  const slot = part.slots[index]!;
  const deadline = deadlineWeek(instance, slot);
  const duty = Array.from({ length: instance.weeks }, () => -Infinity);
  for (const week of openWeeks(instance, facility, part, slot, office)) {
    // The earlier the deadline the more it counts, and every week past it costs as much as any other.
    const weeksLeft = deadline === undefined ? 0 : instance.weeks - Math.max(deadline, week);
    const urgency = deadline === undefined ? 0 : DEADLINE_BONUS * (1 + weeksLeft / DEADLINE_SLOPE_WEEKS);
    duty[week] = urgency + (slot.pinnedWeek === null ? 0 : PIN_BONUS);
  }
  return duty;
}

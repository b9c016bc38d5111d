import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
  VisitSlot,
} from './planning-instance.js';
import { addDays, daysBetween, type Day } from '../shared/day.js';

// A visit may fall on any working day of its week: a rule is kept only if it is kept on each of them.
const LAST_WORKING_DAY = 4;

export function weekStartsOn(startsOn: Day, week: number): Day {
  return addDays(startsOn, 7 * week);
}

/** The first week, 0 or later, all of which lies on or after this day. */
export function firstWeekFrom(startsOn: Day, earliest: Day): number {
  return Math.max(0, Math.ceil(daysBetween(startsOn, earliest) / 7));
}

/** The last week whose Friday lies on or before this day; negative where that week has passed. */
export function lastWeekBy(startsOn: Day, latest: Day): number {
  return Math.floor((daysBetween(startsOn, latest) - LAST_WORKING_DAY) / 7);
}

/** How many weeks after the first visit the second must be planned to keep this many days between them. */
export function weeksToKeep(intervalDays: number): number {
  return Math.ceil((intervalDays + LAST_WORKING_DAY) / 7);
}

/** Must the slot be visited within the horizon? Then the last week that is in time (negative when overdue), else undefined. */
export function deadlineWeek(instance: PlanningInstance, slot: VisitSlot): number | undefined {
  if (slot.window.latest === null) return undefined;
  const week = lastWeekBy(instance.startsOn, slot.window.latest);
  return week < instance.weeks ? week : undefined;
}

/** The first week in which the slot may be visited; `weeks` or more where that is after the horizon. */
export function firstAllowedWeek(instance: PlanningInstance, part: AuthorityPart, slot: VisitSlot): number {
  const fromWindow = firstWeekFrom(instance.startsOn, slot.window.earliest);
  if (part.lastVisitOn === null) return fromWindow;
  return Math.max(
    fromWindow,
    firstWeekFrom(instance.startsOn, addDays(part.lastVisitOn, part.minIntervalDays)),
  );
}

/** Whether a visit in this week is the one that was drawn. */
export function isDrawnFor({ isDrawn, drawnWeeks }: VisitSlot, week: number): boolean {
  return isDrawn && (!drawnWeeks || (drawnWeeks[0] <= week && week <= drawnWeeks[1]));
}

/** The weeks open to a slot, hours and other visits apart: its pin, or else its window without vetoes and closed weeks. */
export function openWeeks(
  instance: PlanningInstance,
  facility: PlanningFacility,
  part: AuthorityPart,
  slot: VisitSlot,
  office: PlanningOffice,
): number[] {
  if (slot.pinnedWeek !== null) return [slot.pinnedWeek];
  const weeks: number[] = [];
  for (let week = firstAllowedWeek(instance, part, slot); week < instance.weeks; week += 1) {
    if (facility.vetoedWeeks.includes(week) || part.vetoedWeeks.includes(week)) continue;
    if (office.groups.some((group) => (group.weeklyHours[week] ?? 0) > 0)) weeks.push(week);
  }
  return weeks;
}

/** Every week a capacity period of its own. */
export function weeklyPeriods(weeks: number): number[] {
  return Array.from({ length: weeks }, () => 1);
}

/**
 * Six single weeks, four times two, then four at a time: exact where the plan is near, roomy where it will change. A small
 * office, whose week holds but a visit or two, needs longer periods from the start: `atLeast` weeks each.
 */
export function coarseningPeriods(weeks: number, atLeast = 1): number[] {
  const periods: number[] = [];
  for (let done = 0; done < weeks;) {
    const wanted = Math.max(atLeast, periods.length < 6 ? 1 : periods.length < 10 ? 2 : 4);
    const length = Math.min(weeks - done, wanted);
    periods.push(length);
    done += length;
  }
  return periods;
}

/** The capacity period of every week. */
export function periodOfWeek(periods: readonly number[]): number[] {
  return periods.flatMap((length, period) => Array.from({ length }, () => period));
}

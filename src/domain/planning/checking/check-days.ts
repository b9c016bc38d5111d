import type { Violation } from './violation.js';
import { checkWeek } from '../days/check-week.js';
import type { DayInputs } from '../days/day-inputs.js';
import type { PlannedDay } from '../days/planned-day.js';
import { inOfficeOrder, weekOfPlan } from '../days/week-of-plan.js';
import type { Placement } from '../days/week-problem.js';
import type { PlanningInstance } from '../planning-instance.js';
import type { PlannedVisit } from '../plan.js';

/**
 * Days and persons against every rule of them. A visit of the next weeks may be without a day; a day may not be without
 * its visit, nor in another week than it.
 */
export function checkDays(
  instance: PlanningInstance,
  inputs: DayInputs,
  visits: readonly PlannedVisit[],
  days: readonly PlannedDay[],
): Violation[] {
  const found: Violation[] = [];
  const broken = (detail: string, slots: readonly PlannedVisit[] = []): void =>
    void found.push({ rule: 'DAYS', detail, slots, isByPinsAlone: false });
  const ofDay = Map.groupBy(visits, (visit) => visit.visitDayKey);
  const byWeek = Map.groupBy(days, ({ week }) => week);
  for (const [key, own] of Map.groupBy(days, (day) => day.visitDayKey)) {
    const visit = ofDay.get(key)?.[0];
    if (own.length > 1) broken(`${key} has ${own.length} days.`);
    if (!visit) broken(`${key} has a day and is not in the plan.`);
    else if (own[0]!.week !== visit.week)
      broken(`${key} has a day in week ${own[0]!.week} and is planned for week ${visit.week}.`, [visit]);
  }
  for (const [week, own] of byWeek) {
    if (week < 0 || week >= inputs.weeks) {
      broken(`Week ${week} is not among the ${inputs.weeks} that get days.`);
      continue;
    }
    const problem = weekOfPlan(instance, inputs, { visits }, week, new Map());
    const known = own.filter((day) => ofDay.get(day.visitDayKey)?.[0]?.week === week);
    const placed = new Map(
      known.map((day) => [day.visitDayKey, placementOf(day, ofDay.get(day.visitDayKey)!)]),
    );
    const unplaced = problem.events.map(({ id }) => id).filter((id) => !placed.has(id));
    for (const fault of checkWeek(problem, { placed, unplaced, travelHours: 0, cost: 0 }))
      broken(`Week ${week}: ${fault}`);
  }
  return found;
}

function placementOf({ day, half, crews }: PlannedDay, visits: readonly PlannedVisit[]): Placement {
  const of = new Map(crews.map(({ officeId, inspectors }) => [officeId, inspectors]));
  return { day, half, inspectors: inOfficeOrder(visits).map(({ officeId }) => of.get(officeId) ?? []) };
}

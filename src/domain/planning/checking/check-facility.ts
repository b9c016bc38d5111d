import type { Violation } from './violation.js';
import type { JointHoursRule } from '../joint-hours.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance } from '../planning-instance.js';
import type { PlannedVisit } from '../plan.js';
import { addDays, daysBetween, type Day } from '../../shared/day.js';

/** The rules that concern one place: its days of visit and the intervals of each authority. */
export function checkFacility(
  instance: PlanningInstance,
  facility: PlanningFacility,
  visits: readonly PlannedVisit[],
): Violation[] {
  const partOf = (visit: PlannedVisit): AuthorityPart =>
    facility.parts.find((part) => part.responsibleUnit === visit.responsibleUnit)!;
  const isPinned = (visit: PlannedVisit): boolean =>
    partOf(visit).slots[visit.slot]!.pinnedWeek === visit.week;
  const broken = (rule: Violation['rule'], detail: string, ...slots: PlannedVisit[]): Violation => ({
    rule,
    detail: `${facility.id}: ${detail}`,
    slots,
    isByPinsAlone: slots.every(isPinned),
  });
  const found: Violation[] = [];
  const days = [...Map.groupBy(visits, (visit) => visit.visitDayKey).values()];

  for (const visit of visits) {
    const part = partOf(visit);
    const monday = addDays(instance.startsOn, visit.week * 7);
    if (facility.vetoedWeeks.includes(visit.week) || part.vetoedWeeks.includes(visit.week)) {
      found.push(broken('VETO', `week ${visit.week} is closed to ${visit.responsibleUnit}`, visit));
    }
    const { earliest } = part.slots[visit.slot]!.window;
    if (monday < earliest) {
      found.push(broken('WINDOW', `${visit.responsibleUnit} may not come before ${earliest}`, visit));
    }
    if (part.lastVisitOn !== null && daysBetween(part.lastVisitOn, monday) < part.minIntervalDays) {
      found.push(
        broken('MIN_INTERVAL', `less than ${part.minIntervalDays} days after ${part.lastVisitOn}`, visit),
      );
    }
  }

  for (const [first, second] of pairs(visits)) {
    if (first.responsibleUnit !== second.responsibleUnit) continue;
    const { minIntervalDays } = partOf(first);
    if (daysBetween(friday(instance, first), monday(instance, second)) < minIntervalDays) {
      found.push(
        broken(
          'MIN_INTERVAL',
          `visits in weeks ${first.week} and ${second.week} lie too close`,
          first,
          second,
        ),
      );
    }
  }

  for (const day of days) {
    const [one] = day as [PlannedVisit];
    if (day.some((visit) => visit.week !== one.week)) {
      found.push(broken('JOINT', `those who share ${one.visitDayKey} come in different weeks`, ...day));
    }
    if (new Set(day.map((visit) => visit.responsibleUnit)).size < day.length) {
      found.push(broken('JOINT', `one authority comes twice on ${one.visitDayKey}`, ...day));
    }
    if (day.length > facility.maxAuthoritiesPerVisit) {
      found.push(broken('MAX_AUTHORITIES', `${day.length} come on ${one.visitDayKey}`, ...day));
    }
    for (const visit of day) {
      const hours = expectedHours(partOf(visit), day.length, instance.parameters.jointHours);
      if (Math.abs(hours - visit.hours) > 1e-6) {
        found.push(
          broken('HOURS', `${visit.hours} hours stated, ${hours} by the rule for ${day.length}`, visit),
        );
      }
    }
  }

  // A day that a pin has fixed is represented by its pin: who joins it does not decide how near it lies to others.
  for (const [first, second] of pairs(days.map((day) => day.find(isPinned) ?? day[0]!))) {
    if (second.week - first.week < facility.weeksBetweenVisits) {
      found.push(broken('SPACING', `weeks ${first.week} and ${second.week} lie too close`, first, second));
    }
  }
  return found;
}

/** All pairs, the earlier week first. */
function pairs(visits: readonly PlannedVisit[]): [PlannedVisit, PlannedVisit][] {
  const inOrder = [...visits].sort((a, b) => a.week - b.week);
  return inOrder.flatMap((first, index) =>
    inOrder.slice(index + 1).map((second): [PlannedVisit, PlannedVisit] => [first, second]),
  );
}

function monday(instance: PlanningInstance, visit: PlannedVisit): Day {
  return addDays(instance.startsOn, visit.week * 7);
}

function friday(instance: PlanningInstance, visit: PlannedVisit): Day {
  return addDays(instance.startsOn, visit.week * 7 + 4);
}

function expectedHours(part: AuthorityPart, authorities: number, rule: JointHoursRule): number {
  const shares = rule.dutyShare.slice(0, authorities);
  const coordination = rule.coordinationHours.slice(0, authorities);
  return part.dutyHours * shares.at(-1)! + part.travelHours + coordination.at(-1)!;
}

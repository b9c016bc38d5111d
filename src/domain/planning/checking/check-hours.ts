import { competenceShortage, hoursOfGroups } from './competence-shortage.js';
import type { Violation } from './violation.js';
import type { PlanningInstance, PlanningOffice } from '../planning-instance.js';
import type { PlannedVisit } from '../plan.js';

/** A visit with what the instance says of it. */
export interface CheckedVisit {
  readonly visit: PlannedVisit;
  readonly competence: string | null;
  readonly isPinned: boolean;
}

const TOLERANCE = 1e-6;

/** OFFICE_CLOSED, CAPACITY and COMPETENCE: the hours of every office in every period, for all visits and for the pinned alone. */
export function checkHours(instance: PlanningInstance, visits: readonly CheckedVisit[]): Violation[] {
  const byOffice = Map.groupBy(visits, ({ visit }) => visit.officeId);
  return instance.offices.flatMap((office) => {
    const own = byOffice.get(office.id) ?? [];
    let firstWeek = 0;
    const ofPeriods = instance.capacityPeriods.flatMap((weeks) => {
      const from = firstWeek;
      firstWeek += weeks;
      const inPeriod = own.filter(({ visit }) => visit.week >= from && visit.week < from + weeks);
      return checkPeriod(office, from, weeks, inPeriod);
    });
    return [...own.flatMap((each) => checkOpen(office, each)), ...ofPeriods];
  });
}

function checkOpen(office: PlanningOffice, { visit, isPinned }: CheckedVisit): Violation[] {
  if (office.groups.some((group) => (group.weeklyHours[visit.week] ?? 0) > 0)) return [];
  const detail = `${office.name} has no hours in week ${visit.week}.`;
  return [{ rule: 'OFFICE_CLOSED', detail, slots: [visit], isByPinsAlone: isPinned }];
}

function checkPeriod(
  office: PlanningOffice,
  firstWeek: number,
  weeks: number,
  visits: readonly CheckedVisit[],
): Violation[] {
  if (visits.length === 0) return [];
  const pinned = visits.filter(({ isPinned }) => isPinned);
  const groups = hoursOfGroups(office.groups, firstWeek, weeks);
  const has = groups.reduce((sum, group) => sum + group.hours, 0);
  const asked = hoursAsked(visits);
  const when = weeks === 1 ? `week ${firstWeek}` : `weeks ${firstWeek}-${firstWeek + weeks - 1}`;
  const slots = visits.map(({ visit }) => visit);
  if (asked > has + TOLERANCE) {
    const detail = `${office.name} has ${has.toFixed(1)} hours in ${when}; the visits need ${asked.toFixed(1)}.`;
    const isByPinsAlone = hoursAsked(pinned) > has + TOLERANCE && pinned.length === visits.length;
    return [{ rule: 'CAPACITY', detail, slots, isByPinsAlone }];
  }
  const shortage = competenceShortage(byCompetence(visits), groups);
  if (shortage <= TOLERANCE) return [];
  const isByPinsAlone = competenceShortage(byCompetence(pinned), groups) >= shortage - TOLERANCE;
  const detail = `${office.name} lacks ${shortage.toFixed(1)} hours of the competences that the visits in ${when} need.`;
  return [{ rule: 'COMPETENCE', detail, slots, isByPinsAlone }];
}

function hoursAsked(visits: readonly CheckedVisit[]): number {
  return visits.reduce((sum, { visit }) => sum + visit.hours, 0);
}

function byCompetence(visits: readonly CheckedVisit[]): Map<string | null, number> {
  const hours = new Map<string | null, number>();
  for (const { visit, competence } of visits)
    hours.set(competence, (hours.get(competence) ?? 0) + visit.hours);
  return hours;
}

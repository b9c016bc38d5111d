import type { DayInputs } from './day-inputs.js';
import type { PlannedDay } from './planned-day.js';
import { WORKING_DAYS, type EventPart, type VisitEvent, type WeekProblem } from './week-problem.js';
import type { AuthorityPart, PlanningInstance } from '../planning-instance.js';
import { deadlineWeek } from '../planning-weeks.js';
import type { Plan, PlannedVisit } from '../plan.js';

/** The visits of one week of a plan with those who can make them. `agreed` is what people work by, by visit day key. */
export function weekOfPlan(
  instance: PlanningInstance,
  inputs: DayInputs,
  plan: Pick<Plan, 'visits'>,
  week: number,
  agreed: ReadonlyMap<string, PlannedDay>,
): WeekProblem {
  const places = new Map(inputs.places.map(({ facilityId, at }) => [facilityId, at]));
  const own = plan.visits.filter((visit) => visit.week === week);
  const parts = partsOf(instance, new Set(own.map(({ facilityId }) => facilityId)));
  const events = [...Map.groupBy(own, (visit) => visit.visitDayKey)].flatMap(([id, visits]): VisitEvent[] => {
    const at = places.get(visits[0]!.facilityId);
    const inOrder = inOfficeOrder(visits);
    const crews = inOrder.map((visit) => crewOf(inputs, visit, parts.get(keyOf(visit))!));
    if (!at || crews.some((crew) => crew === undefined)) return [];
    const kept = agreed.get(id);
    return [
      {
        id,
        at,
        parts: crews as EventPart[],
        days: Array.from({ length: WORKING_DAYS }, (_, day) => day),
        isMandatory: visits.some((visit) => isDuty(instance, parts.get(keyOf(visit))!, visit)),
        agreed: kept?.week === week ? placementOf(kept, crews as EventPart[]) : null,
      },
    ];
  });
  return {
    events,
    weights: inputs.weights,
    inspectors: inputs.inspectors.map(({ code, officeId, competences, start, weeklyHours, daysAtWork }) => ({
      code,
      officeId,
      competences,
      start,
      hours: weeklyHours[week] ?? 0,
      daysAtWork: daysAtWork[week] ?? [],
    })),
  };
}

/** The order in which the crews of a day stand. */
export function inOfficeOrder(visits: readonly PlannedVisit[]): PlannedVisit[] {
  return [...visits].sort((a, b) => (a.officeId < b.officeId ? -1 : 1));
}

function crewOf(inputs: DayInputs, visit: PlannedVisit, part: AuthorityPart): EventPart | undefined {
  const crew = inputs.visits.find(({ authority }) => authority === visit.authority);
  if (!crew) return undefined;
  const { inspectors, isWholeDay, hoursAtPlace } = crew;
  // Travel is counted by the roads themselves.
  const hoursBeside = Math.max(0, (visit.hours - part.travelHours) / inspectors - hoursAtPlace);
  const { officeId } = visit;
  return { officeId, inspectors, isWholeDay, hoursAtPlace, hoursBeside, competence: part.competence };
}

function placementOf({ day, half, crews }: PlannedDay, parts: readonly EventPart[]): VisitEvent['agreed'] {
  const of = new Map(crews.map(({ officeId, inspectors }) => [officeId, inspectors]));
  return { day, half, inspectors: parts.map(({ officeId }) => of.get(officeId) ?? []) };
}

function isDuty(instance: PlanningInstance, part: AuthorityPart, visit: PlannedVisit): boolean {
  const slot = part.slots[visit.slot];
  return slot !== undefined && (slot.pinnedWeek !== null || deadlineWeek(instance, slot) !== undefined);
}

function partsOf(instance: PlanningInstance, facilities: ReadonlySet<string>): Map<string, AuthorityPart> {
  return new Map(
    instance.facilities.flatMap(({ id, parts }) =>
      facilities.has(id) ? parts.map((part) => [keyOf({ facilityId: id, ...part }), part] as const) : [],
    ),
  );
}

function keyOf({ facilityId, responsibleUnit }: { facilityId: string; responsibleUnit: string }): string {
  return `${facilityId} ${responsibleUnit}`;
}

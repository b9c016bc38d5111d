import { randomUUID } from 'node:crypto';
import type { TimingByChance } from '../domain/planning/stage-one/timing-by-chance.js';
import type { PlannedDay } from '../domain/planning/days/planned-day.js';
import { addDays, daysBetween } from '../domain/shared/day.js';
import type { Plan, PlannedVisit, SlotKey } from '../domain/planning/plan.js';
import type { AuthorityPart, PlanningInstance } from '../domain/planning/planning-instance.js';
import { deadlineWeek, weekStartsOn } from '../domain/planning/planning-weeks.js';
import type { CommittedVisit } from './planning-facts.js';
import { halfNamed } from './day-inputs.js';
import type { NewPlan, PlacedDay } from './planning.repository.js';

/**
 * The rows of a plan; every visit gets a random id, which neither counts visits nor tells when they were planned. A visit
 * that continues one of the replanned plan, at the same place with one of its units, keeps that one's identity.
 */
export function storedRows(
  instance: PlanningInstance,
  plan: Plan,
  committed: readonly CommittedVisit[],
  timing?: TimingByChance,
): Pick<NewPlan, 'visits' | 'unplanned' | 'timing'> {
  const parts = new Map<string, AuthorityPart>();
  for (const facility of instance.facilities) {
    for (const part of facility.parts) parts.set(keyOf({ facilityId: facility.id, ...part }), part);
  }
  const officeName = new Map(instance.offices.map((office) => [office.id, office.name]));
  const partOf = (key: Pick<SlotKey, 'facilityId' | 'responsibleUnit'>): AuthorityPart =>
    parts.get(keyOf(key))!;
  const days = Map.groupBy(plan.visits, (visit) => visit.visitDayKey);
  const continued = continuedVisits(instance, days, committed);
  const placed = new Map((plan.days ?? []).map((day) => [day.visitDayKey, day]));
  return {
    visits: [...days].map(([key, visits]) => ({
      id: randomUUID(),
      firstId: continued.get(key) ?? null,
      facilityId: visits[0]!.facilityId,
      weekStart: weekStartsOn(instance.startsOn, visits[0]!.week),
      mode: visits.length > 1 ? 'SAME_VISIT' : 'SINGLE',
      parts: visits.map((visit) => ({
        authority: visit.authority,
        responsibleUnit: visit.responsibleUnit,
        office: officeName.get(visit.officeId) ?? visit.officeId,
        hours: visit.hours,
        latestOn: partOf(visit).slots[visit.slot]?.window.latest ?? null,
        reasons: shownReasons(instance, partOf(visit), visit),
      })),
      day: placedDay(instance, placed.get(key), visits),
    })),
    // A part has one visit here; of a second one the year's own probabilities would be added.
    timing: (timing?.slots ?? [])
      .filter(({ slot }) => slot === 0)
      .map(({ facilityId, responsibleUnit, periods }) => ({
        facilityId,
        authority: partOf({ facilityId, responsibleUnit }).authority,
        responsibleUnit,
        draws: timing!.draws,
        periods: periods.map(({ week, weeks, probability }) => ({
          from: weekStartsOn(instance.startsOn, week),
          weeks,
          probability,
        })),
      })),
    unplanned: plan.unplanned.map(({ facilityId, responsibleUnit, reason }) => ({
      facilityId,
      authority: partOf({ facilityId, responsibleUnit }).authority,
      reason: reason.code,
      details: reason,
    })),
  };
}

function placedDay(
  instance: PlanningInstance,
  placed: PlannedDay | undefined,
  visits: readonly PlannedVisit[],
): PlacedDay | null {
  if (!placed) return null;
  return {
    visitOn: addDays(weekStartsOn(instance.startsOn, placed.week), placed.day),
    half: halfNamed(placed.half),
    inspectors: placed.crews.flatMap(({ officeId, isWholeDay, inspectors }) => {
      const { authority } = visits.find((visit) => visit.officeId === officeId)!;
      return inspectors.map((code) => ({ authority, code, isWholeDay }));
    }),
  };
}

function keyOf({ facilityId, responsibleUnit }: Pick<SlotKey, 'facilityId' | 'responsibleUnit'>): string {
  return `${facilityId} ${responsibleUnit}`;
}

/** Which visit day continues which committed visit: the nearest week at the same place that shares a unit, each once. */
function continuedVisits(
  instance: PlanningInstance,
  days: ReadonlyMap<string, readonly PlannedVisit[]>,
  committed: readonly CommittedVisit[],
): Map<string, string> {
  const atPlace = Map.groupBy(committed, ({ facilityId }) => facilityId);
  const pairs = [...days].flatMap(([key, visits]) =>
    (atPlace.get(visits[0]!.facilityId) ?? [])
      .filter(({ responsibleUnits }) =>
        visits.some((visit) => responsibleUnits.includes(visit.responsibleUnit)),
      )
      .map(({ visitId, weekStart }) => ({
        key,
        visitId,
        distance: Math.abs(daysBetween(instance.startsOn, weekStart) - 7 * visits[0]!.week),
      })),
  );
  const continued = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, visitId } of pairs.sort((a, b) => a.distance - b.distance)) {
    if (continued.has(key) || taken.has(visitId)) continue;
    continued.set(key, visitId);
    taken.add(visitId);
  }
  return continued;
}

const OF_DEADLINES: readonly string[] = ['DEADLINE', 'OVERDUE', 'AFTER_DEADLINE'];

/**
 * A deadline that the instance shown does not hold came from what is not for everybody: it stands as risk. So does a
 * draw, which is its authority's own; who may know of it sees the selection.
 */
function shownReasons(
  instance: PlanningInstance,
  part: AuthorityPart,
  visit: PlannedVisit,
): readonly string[] {
  const slot = part.slots[visit.slot];
  const hidden = slot && deadlineWeek(instance, slot) !== undefined ? ['DRAWN'] : ['DRAWN', ...OF_DEADLINES];
  return [...new Set(visit.reasons.map((reason) => (hidden.includes(reason) ? 'RISK' : reason)))];
}

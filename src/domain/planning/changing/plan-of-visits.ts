import { officeId } from '../capacity.js';
import type { Plan, PlannedReason, PlannedVisit } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { daysBetween } from '../../shared/day.js';
import type { PlacedVisit } from './visit-change.js';

/**
 * Stored visits as the plan that the checker reads. A unit's visits at a place take its slots in the order of their
 * weeks; what is left of the slots stands as not due. Visits at places outside the instance are left out.
 */
export function planOfVisits(instance: PlanningInstance, visits: readonly PlacedVisit[]): Plan {
  const facilities = new Map(instance.facilities.map((facility) => [facility.id, facility]));
  const inOrder = visits
    .filter((visit) => facilities.has(visit.facilityId))
    .sort((a, b) => (a.weekStart < b.weekStart ? -1 : a.weekStart > b.weekStart ? 1 : a.id < b.id ? -1 : 1));
  const used = new Map<string, number>();
  const planned = inOrder.flatMap((visit) =>
    visit.parts.map((part): PlannedVisit => {
      const key = `${visit.facilityId} ${part.responsibleUnit}`;
      const slot = used.get(key) ?? 0;
      used.set(key, slot + 1);
      return {
        facilityId: visit.facilityId,
        responsibleUnit: part.responsibleUnit,
        slot,
        authority: part.authority,
        officeId: officeId(part.responsibleUnit, part.office),
        week: Math.floor(daysBetween(instance.startsOn, visit.weekStart) / 7),
        visitDayKey: visit.id,
        hours: part.hours,
        reasons: part.reasons as PlannedReason[],
      };
    }),
  );
  const unplanned = instance.facilities.flatMap((facility) =>
    facility.parts.flatMap((part) =>
      part.slots
        .map((_slot, slot) => ({ facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot }))
        .filter(({ slot }) => slot >= (used.get(`${facility.id} ${part.responsibleUnit}`) ?? 0))
        .map((key) => ({ ...key, reason: { code: 'NOT_DUE' as const } })),
    ),
  );
  return { method: 'JOINT', visits: planned, unplanned };
}

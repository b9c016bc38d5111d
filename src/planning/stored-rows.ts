import { randomUUID } from 'node:crypto';
import type { Plan, SlotKey } from '../domain/planning/plan.js';
import type { AuthorityPart, PlanningInstance } from '../domain/planning/planning-instance.js';
import { weekStartsOn } from '../domain/planning/planning-weeks.js';
import type { NewPlan } from './planning.repository.js';

/** The rows of a plan; every visit gets a random id, which neither counts visits nor tells when they were planned. */
export function storedRows(instance: PlanningInstance, plan: Plan): Pick<NewPlan, 'visits' | 'unplanned'> {
  const parts = new Map<string, AuthorityPart>();
  for (const facility of instance.facilities) {
    for (const part of facility.parts) parts.set(keyOf({ facilityId: facility.id, ...part }), part);
  }
  const officeName = new Map(instance.offices.map((office) => [office.id, office.name]));
  const partOf = (key: Pick<SlotKey, 'facilityId' | 'responsibleUnit'>): AuthorityPart =>
    parts.get(keyOf(key))!;
  const days = Map.groupBy(plan.visits, (visit) => visit.visitDayKey);
  return {
    visits: [...days.values()].map((visits) => ({
      id: randomUUID(),
      facilityId: visits[0]!.facilityId,
      weekStart: weekStartsOn(instance.startsOn, visits[0]!.week),
      mode: visits.length > 1 ? 'SAME_VISIT' : 'SINGLE',
      parts: visits.map((visit) => ({
        authority: visit.authority,
        responsibleUnit: visit.responsibleUnit,
        office: officeName.get(visit.officeId) ?? visit.officeId,
        hours: visit.hours,
        latestOn: partOf(visit).slots[visit.slot]?.window.latest ?? null,
        reasons: visit.reasons,
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

function keyOf({ facilityId, responsibleUnit }: Pick<SlotKey, 'facilityId' | 'responsibleUnit'>): string {
  return `${facilityId} ${responsibleUnit}`;
}

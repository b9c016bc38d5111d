import { checkDays } from './checking/check-days.js';
import { checkFacility } from './checking/check-facility.js';
import { checkHours, type CheckedVisit } from './checking/check-hours.js';
import type { Violation } from './checking/violation.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance, VisitSlot } from './planning-instance.js';
import type { Plan, PlannedVisit, SlotKey } from './plan.js';

/**
 * Every hard rule that a plan breaks, whoever made it. Written apart from the allocator on purpose: it shares its types
 * and none of its code, so that a mistake there cannot hide here.
 */
export function checkPlan(instance: PlanningInstance, plan: Plan): Violation[] {
  const slots = slotsOf(instance);
  const found: Violation[] = [];
  const sound: { visit: PlannedVisit; known: KnownSlot }[] = [];
  for (const visit of plan.visits) {
    const known = slots.get(textOf(visit));
    if (!known || known.part.officeId !== visit.officeId || known.part.authority !== visit.authority) {
      found.push(
        violation('KNOWN_SLOT', `${textOf(visit)} at ${visit.officeId} is not in the instance.`, [visit]),
      );
    } else if (!Number.isInteger(visit.week) || visit.week < 0 || visit.week >= instance.weeks) {
      found.push(violation('HORIZON', `${textOf(visit)} is planned for week ${visit.week}.`, [visit]));
    } else {
      sound.push({ visit, known });
    }
  }

  found.push(...checkAccounts(slots, plan));
  const ofFacility = Map.groupBy(sound, ({ visit }) => visit.facilityId);
  for (const facility of instance.facilities) {
    const own = ofFacility.get(facility.id);
    if (own)
      found.push(
        ...checkFacility(
          instance,
          facility,
          own.map(({ visit }) => visit),
        ),
      );
  }
  found.push(...checkDaysOfDifferentPlaces(sound.map(({ visit }) => visit)));
  const checked = sound.map(({ visit, known }): CheckedVisit => ({
    visit,
    competence: known.part.competence,
    isPinned: known.slot.pinnedWeek === visit.week,
  }));
  const known = sound.map(({ visit }) => visit);
  const days = instance.days && plan.days ? checkDays(instance, instance.days, known, plan.days) : [];
  return [...found, ...checkHours(instance, checked), ...days];
}

interface KnownSlot {
  readonly key: SlotKey;
  readonly facility: PlanningFacility;
  readonly part: AuthorityPart;
  readonly slot: VisitSlot;
}

function slotsOf(instance: PlanningInstance): Map<string, KnownSlot> {
  const slots = new Map<string, KnownSlot>();
  for (const facility of instance.facilities) {
    for (const part of facility.parts) {
      part.slots.forEach((slot, index) => {
        const key = { facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot: index };
        slots.set(textOf(key), { key, facility, part, slot });
      });
    }
  }
  return slots;
}

/** ONE_VISIT_PER_SLOT, ACCOUNTED and PIN. */
function checkAccounts(slots: ReadonlyMap<string, KnownSlot>, plan: Plan): Violation[] {
  const visits = Map.groupBy(plan.visits, textOf);
  const unplanned = Map.groupBy(plan.unplanned, textOf);
  const found: Violation[] = [];
  for (const [text, { key, slot }] of slots) {
    const own = visits.get(text) ?? [];
    const reasons = unplanned.get(text) ?? [];
    if (own.length > 1)
      found.push(violation('ONE_VISIT_PER_SLOT', `${text} is visited ${own.length} times.`, [key]));
    if ((own.length > 0 ? 1 : 0) + reasons.length !== 1) {
      found.push(
        violation('ACCOUNTED', `${text} has ${own.length} visits and ${reasons.length} reasons.`, [key]),
      );
    }
    if (slot.pinnedWeek !== null && !own.some((visit) => visit.week === slot.pinnedWeek)) {
      found.push(violation('PIN', `${text} is pinned to week ${slot.pinnedWeek}.`, [key]));
    }
  }
  for (const text of unplanned.keys()) {
    if (!slots.has(text)) found.push(violation('ACCOUNTED', `${text} is not in the instance.`, []));
  }
  return found;
}

function checkDaysOfDifferentPlaces(visits: readonly PlannedVisit[]): Violation[] {
  return [...Map.groupBy(visits, (visit) => visit.visitDayKey)]
    .filter(([, day]) => day.some((visit) => visit.facilityId !== day[0]!.facilityId))
    .map(([key, day]) => violation('JOINT', `${key} names days at different places.`, day));
}

function violation(rule: Violation['rule'], detail: string, slots: readonly SlotKey[]): Violation {
  return { rule, detail, slots, isByPinsAlone: false };
}

function textOf({ facilityId, responsibleUnit, slot }: SlotKey): string {
  return `${facilityId}/${responsibleUnit}/${slot}`;
}

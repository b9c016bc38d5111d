import type { Plan, SlotKey } from '../plan.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance, VisitSlot } from '../planning-instance.js';

/** What could be otherwise for one slot. */
export type Counterfactual =
  /** With this probability of a problem within 12 months. */
  | { readonly kind: 'SCORE'; readonly probability12Months: number }
  /** With so many more hours of the office, by people who hold what the visit needs, in the first of the weeks. */
  | {
      readonly kind: 'HOURS';
      readonly officeId: string;
      readonly weeks: readonly number[];
      readonly hours: number;
    }
  /** If no week were closed to it by a person. */
  | { readonly kind: 'OPEN_WEEKS' }
  /** If a person fixed the week. */
  | { readonly kind: 'PIN'; readonly week: number };

/** The instance as it would be. */
export function withCounterfactual(
  instance: PlanningInstance,
  key: SlotKey,
  counterfactual: Counterfactual,
): PlanningInstance {
  switch (counterfactual.kind) {
    case 'SCORE': {
      const { probability12Months } = counterfactual;
      return withPart(instance, key, (part) => ({ ...part, probability12Months }));
    }
    case 'HOURS':
      return withHours(instance, findSlot(instance, key).part, counterfactual);
    case 'OPEN_WEEKS':
      return withPart(instance, key, (part) => ({ ...part, vetoedWeeks: [] }), { vetoedWeeks: [] });
    case 'PIN':
      return withPart(instance, key, (part) => ({
        ...part,
        slots: part.slots.map((slot, index) =>
          index === key.slot ? { ...slot, pinnedWeek: counterfactual.week } : slot,
        ),
      }));
  }
}

/** The instance with every visit of the plan as a commitment. */
export function heldTo(instance: PlanningInstance, plan: Plan): PlanningInstance {
  const weekOf = new Map(plan.visits.map((visit) => [nameOfSlot(visit), visit.week]));
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => ({
        ...part,
        slots: part.slots.map((slot, index) => ({
          ...slot,
          committedWeek:
            weekOf.get(
              nameOfSlot({ facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot: index }),
            ) ?? null,
        })),
      })),
    })),
  };
}

/** Throws RangeError where the instance has no such slot. */
export function findSlot(
  instance: PlanningInstance,
  key: SlotKey,
): { facility: PlanningFacility; part: AuthorityPart; slot: VisitSlot } {
  const facility = instance.facilities.find(({ id }) => id === key.facilityId);
  const part = facility?.parts.find(({ responsibleUnit }) => responsibleUnit === key.responsibleUnit);
  const slot = part?.slots[key.slot];
  if (!facility || !part || !slot) throw new RangeError(`${nameOfSlot(key)} is not in the instance.`);
  return { facility, part, slot };
}

export function nameOfSlot({ facilityId, responsibleUnit, slot }: SlotKey): string {
  return `${facilityId}/${responsibleUnit}/${slot}`;
}

/** One more inspector-like group that holds what the visit needs. */
function withHours(
  instance: PlanningInstance,
  part: AuthorityPart,
  { officeId, weeks, hours }: { officeId: string; weeks: readonly number[]; hours: number },
): PlanningInstance {
  const weeklyHours = Array.from({ length: instance.weeks }, (_, each) => (each === weeks[0] ? hours : 0));
  const competences = part.competence === null ? [] : [part.competence];
  return {
    ...instance,
    offices: instance.offices.map((office) =>
      office.id === officeId
        ? { ...office, groups: [...office.groups, { competences, inspectors: 1, weeklyHours }] }
        : office,
    ),
  };
}

function withPart(
  instance: PlanningInstance,
  key: SlotKey,
  change: (part: AuthorityPart) => AuthorityPart,
  ofFacility: Partial<PlanningFacility> = {},
): PlanningInstance {
  return {
    ...instance,
    facilities: instance.facilities.map((facility) =>
      facility.id === key.facilityId
        ? {
            ...facility,
            ...ofFacility,
            parts: facility.parts.map((part) =>
              part.responsibleUnit === key.responsibleUnit ? change(part) : part,
            ),
          }
        : facility,
    ),
  };
}

import type { CompiledYear } from './compile-year.js';
import type { SlotKey } from '../plan.js';
import type { AuthorityPart, PlanningFacility } from '../planning-instance.js';

/** Calls back with the facility, the part, the key and the number of every slot, in order. */
export function forEachSlot(
  { instance }: CompiledYear,
  act: (facility: PlanningFacility, part: AuthorityPart, key: SlotKey, slot: number) => void,
): void {
  let slot = 0;
  for (const facility of instance.facilities) {
    for (const part of facility.parts) {
      for (let index = 0; index < part.slots.length; index += 1, slot += 1)
        act(
          facility,
          part,
          { facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot: index },
          slot,
        );
    }
  }
}

import { capacityRows, type CapacityRows } from './capacity-rows.js';
import { dutyOfSlot, riskOfSlot, scaleToMeanVisit } from './slot-values.js';
import { HazardCurves } from '../hazard.js';
import { jointVisitHours } from '../joint-hours.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance } from '../planning-instance.js';
import { deadlineWeek, periodOfWeek, weeksToKeep } from '../planning-weeks.js';

/**
 * The instance in arrays, for the hot loops. Slots are numbered facility by facility; values are in units of a mean
 * visit's, so that one scale of prices fits every instance.
 */
export interface CompiledInstance {
  readonly instance: PlanningInstance;
  readonly weeks: number;
  readonly capacity: CapacityRows;
  readonly periodOfWeek: Int32Array;
  /** First slot of each facility; one more entry than facilities. */
  readonly firstSlot: Int32Array;
  readonly slots: number;
  readonly facilityOf: Int32Array;
  /** Index of the part within the facility, and of the slot within the part. */
  readonly slotPart: Int32Array;
  readonly slotIndex: Int32Array;
  readonly slotClass: Int32Array;
  /** How many slots of the facility are pinned to the slot's week, itself included; 0 where it is not pinned. */
  readonly pinned: Uint8Array;
  readonly mustVisit: Uint8Array;
  /** Fewest weeks between two visits of the slot's part. */
  readonly slotGap: Int32Array;
  /** Hours by [slot * maxJoint + authorities - 1]. */
  readonly hours: Float64Array;
  readonly maxJoint: number;
  /** Harm avoided, in mean visit values, by [slot * weeks + week]. */
  readonly risk: Float64Array;
  /** What the allocator maximises: risk, deadline and pin; -Infinity in a week that is closed to the slot. Same index. */
  readonly value: Float64Array;
  /** Fewest weeks between two days of visit, by facility. */
  readonly spacing: Int32Array;
  /** Cost of a day of visit, in mean visit values. */
  readonly burden: number;
}

export function compileInstance(instance: PlanningInstance): CompiledInstance {
  const { weeks, facilities, parameters } = instance;
  const capacity = capacityRows(instance);
  const slots = facilities.reduce(
    (sum, { parts }) => sum + parts.reduce((own, part) => own + part.slots.length, 0),
    0,
  );
  const maxJoint = facilities.reduce((most, facility) => Math.max(most, facility.parts.length), 1);
  const compiled: CompiledInstance = {
    instance,
    weeks,
    capacity,
    periodOfWeek: Int32Array.from(periodOfWeek(instance.capacityPeriods)),
    firstSlot: new Int32Array(facilities.length + 1),
    slots,
    facilityOf: new Int32Array(slots),
    slotPart: new Int32Array(slots),
    slotIndex: new Int32Array(slots),
    slotClass: new Int32Array(slots),
    pinned: new Uint8Array(slots),
    mustVisit: new Uint8Array(slots),
    slotGap: new Int32Array(slots),
    hours: new Float64Array(slots * maxJoint),
    maxJoint,
    risk: new Float64Array(slots * weeks),
    value: new Float64Array(slots * weeks),
    spacing: Int32Array.from(facilities, (facility) => spacingOf(facility)),
    burden: parameters.burdenShare,
  };
  fillSlots(compiled);
  scaleToMeanVisit(compiled.risk, slots, weeks);
  for (let index = 0; index < compiled.value.length; index += 1)
    compiled.value[index]! += compiled.risk[index]!;
  return compiled;
}

function fillSlots(compiled: CompiledInstance): void {
  const { instance, capacity, weeks, maxJoint } = compiled;
  const curves = new HazardCurves(instance.parameters.hazardShape);
  const offices = new Map(instance.offices.map((office, index) => [office.id, { office, index }]));
  let slot = 0;
  instance.facilities.forEach((facility, facilityIndex) => {
    compiled.firstSlot[facilityIndex] = slot;
    const onlyWeeks = weeksLeftByPins(facility);
    facility.parts.forEach((part, partIndex) => {
      const { office, index: officeIndex } = offices.get(part.officeId)!;
      part.slots.forEach((own, index) => {
        compiled.facilityOf[slot] = facilityIndex;
        compiled.slotPart[slot] = partIndex;
        compiled.slotIndex[slot] = index;
        compiled.slotClass[slot] = capacity.classOf[officeIndex]!.get(part.competence)!;
        compiled.pinned[slot] = pinsInWeek(facility, own.pinnedWeek);
        compiled.mustVisit[slot] = deadlineWeek(instance, own) === undefined ? 0 : 1;
        compiled.slotGap[slot] = weeksToKeep(part.minIntervalDays);
        for (let size = 1; size <= maxJoint; size += 1) {
          compiled.hours[slot * maxJoint + size - 1] = jointVisitHours(
            part,
            size,
            instance.parameters.jointHours,
          );
        }
        compiled.risk.set(riskOfSlot(instance, part, index, curves), slot * weeks);
        const duty = dutyOfSlot(instance, facility, part, index, office);
        compiled.value.set(
          duty.map((each, week) => (onlyWeeks && !onlyWeeks.has(week) ? -Infinity : each)),
          slot * weeks,
        );
        slot += 1;
      });
    });
  });
  compiled.firstSlot[instance.facilities.length] = slot;
}

function pinsOf(facility: PlanningFacility): number[] {
  return facility.parts.flatMap((part) => part.slots.flatMap((slot) => slot.pinnedWeek ?? []));
}

function pinsInWeek(facility: PlanningFacility, week: number | null): number {
  return pinsOf(facility).filter((pin) => pin === week).length;
}

function pinnedWeeks(facility: PlanningFacility): number[] {
  return [...new Set(pinsOf(facility))].sort((a, b) => a - b);
}

function closestPins(facility: PlanningFacility): number {
  const pins = pinnedWeeks(facility);
  return pins.reduce(
    (least, week, index) => (index === 0 ? least : Math.min(least, week - pins[index - 1]!)),
    Infinity,
  );
}

/** Pins bind even where they lie closer than the place's spacing. */
function spacingOf(facility: PlanningFacility): number {
  return Math.min(facility.weeksBetweenVisits, closestPins(facility));
}

/** Where pins lie closer than the spacing, the other visits may only join them. */
function weeksLeftByPins(facility: PlanningFacility): ReadonlySet<number> | undefined {
  return closestPins(facility) < facility.weeksBetweenVisits ? new Set(pinnedWeeks(facility)) : undefined;
}

/** Calls back with the facility, the part and the number of every slot, in order. */
export function forEachSlot(
  compiled: CompiledInstance,
  act: (facility: PlanningFacility, part: AuthorityPart, slot: number) => void,
): void {
  for (let slot = 0; slot < compiled.slots; slot += 1) {
    const facility = compiled.instance.facilities[compiled.facilityOf[slot]!]!;
    act(facility, facility.parts[compiled.slotPart[slot]!]!, slot);
  }
}

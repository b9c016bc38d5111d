import { capacityRows } from '../hours/capacity-rows.js';
import { jointVisitHours } from '../joint-hours.js';
import type { SlotKey } from '../plan.js';
import type { PlanningFacility, PlanningInstance } from '../planning-instance.js';
import { periodOfWeek, weeksToKeep } from '../planning-weeks.js';
import type { LinearModel } from '../stage-one/linear-model.js';

/** A limit that pins may exceed together. */
export type PinLimit =
  | { readonly kind: 'HOURS'; readonly officeId: string; readonly weeks: readonly [number, number] }
  | { readonly kind: 'TOO_NEAR'; readonly facilityId: string };

/** The pins of an instance alone, as a model that has a solution only if all of them can be kept. */
export interface PinModel {
  readonly model: LinearModel;
  /** By column. */
  readonly pins: readonly (SlotKey & { readonly week: number })[];
  /** By row. */
  readonly limits: readonly PinLimit[];
}

export function pinModel(instance: PlanningInstance): PinModel {
  const capacity = capacityRows(instance);
  const periodOf = periodOfWeek(instance.capacityPeriods);
  const firstWeeks = instance.capacityPeriods.map((_, period) => periodOf.indexOf(period));
  const officeIndex = new Map(instance.offices.map(({ id }, index) => [id, index]));
  const pins: (SlotKey & { week: number })[] = [];
  const entries: { row: number; value: number }[][] = [];
  const limits: PinLimit[] = [];
  const upper: number[] = [];
  const rowOfHours = new Map<number, number>();

  for (const facility of instance.facilities) {
    const first = pins.length;
    for (const { part, slot, index } of slotsOf(facility)) {
      if (slot.pinnedWeek === null) continue;
      const week = slot.pinnedWeek;
      const together = slotsOf(facility).filter((each) => each.slot.pinnedWeek === week).length;
      const hours = jointVisitHours(part, together, instance.parameters.jointHours);
      const office = officeIndex.get(part.officeId)!;
      pins.push({ facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot: index, week });
      entries.push(
        capacity.rowsOfClass[capacity.classOf[office]!.get(part.competence)!]!.map((row) => ({
          row: hoursRow(row * capacity.periods + periodOf[week]!, part.officeId),
          value: hours,
        })),
      );
    }
    for (let one = first; one < pins.length; one += 1) {
      for (let other = first; other < one; other += 1) {
        if (!areTooNear(facility, pins[one]!, pins[other]!)) continue;
        const row = limits.push({ kind: 'TOO_NEAR', facilityId: facility.id }) - 1;
        upper.push(1);
        for (const column of [other, one]) entries[column]!.push({ row, value: 1 });
      }
    }
  }

  function hoursRow(at: number, officeId: string): number {
    const known = rowOfHours.get(at);
    if (known !== undefined) return known;
    const period = at % capacity.periods;
    const from = firstWeeks[period]!;
    const row =
      limits.push({ kind: 'HOURS', officeId, weeks: [from, from + instance.capacityPeriods[period]! - 1] }) -
      1;
    upper.push(capacity.hours[at]!);
    rowOfHours.set(at, row);
    return row;
  }

  const starts = [0];
  for (const own of entries) starts.push(starts.at(-1)! + own.length);
  const all = entries.flatMap((own) => own.sort((a, b) => a.row - b.row));
  const ones = new Float64Array(pins.length).fill(1);
  return {
    pins,
    limits,
    model: {
      cost: new Float64Array(pins.length),
      lower: ones,
      upper: ones.slice(),
      rowUpper: Float64Array.from(upper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(all, ({ row }) => row),
      values: Float64Array.from(all, ({ value }) => value),
    },
  };
}

function slotsOf({ parts }: PlanningFacility) {
  return parts.flatMap((part) => part.slots.map((slot, index) => ({ part, slot, index })));
}

/** In different weeks that lie nearer than the place, or the unit that comes twice, allows. */
function areTooNear(
  { weeksBetweenVisits, parts }: PlanningFacility,
  one: SlotKey & { week: number },
  other: SlotKey & { week: number },
): boolean {
  const distance = Math.abs(one.week - other.week);
  if (one.responsibleUnit === other.responsibleUnit) {
    const part = parts.find(({ responsibleUnit }) => responsibleUnit === one.responsibleUnit)!;
    if (distance < weeksToKeep(part.minIntervalDays)) return true;
  }
  return distance > 0 && distance < weeksBetweenVisits;
}

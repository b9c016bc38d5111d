import type { CompiledInstance } from './compiled-instance.js';
import type { FacilityChooser } from './facility-chooser.js';
import { HoursLedger } from './hours-ledger.js';
import { PIN_BONUS } from './slot-values.js';
import { bitCount } from './visit-shapes.js';

const ROUNDING = 1e-6;

export interface AssignmentScore {
  /** Visited slots of those that must be visited within the plan. */
  readonly mustVisits: number;
  /** Value of all visits less the disturbance, in mean visit values; pins count without their bonus. */
  readonly value: number;
}

/** A year plan under construction: the week of every slot, and the hours that are left. */
export class VisitAssignment {
  /** Week by slot, -1 where it is not visited. */
  readonly weekOf: Int16Array;
  /** How many come that day, by slot. */
  readonly sizeOf: Int8Array;
  readonly ledger: HoursLedger;

  constructor(private readonly compiled: CompiledInstance) {
    this.weekOf = new Int16Array(compiled.slots).fill(-1);
    this.sizeOf = new Int8Array(compiled.slots);
    this.ledger = new HoursLedger(compiled.instance, compiled.capacity);
  }

  /** Takes a facility's visits out of the plan. */
  lift(facility: number): void {
    for (
      let slot = this.compiled.firstSlot[facility]!;
      slot < this.compiled.firstSlot[facility + 1]!;
      slot += 1
    ) {
      if (this.weekOf[slot]! >= 0) this.remove(slot);
    }
  }

  /** Puts the chooser's latest choice for the facility in the plan; days with pinned visits first, for their hours bind. */
  place(facility: number, chosen: FacilityChooser): void {
    const pinned = this.maskOf(facility, (slot) => this.compiled.pinned[slot]! > 0);
    for (const isPinned of [true, false]) {
      for (let day = 0; day < chosen.days; day += 1) {
        const mask = chosen.dayMask[day]!;
        if (((mask & pinned) !== 0) === isPinned) this.placeDay(facility, chosen.dayWeek[day]!, mask);
      }
    }
  }

  /** Puts the visits in the mask on one day. Where two that draw on the same hours leave too few, only the pinned ones. */
  placeDay(facility: number, week: number, mask: number): void {
    const pinned = this.maskOf(facility, (slot) => this.compiled.pinned[slot]! > 0) & mask;
    const size = bitCount(mask);
    let fits = true;
    this.forEachIn(facility, pinned, (slot) => this.put(slot, week, size));
    this.forEachIn(facility, mask & ~pinned, (slot) => {
      this.put(slot, week, size);
      if (this.ledger.room[this.compiled.slotClass[slot]! * this.compiled.weeks + week]! < -ROUNDING)
        fits = false;
    });
    if (fits) return;
    this.forEachIn(facility, mask, (slot) => this.remove(slot));
    if (pinned) this.placeDay(facility, week, pinned);
  }

  private put(slot: number, week: number, size: number): void {
    this.weekOf[slot] = week;
    this.sizeOf[slot] = size;
    this.ledger.take(this.compiled.slotClass[slot]!, week, this.hoursOf(slot));
  }

  private remove(slot: number): void {
    this.ledger.take(this.compiled.slotClass[slot]!, this.weekOf[slot]!, -this.hoursOf(slot));
    this.weekOf[slot] = -1;
  }

  private forEachIn(facility: number, mask: number, act: (slot: number) => void): void {
    for (let rest = mask, slot = this.compiled.firstSlot[facility]!; rest; rest >>= 1, slot += 1) {
      if (rest & 1) act(slot);
    }
  }

  /** The facility's slots for which the test holds, as a mask. */
  maskOf(facility: number, test: (slot: number) => boolean): number {
    const first = this.compiled.firstSlot[facility]!;
    let mask = 0;
    for (let slot = first; slot < this.compiled.firstSlot[facility + 1]!; slot += 1) {
      if (test(slot)) mask |= 1 << (slot - first);
    }
    return mask;
  }

  hoursOf(slot: number): number {
    return this.compiled.hours[slot * this.compiled.maxJoint + this.sizeOf[slot]! - 1]!;
  }

  /** The weeks of a facility's slots, to be given to `replace` later. */
  weeksOf(facility: number): Int16Array {
    return this.weekOf.slice(this.compiled.firstSlot[facility], this.compiled.firstSlot[facility + 1]);
  }

  /** Puts a lifted facility's visits back in the weeks they had. */
  replace(facility: number, weeks: Int16Array): void {
    const first = this.compiled.firstSlot[facility]!;
    for (let bit = 0; bit < weeks.length; bit += 1) {
      const week = weeks[bit]!;
      if (week < 0 || this.weekOf[first + bit]! >= 0) continue;
      this.placeDay(
        facility,
        week,
        this.maskOf(facility, (slot) => weeks[slot - first] === week),
      );
    }
  }

  score(): AssignmentScore {
    return this.scoreOf(this.compiled.spacing.keys());
  }

  scoreOf(facilities: Iterable<number>): AssignmentScore {
    const { compiled } = this;
    let mustVisits = 0;
    let value = 0;
    for (const facility of facilities) {
      for (let slot = compiled.firstSlot[facility]!; slot < compiled.firstSlot[facility + 1]!; slot += 1) {
        const week = this.weekOf[slot]!;
        if (week < 0) continue;
        mustVisits += compiled.mustVisit[slot]!;
        value += compiled.value[slot * compiled.weeks + week]! - compiled.burden / this.sizeOf[slot]!;
        if (compiled.pinned[slot]) value -= PIN_BONUS;
      }
    }
    return { mustVisits, value };
  }
}

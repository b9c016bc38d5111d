import type { FacilityChoice } from './facility-choice.js';
import { bitCount, bitsOf, dutyRow, isOpen, type YearProblem } from './year-problem.js';

const ROUNDING = 1e-9;

/** Bucket, week and partners of every visit, and the hours that are left beside them. */
export class YearPlan {
  /** -1 where the slot is not visited. */
  readonly bucketOf: Int8Array;
  readonly weekOf: Int8Array;
  /** Mask of the facility's slots that share the day, the slot itself included; 0 where it is not visited. */
  readonly togetherOf: Uint8Array;
  /** Hours left for a visit of a class, by [class * buckets + bucket]: the least over its rows. */
  readonly room: Float64Array;
  value = 0;
  private readonly roomOfRow: Float64Array;
  /** Hours that are kept for the pinned slots from the start, so that nobody else can take them. */
  private readonly pledged: Float32Array;
  private readonly classesOfRow: readonly Int32Array[];

  constructor(readonly problem: YearProblem) {
    const { slots, classes, buckets, rows, rowsOfClass, rowHours } = problem;
    this.bucketOf = new Int8Array(slots).fill(-1);
    this.weekOf = new Int8Array(slots).fill(-1);
    this.togetherOf = new Uint8Array(slots);
    this.room = new Float64Array(classes * buckets);
    this.roomOfRow = rowHours.slice();
    this.pledged = pledgedHours(problem);
    const members: number[][] = Array.from({ length: rows }, () => []);
    rowsOfClass.forEach((own, index) => own.forEach((row) => members[row]!.push(index)));
    this.classesOfRow = members.map((each) => Int32Array.from(each));
    this.recompute();
  }

  /** Takes the facility's visits out of the plan. */
  lift(facility: number): void {
    this.value -= this.valueOf(facility);
    const { firstSlot } = this.problem;
    for (let slot = firstSlot[facility]!; slot < firstSlot[facility + 1]!; slot += 1) {
      if (this.bucketOf[slot]! < 0) continue;
      this.take(slot, this.bucketOf[slot]!, this.pledged[slot]! - this.hoursOf(slot));
      this.bucketOf[slot] = -1;
      this.weekOf[slot] = -1;
      this.togetherOf[slot] = 0;
    }
  }

  /** Puts the days of a choice into the plan, for a facility that is lifted; leaves out days that find no hours after all. */
  place(facility: number, choice: FacilityChoice): void {
    const first = this.problem.firstSlot[facility]!;
    for (let day = 0; day < choice.days; day += 1) {
      const mask = choice.dayMask[day]!;
      // Two days of one facility in one bucket may have counted on the same hours.
      if (
        day > 0 &&
        choice.dayBucket[day - 1] === choice.dayBucket[day] &&
        !this.hasRoom(first, mask, choice.dayBucket[day]!)
      )
        continue;
      this.placeDay(first, mask, choice.dayBucket[day]!, choice.dayWeek[day]!);
    }
    this.value += this.valueOf(facility);
  }

  /** Puts a facility's visits to their committed weeks; false, with nothing changed, where it has none or they cannot be kept. */
  placeCommitted(facility: number): boolean {
    const { problem } = this;
    const first = problem.firstSlot[facility]!;
    const days = new Map<number, number>();
    for (let slot = first; slot < problem.firstSlot[facility + 1]!; slot += 1) {
      const week = problem.committedWeek[slot]!;
      if (problem.pinnedWeek[slot]! >= 0 && problem.pinnedWeek[slot] !== week) return false;
      if (week < 0) continue;
      if (!isOpen(problem, slot, week)) return false;
      days.set(week, (days.get(week) ?? 0) | (1 << (slot - first)));
    }
    const weeks = [...days.keys()].sort((a, b) => a - b);
    const { sets } = problem.shapes[problem.shapeOf[facility]!]!;
    const isApart = weeks.every(
      (week, at) => at === 0 || week - weeks[at - 1]! >= problem.spacing[facility]!,
    );
    const isAllowed = [...days.values()].every((mask) => sets.includes(mask));
    if (weeks.length === 0 || !isApart || !isAllowed || this.hasPartsTooNear(first, days)) return false;
    for (const [week, mask] of days) {
      const bucket = problem.bucketOfWeek[week]!;
      if (this.hasRoom(first, mask, bucket)) this.placeDay(first, mask, bucket, week);
    }
    this.settle(facility);
    return true;
  }

  private hasPartsTooNear(first: number, days: ReadonlyMap<number, number>): boolean {
    const { slotPart, slotGap } = this.problem;
    const visits = [...days].flatMap(([week, mask]) =>
      bitsOf(mask).map((bit) => ({ week, slot: first + bit })),
    );
    return visits.some((one) =>
      visits.some(
        (other) =>
          one.slot < other.slot &&
          slotPart[one.slot] === slotPart[other.slot] &&
          Math.abs(one.week - other.week) < slotGap[one.slot]!,
      ),
    );
  }

  /** Puts one slot alone into a bucket, if its hours are there; distances to other visits are the caller's. */
  tryAlone(slot: number, bucket: number): boolean {
    const { facilityOf, firstSlot, firstWeek } = this.problem;
    const first = firstSlot[facilityOf[slot]!]!;
    const mask = 1 << (slot - first);
    if (!this.hasRoom(first, mask, bucket)) return false;
    this.placeDay(first, mask, bucket, firstWeek[bucket]!);
    return true;
  }

  private placeDay(first: number, mask: number, bucket: number, week: number): void {
    for (let rest = mask; rest; rest &= rest - 1) {
      const slot = first + 31 - Math.clz32(rest & -rest);
      this.bucketOf[slot] = bucket;
      this.weekOf[slot] = week;
      this.togetherOf[slot] = mask;
      this.take(slot, bucket, this.hoursOf(slot) - this.pledged[slot]!);
    }
  }

  private hasRoom(first: number, mask: number, bucket: number): boolean {
    const { hours, maxJoint, slotClass, buckets, pinnedWeek } = this.problem;
    const size = bitCount(mask);
    for (let rest = mask; rest; rest &= rest - 1) {
      const slot = first + 31 - Math.clz32(rest & -rest);
      if (pinnedWeek[slot]! >= 0) continue;
      if (hours[slot * maxJoint + size - 1]! > this.room[slotClass[slot]! * buckets + bucket]! + ROUNDING)
        return false;
    }
    return true;
  }

  hoursOf(slot: number): number {
    const { hours, maxJoint } = this.problem;
    return this.togetherOf[slot] ? hours[slot * maxJoint + bitCount(this.togetherOf[slot]) - 1]! : 0;
  }

  /** Worth, duty and disturbance of a facility's visits. */
  valueOf(facility: number): number {
    const { firstSlot, worth, buckets, burden } = this.problem;
    const first = firstSlot[facility]!;
    let value = 0;
    for (let slot = first; slot < firstSlot[facility + 1]!; slot += 1) {
      const bucket = this.bucketOf[slot]!;
      if (bucket < 0) continue;
      value += worth[slot * buckets + bucket]! + this.dutyOf(slot);
      if ((this.togetherOf[slot]! & -this.togetherOf[slot]!) === 1 << (slot - first)) value -= burden;
    }
    return value;
  }

  dutyOf(slot: number): number {
    const { duty, buckets, deadline } = this.problem;
    return this.bucketOf[slot]! < 0 ? 0 : duty[dutyRow(deadline[slot]!) * buckets + this.bucketOf[slot]!]!;
  }

  totalDuty(): number {
    let duty = 0;
    for (let slot = 0; slot < this.problem.slots; slot += 1) duty += this.dutyOf(slot);
    return duty;
  }

  /** Sums hours and value anew: after a million changes the running sums have drifted. */
  recompute(): void {
    const { facilities, slots, rowHours } = this.problem;
    this.roomOfRow.set(rowHours);
    const { rowsOfClass, slotClass, buckets, bucketOfWeek, pinnedWeek } = this.problem;
    for (let slot = 0; slot < slots; slot += 1) {
      const isPlanned = this.bucketOf[slot]! >= 0;
      const bucket = isPlanned
        ? this.bucketOf[slot]!
        : this.pledged[slot]
          ? bucketOfWeek[pinnedWeek[slot]!]!
          : -1;
      if (bucket < 0) continue;
      const hours = isPlanned ? this.hoursOf(slot) : this.pledged[slot]!;
      for (const row of rowsOfClass[slotClass[slot]!]!) this.roomOfRow[row * buckets + bucket]! -= hours;
    }
    this.refreshRoom();
    this.value = 0;
    for (let facility = 0; facility < facilities; facility += 1) this.value += this.valueOf(facility);
  }

  /** Takes over the visits of some facilities, where the two plans differ in no others. */
  copyFacilities(other: YearPlan, facilities: readonly number[]): void {
    const { firstSlot } = this.problem;
    for (const facility of facilities) {
      for (let slot = firstSlot[facility]!; slot < firstSlot[facility + 1]!; slot += 1) {
        this.bucketOf[slot] = other.bucketOf[slot]!;
        this.weekOf[slot] = other.weekOf[slot]!;
        this.togetherOf[slot] = other.togetherOf[slot]!;
      }
    }
    this.room.set(other.room);
    this.roomOfRow.set(other.roomOfRow);
    this.value = other.value;
  }

  /** Puts one slot back as it was; for a facility that is lifted, with `settle` after its last slot. */
  restore(slot: number, bucket: number, week: number, together: number): void {
    this.bucketOf[slot] = bucket;
    this.weekOf[slot] = week;
    this.togetherOf[slot] = together;
    if (bucket >= 0) this.take(slot, bucket, this.hoursOf(slot) - this.pledged[slot]!);
  }

  settle(facility: number): void {
    this.value += this.valueOf(facility);
  }

  copyFrom(other: YearPlan): void {
    this.bucketOf.set(other.bucketOf);
    this.weekOf.set(other.weekOf);
    this.togetherOf.set(other.togetherOf);
    this.room.set(other.room);
    this.roomOfRow.set(other.roomOfRow);
    this.value = other.value;
  }

  /** Books hours; negative ones are given back. */
  private take(slot: number, bucket: number, hours: number): void {
    const { rowsOfClass, slotClass, buckets } = this.problem;
    const rows = rowsOfClass[slotClass[slot]!]!;
    for (let each = 0; each < rows.length; each += 1) {
      const row = rows[each]!;
      this.roomOfRow[row * buckets + bucket]! -= hours;
      const classes = this.classesOfRow[row]!;
      for (let index = 0; index < classes.length; index += 1) this.refreshClass(classes[index]!, bucket);
    }
  }

  private refreshRoom(): void {
    for (let each = 0; each < this.problem.classes; each += 1)
      for (let bucket = 0; bucket < this.problem.buckets; bucket += 1) this.refreshClass(each, bucket);
  }

  private refreshClass(each: number, bucket: number): void {
    const { rowsOfClass, buckets } = this.problem;
    const rows = rowsOfClass[each]!;
    let least = Infinity;
    for (let index = 0; index < rows.length; index += 1) {
      const left = this.roomOfRow[rows[index]! * buckets + bucket]!;
      if (left < least) least = left;
    }
    this.room[each * buckets + bucket] = least;
  }
}

/** Hours of every pinned slot together with those pinned to the same week. */
function pledgedHours({
  slots,
  pinnedWeek,
  facilityOf,
  firstSlot,
  hours,
  maxJoint,
}: YearProblem): Float32Array {
  const pledged = new Float32Array(slots);
  for (let slot = 0; slot < slots; slot += 1) {
    if (pinnedWeek[slot]! < 0) continue;
    const facility = facilityOf[slot]!;
    let together = 0;
    for (let other = firstSlot[facility]!; other < firstSlot[facility + 1]!; other += 1)
      if (pinnedWeek[other] === pinnedWeek[slot]) together += 1;
    pledged[slot] = hours[slot * maxJoint + together - 1]!;
  }
  return pledged;
}

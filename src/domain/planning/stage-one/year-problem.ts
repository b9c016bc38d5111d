import type { VisitShape } from './visit-shapes.js';

/** The slot has no deadline within the plan. */
export const NO_DEADLINE = 32_767;

/**
 * A year plan in arrays, for the hot loops; what the names behind the numbers are, only its maker knows. Slots are
 * numbered facility by facility. Buckets are single weeks at first and several weeks later on. Values are in units of a
 * mean visit's value, so that one scale of prices fits every instance.
 */
export interface YearProblem {
  readonly weeks: number;
  readonly buckets: number;
  /** First week of each bucket, and `weeks` as the last entry. */
  readonly firstWeek: Int32Array;
  readonly bucketOfWeek: Int32Array;
  readonly facilities: number;
  readonly slots: number;
  /** First slot of each facility; one more entry than facilities. */
  readonly firstSlot: Int32Array;
  /** Index into shapes: which of the facility's slots may share a day. */
  readonly shapeOf: Uint16Array;
  readonly shapes: readonly VisitShape[];
  /** Fewest weeks between two days of visit, by facility. */
  readonly spacing: Uint8Array;
  /** Cost of a day of visit, in mean visit values. */
  readonly burden: number;

  readonly facilityOf: Int32Array;
  /** Index of the slot's part within its facility. */
  readonly slotPart: Uint8Array;
  /** Fewest weeks between two visits of the slot's part. */
  readonly slotGap: Uint8Array;
  readonly slotClass: Uint16Array;
  /** Hours by [slot * maxJoint + authorities - 1]. */
  readonly hours: Float32Array;
  readonly maxJoint: number;
  /** Harm avoided and what else speaks for a bucket, by [slot * buckets + bucket]; -Infinity where it is closed. */
  readonly worth: Float32Array;
  /** Weeks 0-31 and 32-63 that are open to the slot, one bit each. */
  readonly openLow: Uint32Array;
  readonly openHigh: Uint32Array;
  /** Last week in time, -1 where it has passed, NO_DEADLINE where there is none. */
  readonly deadline: Int16Array;
  /** The week a person decided on, or -1. */
  readonly pinnedWeek: Int8Array;
  /** The week people work by today, or -1. */
  readonly committedWeek: Int8Array;
  /** What keeping it is worth, in mean visit values; already within `worth`. */
  readonly stickiness: number;
  /** What a duty to visit is worth on top, by [(deadline + 2) * buckets + bucket]; row 0 is for no deadline. */
  readonly duty: Float64Array;

  /** Weibull scale in weeks, weeks since the last visit and gravity of each slot's part, to measure plans exactly. */
  readonly hazardScale: Float32Array;
  readonly ageWeeks: Float32Array;
  readonly gravity: Float32Array;

  /** Hours by [row * buckets + bucket]. */
  readonly rowHours: Float64Array;
  readonly rows: number;
  readonly classes: number;
  readonly officeOfClass: Int32Array;
  readonly offices: number;
  /** Rows that a visit of the class counts against. */
  readonly rowsOfClass: readonly Int32Array[];
}

/** Row of the duty table that a deadline stands in. */
export function dutyRow(deadline: number): number {
  return deadline === NO_DEADLINE ? 0 : Math.max(-1, deadline) + 2;
}

/** Whether a week is open to a slot, hours apart. */
export function isOpen(problem: YearProblem, slot: number, week: number): boolean {
  const bits = week < 32 ? problem.openLow[slot]! >>> week : problem.openHigh[slot]! >>> (week - 32);
  return (bits & 1) === 1;
}

/** How many slots a mask holds. */
export function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
}

/** The positions of the slots in a mask. */
export function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest));
  return bits;
}

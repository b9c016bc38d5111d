import { ShapeRegister } from './visit-shapes.js';
import { dutyRow, NO_DEADLINE, type YearProblem } from './year-problem.js';
import { hazardOf, type HazardCurves } from '../hazard.js';
import { weeksAvoided } from '../visit-value.js';

/** What a visit with a deadline is worth on top of its risk, in mean visit values, and the weeks that are worth as much again. */
export const DUTY_WORTH = 20;
export const DUTY_SLOPE_WEEKS = 26;

/** What a visit that chance has drawn is worth on top: more than nearly every risk, a tenth of the least duty. */
export const DRAWN_WORTH = 2;

export interface YearFrame {
  readonly weeks: number;
  /** Weeks of each bucket; they add up to `weeks`. */
  readonly bucketWeeks: readonly number[];
  readonly facilities: number;
  readonly slots: number;
  readonly maxJoint: number;
  readonly burden: number;
  readonly stickiness: number;
  /** When what counts ends, in weeks from the start. */
  readonly horizonEnd: number;
  readonly detectionProbability: number;
  readonly curves: HazardCurves;
}

export interface YearCapacity {
  /** Hours by [row * buckets + bucket]. */
  readonly rowHours: Float64Array;
  readonly rowsOfClass: readonly (readonly number[])[];
  readonly officeOfClass: readonly number[];
}

export interface YearSlot {
  readonly part: number;
  readonly hoursClass: number;
  /** Hours with 1, 2 ... authorities; as many as `maxJoint`. */
  readonly hours: readonly number[];
  readonly probability12Months: number;
  readonly gravity: number;
  readonly ageWeeks: number;
  /** Times, in weeks from the start, of the authority's visits before and after this one, as far as they are known. */
  readonly before: number;
  readonly after: number;
  readonly isOpen: (week: number) => boolean;
  readonly deadline: number;
  readonly gapWeeks: number;
  readonly pinnedWeek: number;
  readonly committedWeek: number;
  readonly isDrawnFor?: (week: number) => boolean;
}

/** Fills the arrays of a year problem facility by facility, and brings values to the unit of a mean visit at the end. */
export class YearBuilder {
  private facility = 0;
  private slot = 0;
  private readonly shapes = new ShapeRegister();
  /** Indices into worth, scaled or not, that a draw speaks for. */
  private readonly drawn: number[] = [];
  private readonly problem: YearProblem;

  constructor(
    private readonly frame: YearFrame,
    capacity: YearCapacity,
  ) {
    const { weeks, bucketWeeks, facilities, slots, maxJoint } = frame;
    const buckets = bucketWeeks.length;
    const bucketOfWeek = Int32Array.from(
      bucketWeeks.flatMap((length, bucket) => Array.from({ length }, () => bucket)),
    );
    const firstWeek = new Int32Array(buckets + 1);
    bucketWeeks.forEach((length, bucket) => (firstWeek[bucket + 1] = firstWeek[bucket]! + length));
    this.problem = {
      weeks,
      buckets,
      firstWeek,
      bucketOfWeek,
      facilities,
      slots,
      firstSlot: new Int32Array(facilities + 1),
      shapeOf: new Uint16Array(facilities),
      shapes: this.shapes.shapes,
      spacing: new Uint8Array(facilities),
      burden: frame.burden,
      facilityOf: new Int32Array(slots),
      slotPart: new Uint8Array(slots),
      slotGap: new Uint8Array(slots),
      slotClass: new Uint16Array(slots),
      hours: new Float32Array(slots * maxJoint),
      maxJoint,
      worth: new Float32Array(slots * buckets),
      openLow: new Uint32Array(slots),
      openHigh: new Uint32Array(slots),
      deadline: new Int16Array(slots).fill(NO_DEADLINE),
      pinnedWeek: new Int8Array(slots).fill(-1),
      committedWeek: new Int8Array(slots).fill(-1),
      stickiness: frame.stickiness,
      duty: dutyTable(weeks, firstWeek),
      hazardScale: new Float32Array(slots),
      ageWeeks: new Float32Array(slots),
      gravity: new Float32Array(slots),
      rowHours: capacity.rowHours,
      rows: capacity.rowHours.length / buckets,
      classes: capacity.rowsOfClass.length,
      officeOfClass: Int32Array.from(capacity.officeOfClass),
      offices: capacity.officeOfClass.reduce((most, office) => Math.max(most, office + 1), 0),
      rowsOfClass: capacity.rowsOfClass.map((rows) => Int32Array.from(rows)),
    };
  }

  /** `together` are masks of slots that share a day whatever `most` says. */
  add(slots: readonly YearSlot[], spacing: number, most: number, together: readonly number[] = []): void {
    const { problem, facility } = this;
    problem.firstSlot[facility] = this.slot;
    problem.spacing[facility] = spacing;
    problem.shapeOf[facility] = this.shapes.indexOf(
      slots.map(({ part }) => part),
      most,
      together,
    );
    for (const slot of slots) this.addSlot(slot);
    this.facility += 1;
    problem.firstSlot[this.facility] = this.slot;
  }

  private addSlot(slot: YearSlot): void {
    const { problem, frame } = this;
    const at = this.slot;
    problem.facilityOf[at] = this.facility;
    problem.slotPart[at] = slot.part;
    problem.slotGap[at] = Math.min(255, slot.gapWeeks);
    problem.slotClass[at] = slot.hoursClass;
    for (let size = 0; size < frame.maxJoint; size += 1)
      problem.hours[at * frame.maxJoint + size] = slot.hours[Math.min(size, slot.hours.length - 1)]!;
    problem.deadline[at] = slot.deadline;
    problem.pinnedWeek[at] = slot.pinnedWeek;
    problem.committedWeek[at] = slot.committedWeek;
    problem.ageWeeks[at] = slot.ageWeeks;
    problem.gravity[at] = slot.gravity;
    const hazard = hazardOf(slot.probability12Months, frame.curves);
    problem.hazardScale[at] = hazard.scaleWeeks;
    const worth = slot.gravity * frame.detectionProbability;
    for (let bucket = 0; bucket < problem.buckets; bucket += 1) {
      const [from, before] = [problem.firstWeek[bucket]!, problem.firstWeek[bucket + 1]!];
      problem.worth[at * problem.buckets + bucket] = this.openWeeks(at, slot, from, before)
        ? worth * weeksAvoided(hazard, slot.before, (from + before) / 2, slot.after)
        : -Infinity;
      if (isAllDrawn(slot, from, before)) this.drawn.push(at * problem.buckets + bucket);
    }
    this.slot += 1;
  }

  /** Marks the open weeks of a bucket, those after the deadline only where none before is open; false where there is none. */
  private openWeeks(at: number, slot: YearSlot, from: number, before: number): boolean {
    let isAny = false;
    for (let week = from; week < before; week += 1) {
      if (isAny && week > slot.deadline) break;
      if (!slot.isOpen(week)) continue;
      isAny = true;
      if (week < 32) this.problem.openLow[at]! |= 1 << week;
      else this.problem.openHigh[at]! |= 1 << (week - 32);
    }
    return isAny;
  }

  /** The finished problem. */
  build(): YearProblem {
    if (this.facility !== this.frame.facilities || this.slot !== this.frame.slots)
      throw new Error(`${this.facility} facilities and ${this.slot} slots were added, not as announced.`);
    scaleToMeanVisit(this.problem);
    favourCommitments(this.problem);
    for (const at of this.drawn) this.problem.worth[at]! += DRAWN_WORTH;
    return this.problem;
  }
}

// A bucket that reaches beyond the draw's weeks could be visited outside them.
function isAllDrawn({ isDrawnFor }: YearSlot, from: number, before: number): boolean {
  if (!isDrawnFor) return false;
  for (let week = from; week < before; week += 1) if (!isDrawnFor(week)) return false;
  return true;
}

/** Brings worths to the unit of the mean over slots of the best bucket's. */
function scaleToMeanVisit({ worth, slots, buckets }: YearProblem): void {
  let sum = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    let best = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1)
      best = Math.max(best, worth[slot * buckets + bucket]!);
    sum += best;
  }
  if (sum === 0) return;
  const unit = slots / sum;
  for (let at = 0; at < worth.length; at += 1) worth[at]! *= unit;
}

const NEAR_WEEKS = 6;
const NEAR_FACTOR = 3;

/** What keeping a commitment is worth. */
export function worthOfKeeping(problem: YearProblem, week: number): number {
  return problem.stickiness * (week < NEAR_WEEKS ? NEAR_FACTOR : 1);
}

function favourCommitments(problem: YearProblem): void {
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const week = problem.committedWeek[slot]!;
    if (week >= 0)
      problem.worth[slot * problem.buckets + problem.bucketOfWeek[week]!]! += worthOfKeeping(problem, week);
  }
}

/** The earlier the deadline the more a duty counts, and every week past it costs as much as any other. */
function dutyTable(weeks: number, firstWeek: Int32Array): Float64Array {
  const buckets = firstWeek.length - 1;
  const table = new Float64Array((weeks + 2) * buckets);
  for (let deadline = -1; deadline < weeks; deadline += 1) {
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const isInTime = deadline >= firstWeek[bucket]!;
      const middle = (firstWeek[bucket]! + firstWeek[bucket + 1]! - 1) / 2;
      const left = weeks - (isInTime ? deadline : Math.max(0, middle));
      table[dutyRow(deadline) * buckets + bucket] = DUTY_WORTH * (1 + left / DUTY_SLOPE_WEEKS);
    }
  }
  return table;
}

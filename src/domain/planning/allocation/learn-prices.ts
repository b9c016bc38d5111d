import type { CompiledInstance } from './compiled-instance.js';
import type { FacilityChooser } from './facility-chooser.js';
import { PIN_BONUS } from './slot-values.js';
import { bitCount } from './visit-shapes.js';

export interface LearnedPrices {
  /** Price of an hour, in mean visit values, by [class * weeks + week]. */
  readonly ofClass: Float64Array;
  /** No plan that keeps the hours is worth more than this. */
  readonly upperBound: number;
}

/**
 * Learns what an hour of each office is worth in each period, from what every facility would choose at the prices so far:
 * where more is asked for than there is, the hour gets dearer. Whatever the prices, what the facilities would gain at
 * them plus the worth of all hours is an upper bound on every plan (Lagrangian duality); the best seen is kept.
 */
export function learnPrices(
  compiled: CompiledInstance,
  chooser: FacilityChooser,
  passes: number,
): LearnedPrices {
  const limits = hoursLimits(compiled);
  const price = new Float64Array(limits.length);
  const load = new Float64Array(limits.length);
  const ofClass = new Float64Array(compiled.capacity.classes.length * compiled.weeks);
  const best = { upperBound: Infinity, ofClass: ofClass.slice() };
  // The step aims a little below the best bound; the aim is drawn closer whenever it proves too bold.
  let boldness = 0.1;
  let fruitless = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    spreadToClasses(compiled, price, ofClass);
    const bound = loadAtPrices(compiled, chooser, ofClass, load) + dot(price, limits);
    if (bound < best.upperBound) {
      fruitless = bound < best.upperBound * (1 - 0.1 * boldness) ? 0 : fruitless + 1;
      best.upperBound = bound;
      best.ofClass.set(ofClass);
    } else fruitless += 1;
    if (fruitless >= 3) {
      boldness *= 0.6;
      fruitless = 0;
    }
    movePrices(price, load, limits, bound - best.upperBound * (1 - boldness));
  }
  return best;
}

/** The hours of every row and period; where pins take more than there is, what the pins take. */
function hoursLimits(compiled: CompiledInstance): Float64Array {
  const { capacity, weeks } = compiled;
  const pinned = new Float64Array(capacity.hours.length);
  for (let slot = 0; slot < compiled.slots; slot += 1) {
    if (!compiled.pinned[slot]) continue;
    const week = compiled.value
      .subarray(slot * weeks, (slot + 1) * weeks)
      .findIndex((value) => value > -Infinity);
    const most = Math.max(
      ...compiled.hours.subarray(slot * compiled.maxJoint, (slot + 1) * compiled.maxJoint),
    );
    for (const row of capacity.rowsOfClass[compiled.slotClass[slot]!]!) {
      pinned[row * capacity.periods + compiled.periodOfWeek[week]!]! += most;
    }
  }
  return capacity.hours.map((hours, index) => Math.max(hours, pinned[index]!));
}

function spreadToClasses(compiled: CompiledInstance, price: Float64Array, ofClass: Float64Array): void {
  const { capacity, weeks, periodOfWeek } = compiled;
  for (let each = 0; each < capacity.classes.length; each += 1) {
    for (let week = 0; week < weeks; week += 1) {
      let sum = 0;
      for (const row of capacity.rowsOfClass[each]!)
        sum += price[row * capacity.periods + periodOfWeek[week]!]!;
      ofClass[each * weeks + week] = sum;
    }
  }
}

/** Lets every facility choose; fills in the hours asked for by row and period, and returns what they gain together. */
function loadAtPrices(
  compiled: CompiledInstance,
  chooser: FacilityChooser,
  ofClass: Float64Array,
  load: Float64Array,
): number {
  const { capacity } = compiled;
  let gain = 0;
  load.fill(0);
  for (let facility = 0; facility < compiled.spacing.length; facility += 1) {
    gain += chooser.choose(facility, ofClass, 1, null);
    for (let day = 0; day < chooser.days; day += 1) {
      const period = compiled.periodOfWeek[chooser.dayWeek[day]!]!;
      const mask = chooser.dayMask[day]!;
      const size = bitCount(mask);
      for (let rest = mask, slot = compiled.firstSlot[facility]!; rest; rest >>= 1, slot += 1) {
        if (!(rest & 1)) continue;
        const hours = compiled.hours[slot * compiled.maxJoint + size - 1]!;
        for (const row of capacity.rowsOfClass[compiled.slotClass[slot]!]!)
          load[row * capacity.periods + period]! += hours;
      }
    }
  }
  return gain - PIN_BONUS * compiled.pinned.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0);
}

/** One step along the excess hours, scaled by the root of what there is so that small offices move as readily as large. */
function movePrices(price: Float64Array, load: Float64Array, limits: Float64Array, aim: number): void {
  let square = 0;
  for (let index = 0; index < price.length; index += 1) {
    const excess = load[index]! - limits[index]!;
    if (limits[index]! > 0 && (excess > 0 || price[index]! > 0)) square += excess ** 2 / limits[index]!;
  }
  if (square === 0) return;
  for (let index = 0; index < price.length; index += 1) {
    if (limits[index]! <= 0) continue;
    const excess = load[index]! - limits[index]!;
    price[index] = Math.max(0, price[index]! + ((aim / square) * excess) / limits[index]!);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}

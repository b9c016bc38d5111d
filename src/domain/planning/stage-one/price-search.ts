import type { AskDemand } from './demand.js';
import type { YearProblem } from './year-problem.js';

export interface Prices {
  /** Of an hour, in mean visit values, by [row * buckets + bucket]. */
  readonly ofRow: Float64Array;
  /** The same summed over the rows that a class counts against, by [class * buckets + bucket]. */
  readonly ofClass: Float64Array;
  /** No plan is worth more. */
  readonly upperBound: number;
}

export interface PriceSearchOptions {
  readonly passes: number;
  /** Prices by row to begin with; null starts from nothing. */
  readonly start: Float64Array | null;
  /** Length of the first steps: 1 from nothing, less where the start is near. */
  readonly stride: number;
  /** Called after each pass; true ends the search. */
  readonly onPass?: (pass: number, upperBound: number) => boolean;
}

/** Passes without progress after which steps get shorter, and by how much. */
const PATIENCE = 6;
const SHORTEN = 0.7;
const PROGRESS = 1e-6;
/** Steps aim this much below the best bound, as Polyak's rule asks for a guess of what can be reached. */
const AIM = 0.035;
/**
 * How much of the last direction a step keeps. Without it prices zigzag between offices that compete for one visit: on
 * the benchmark a thousand passes end 0.7 % above what three hundred reach with it.
 */
const KEEPS_DIRECTION = 0.9;

/**
 * Learns what an hour is worth: where more is asked for than there is, the hour gets dearer. Whatever the prices, what
 * the facilities gain at them plus the worth of all hours bounds every plan (Lagrangian duality); the best is kept.
 */
export function searchPrices(problem: YearProblem, ask: AskDemand, options: PriceSearchOptions): Prices {
  const limits = hoursLimits(problem);
  const price = options.start?.slice() ?? new Float64Array(limits.length);
  const direction = new Float64Array(limits.length);
  const ofClass = new Float64Array(problem.classes * problem.buckets);
  const best = { upperBound: Infinity, ofRow: price.slice(), ofClass: ofClass.slice() };
  let stride = options.stride;
  let fruitless = 0;
  for (let pass = 0; pass < options.passes; pass += 1) {
    spreadToClasses(problem, price, ofClass);
    const { gain, load } = ask(ofClass);
    const bound = gain + dot(price, limits);
    fruitless = bound < best.upperBound * (1 - PROGRESS) ? 0 : fruitless + 1;
    if (bound < best.upperBound) {
      best.upperBound = bound;
      best.ofRow.set(price);
      best.ofClass.set(ofClass);
    }
    if (options.onPass?.(pass + 1, best.upperBound)) break;
    if (fruitless >= PATIENCE) {
      stride *= SHORTEN;
      fruitless = 0;
    }
    move(price, direction, load, limits, stride * (bound - best.upperBound * (1 - AIM)));
  }
  return best;
}

/** One step along the excess hours, scaled so that small offices move as readily as large. */
function move(
  price: Float64Array,
  direction: Float64Array,
  load: Float64Array,
  limits: Float64Array,
  aim: number,
): void {
  let square = 0;
  for (let at = 0; at < price.length; at += 1) {
    const limit = limits[at]!;
    const excess = load[at]! - limit;
    if (limit <= 0 || (excess <= 0 && price[at]! <= 0)) {
      direction[at] = 0;
      continue;
    }
    direction[at] = excess + KEEPS_DIRECTION * direction[at]!;
    square += direction[at]! ** 2 / Math.sqrt(limit);
  }
  if (square === 0) return;
  for (let at = 0; at < price.length; at += 1) {
    if (limits[at]! > 0)
      price[at] = Math.max(0, price[at]! + ((aim / square) * direction[at]!) / Math.sqrt(limits[at]!));
  }
}

/** The hours of every row and bucket; where pins take more than there is, what the pins take. */
export function hoursLimits(problem: YearProblem): Float64Array {
  const { slots, pinnedWeek, bucketOfWeek, hours, maxJoint, slotClass, rowsOfClass, buckets } = problem;
  const pinned = new Float64Array(problem.rowHours.length);
  for (let slot = 0; slot < slots; slot += 1) {
    if (pinnedWeek[slot]! < 0) continue;
    let most = 0;
    for (let size = 0; size < maxJoint; size += 1) most = Math.max(most, hours[slot * maxJoint + size]!);
    for (const row of rowsOfClass[slotClass[slot]!]!)
      pinned[row * buckets + bucketOfWeek[pinnedWeek[slot]!]!]! += most;
  }
  return problem.rowHours.map((limit, at) => Math.max(limit, pinned[at]!));
}

export function spreadToClasses(problem: YearProblem, price: Float64Array, ofClass: Float64Array): void {
  const { buckets, classes, rowsOfClass } = problem;
  ofClass.fill(0);
  for (let each = 0; each < classes; each += 1) {
    for (const row of rowsOfClass[each]!) {
      for (let bucket = 0; bucket < buckets; bucket += 1)
        ofClass[each * buckets + bucket]! += price[row * buckets + bucket]!;
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

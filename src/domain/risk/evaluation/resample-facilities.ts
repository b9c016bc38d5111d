import { seededRandom } from '../../shared/seeded-random.js';

/** A figure with the interval in which 95 of 100 resamples lie. */
export type Interval = readonly [low: number, high: number];

/**
 * How often each row counts, for one bootstrap resample after the other: places are drawn with replacement, with all
 * their rows, since visits of one place are alike. The same seed gives the same resamples, so that differences between
 * methods are paired. The array is used again for each.
 */
export function* resamples(facilities: Int32Array, count: number, seed: number): Generator<Float64Array> {
  const numbers = new Map<number, number>();
  const places = Int32Array.from(facilities, (facility) => {
    const number = numbers.get(facility) ?? numbers.size;
    numbers.set(facility, number);
    return number;
  });
  const random = seededRandom(seed);
  const drawn = new Float64Array(numbers.size);
  const weights = new Float64Array(facilities.length);
  for (let resample = 0; resample < count; resample += 1) {
    drawn.fill(0);
    for (let draw = 0; draw < drawn.length; draw += 1) drawn[(random() * drawn.length) | 0]! += 1;
    for (let row = 0; row < weights.length; row += 1) weights[row] = drawn[places[row]!]!;
    yield weights;
  }
}

/** The middle 95 % of the values that are numbers; [NaN, NaN] without any. */
export function interval95(values: readonly number[]): Interval {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return [Number.NaN, Number.NaN];
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = Math.floor(place);
    return sorted[low]! + (place - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!);
  };
  return [at(0.025), at(0.975)];
}

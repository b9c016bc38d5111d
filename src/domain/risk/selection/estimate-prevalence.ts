import { wilsonInterval, type Interval } from './wilson-interval.js';

/** A place of which chance, or its certain visit, tells something about all. */
export interface SampledPlace {
  /** How likely it was to be in the sample before the draw, above 0 and at most 1. */
  readonly probability: number;
  /** What the visit found; null while there was none or its outcome is not known. */
  readonly isSerious: boolean | null;
}

/** Places that are in the sample for the same reason, and how many they stand for. */
export interface Arm {
  /** Places that could have been sampled, the sampled ones included. */
  readonly places: number;
  readonly sampled: readonly SampledPlace[];
}

export interface Prevalence {
  /** Places that the estimate speaks of. */
  readonly places: number;
  readonly sampled: number;
  readonly visited: number;
  /** Visits with a serious finding, as counted. */
  readonly serious: number;
  /** Share of all places at which the next visit finds something serious, 0-1; null where too few were visited. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

/**
 * How common serious findings are among all places, whoever was visited most: each visited place counts as many as it
 * stands for, 1/probability (D. G. Horvitz and D. J. Thompson, 1952), divided by the sum of those weights within its
 * arm (J. Hajek, 1971), and the arms by their known numbers of places. Visits that are still to come are taken to be
 * like those of the same arm that have been. "Too few" is an answer: below `fewestVisits` there is no estimate.
 */
export function estimatePrevalence(arms: readonly Arm[], fewestVisits: number): Prevalence {
  const counted = arms.filter(({ places }) => places > 0);
  const parts = counted.map(estimateArm);
  const places = sum(counted.map((arm) => arm.places));
  const visited = sum(parts.map((part) => part.visited));
  const counts = {
    places,
    sampled: sum(counted.map((arm) => arm.sampled.length)),
    visited,
    serious: sum(parts.map((part) => part.serious)),
  };
  if (visited < fewestVisits || parts.some((part) => part.visited === 0)) {
    return { ...counts, share: null, interval: null };
  }
  const share = sum(parts.map((part) => (part.places / places) * part.share));
  const variance = sum(parts.map((part) => (part.places / places) ** 2 * part.variance));
  const interval =
    variance > 0
      ? wilsonInterval(share, Math.max(share * (1 - share), 1 / (4 * places)) / variance)
      : { low: share, high: share };
  return { ...counts, share, interval };
}

/**
 * The share of all places by Horvitz and Thompson alone: sum of outcome/probability over the number of places.
 * Unbiased where every sampled place was visited; throws RangeError where one was not.
 */
export function horvitzThompsonShare({ places, sampled }: Arm): number {
  if (sampled.some(({ isSerious }) => isSerious === null)) {
    throw new RangeError('Not every sampled place was visited; use estimatePrevalence.');
  }
  return sum(sampled.map(({ isSerious, probability }) => Number(isSerious) / probability)) / places;
}

function estimateArm({ places, sampled }: Arm): {
  places: number;
  visited: number;
  serious: number;
  share: number;
  variance: number;
} {
  const known = sampled.filter(({ isSerious }) => isSerious !== null);
  const weights = known.map(({ probability }) => 1 / probability);
  const total = sum(weights);
  const serious = known.filter(({ isSerious }) => isSerious).length;
  const share =
    total === 0 ? 0 : sum(known.map(({ isSerious }, at) => Number(isSerious) * weights[at]!)) / total;
  // Kish's effective size: unequal weights tell less. One imagined visit of each kind keeps a share of 0 uncertain.
  const size = total === 0 ? 0 : total ** 2 / sum(weights.map((weight) => weight * weight));
  const smoothed = (share * size + 1) / (size + 2);
  const unseen = Math.max(0, 1 - known.length / places);
  const variance = size === 0 ? 0 : ((smoothed * (1 - smoothed)) / size) * unseen;
  return { places, visited: known.length, serious, share, variance };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { roundToSum } from './largest-remainder.js';
import type { AuthorityScore, Contribution } from './risk-score.js';

/**
 * One order of priority over all facilities: the plain mean of the authorities' points, each counting the same. It is
 * the expected share of the authorities that would find something serious if they all came. Every authority that has
 * a model counts for every facility, so that a link missing between two registers moves nobody up or down the list.
 * Throws RangeError without scores.
 */
export function combineScores(scores: readonly AuthorityScore[]): {
  readonly points: number;
  readonly contributions: Contribution[];
} {
  if (scores.length === 0) throw new RangeError('There is no score to combine: no authority has a model.');
  const all = scores.flatMap((score) => score.contributions);
  const points = combinedPoints(scores);
  const shares = roundToSum(
    all.map((contribution) => contribution.hundredths / scores.length),
    points,
  );
  return {
    points,
    contributions: all.map((contribution, index) => ({ ...contribution, hundredths: shares[index] ?? 0 })),
  };
}

/** The combined points alone, in whole hundredths. */
export function combinedPoints(scores: readonly Pick<AuthorityScore, 'points'>[]): number {
  return Math.round(scores.reduce((sum, { points }) => sum + points, 0) / scores.length);
}

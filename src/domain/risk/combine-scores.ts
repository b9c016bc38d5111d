import type { CombinationRule, DimensionWeight } from './dimensions/combination-rule.js';
import type { ScoreDimensions } from './dimensions/score-dimensions.js';
import { roundToSum } from './largest-remainder.js';
import { FULL_SCALE } from './model/points.js';
import type { AuthorityScore, Contribution } from './risk-score.js';

/**
 * One order of priority over all facilities: the plain mean of the authorities' points, each counting the same, and so
 * many hundredths more or less for each step that severity and vulnerability lie from the usual. Points are log-odds, so
 * adding them is likelihood times consequence. Every authority that has a model counts for every facility, so that a link
 * missing between two registers moves nobody up or down the list; what is not known of a consequence counts as usual.
 * Throws RangeError without scores.
 */
export function combineScores(
  scores: readonly AuthorityScore[],
  consequence: Pick<ScoreDimensions, 'severity' | 'vulnerability'>,
  rule: CombinationRule,
): {
  readonly points: number;
  readonly likelihoodPoints: number;
  readonly contributions: Contribution[];
} {
  if (scores.length === 0) throw new RangeError('There is no score to combine: no authority has a model.');
  const all = scores.flatMap((score) => score.contributions);
  const likelihoodPoints = meanPoints(scores);
  const shares = roundToSum(
    all.map((contribution) => contribution.hundredths / scores.length),
    likelihoodPoints,
  );
  const contributions = [
    ...all.map((contribution, index) => ({ ...contribution, hundredths: shares[index] ?? 0 })),
    dimensionTerm('SEVERITY', consequence.severity, rule.severity),
    dimensionTerm('VULNERABILITY', consequence.vulnerability, rule.vulnerability),
  ];
  const whole = contributions.reduce((sum, { hundredths }) => sum + hundredths, 0);
  const points = combinedPoints(scores, whole - likelihoodPoints);
  if (points !== whole)
    contributions.push({
      ...ALONE,
      kind: 'CLAMPING',
      hundredths: points - whole,
      value: null,
      typical: null,
    });
  return { points, likelihoodPoints, contributions };
}

const ALONE = { authority: null, key: null } as const;

function dimensionTerm(
  kind: 'SEVERITY' | 'VULNERABILITY',
  value: number | null,
  { usual, hundredthsPerStep }: DimensionWeight,
): Contribution {
  const hundredths = value === null ? 0 : Math.round((value - usual) * hundredthsPerStep) + 0;
  return { ...ALONE, kind, hundredths, value, typical: usual };
}

/** Cuts the points off at `ceiling`, as a term of its own; for what documentation faults alone have lifted. */
export function limitToDocumentation<
  T extends { readonly points: number; readonly contributions: readonly Contribution[] },
>(score: T, ceiling: number): T {
  if (score.points <= ceiling) return score;
  const cut: Contribution = {
    ...ALONE,
    kind: 'DOCUMENTATION_LIMIT',
    hundredths: ceiling - score.points,
    value: null,
    typical: null,
  };
  return { ...score, points: ceiling, contributions: [...score.contributions, cut] };
}

/** The combined points alone, in whole hundredths; `atStake` is what the terms of severity and vulnerability add. */
export function combinedPoints(scores: readonly Pick<AuthorityScore, 'points'>[], atStake: number): number {
  return Math.min(Math.max(meanPoints(scores) + atStake, 0), FULL_SCALE);
}

function meanPoints(scores: readonly Pick<AuthorityScore, 'points'>[]): number {
  return Math.round(scores.reduce((sum, { points }) => sum + points, 0) / scores.length);
}

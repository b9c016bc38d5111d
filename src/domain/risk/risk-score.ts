import type { ScoreDimensions } from './dimensions/score-dimensions.js';
import type { RiskModel } from './model/risk-model.js';
import type { TooLittleDataReason } from './too-little-data.js';
import type { Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

export const CONTRIBUTION_KINDS = [
  'BASELINE',
  'FEATURE',
  'SEVERITY',
  'VULNERABILITY',
  'DOCUMENTATION_LIMIT',
  'CLAMPING',
] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** One named term of the sum. All terms together are the points, exactly. */
export interface Contribution {
  /**
   * BASELINE: the average facility. SEVERITY and VULNERABILITY: what is at stake, against the usual. DOCUMENTATION_LIMIT:
   * what documentation faults alone had lifted above MEDIUM. CLAMPING: what is cut off below 0 or above 100 points.
   */
  readonly kind: ContributionKind;
  /** Whose score the term belongs to; null for terms of the combined score alone. */
  readonly authority: Authority | null;
  /** The feature's key; null for the other kinds. */
  readonly key: string | null;
  /** Hundredths of a point, whole, may be negative. */
  readonly hundredths: number;
  /** The facility's value in the feature's unit, or the level (0-4) of a dimension; null where it is not known. */
  readonly value: number | null;
  /** Median of the training rows, in the feature's unit, or the usual level; what an unknown value is taken for. */
  readonly typical: number | null;
}

/** The range that a score could as well have had: 95 % by the spread of the model's weights. */
export interface ScoreInterval {
  /** Whole hundredths, 0-10000. */
  readonly lowPoints: number;
  readonly highPoints: number;
  /** 0-1. */
  readonly lowProbability: number;
  readonly highProbability: number;
}

/** One authority's score: how likely its next visit is to end in a serious finding. Advice, never a decision. */
export interface AuthorityScore {
  readonly authority: Authority;
  readonly modelVersion: string;
  readonly trainedThrough: Day;
  readonly method: RiskModel['method'];
  /** 0-1: the model's calibration of the points. */
  readonly probability: number;
  /** null where the method gives none. */
  readonly interval: ScoreInterval | null;
  /** Whole hundredths of a point, 0-10000. */
  readonly points: number;
  readonly contributions: readonly Contribution[];
  /** Keys of the model's features that are not known for this facility. */
  readonly missing: readonly string[];
  readonly tooLittleData: readonly TooLittleDataReason[];
}

/** The score of a facility as of a day: likelihood by its authorities, and what is at stake (see `combineScores`). */
export interface FacilityScore {
  readonly facilityId: string;
  readonly asOf: Day;
  readonly combination: 'LIKELIHOOD_AND_CONSEQUENCE';
  /** Whole hundredths of a point, 0-10000. */
  readonly points: number;
  /** The terms of all authorities' scores at their share of the mean, and those of the consequence. */
  readonly contributions: readonly Contribution[];
  readonly authorities: readonly AuthorityScore[];
  readonly dimensions: ScoreDimensions;
  /** True where every authority's score rests on too little. */
  readonly hasTooLittleData: boolean;
}

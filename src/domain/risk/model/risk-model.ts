import type { Calibration } from './calibration.js';
import type { SeriousBaseRates } from '../serious-base-rates.js';
import type { UsualFindings } from '../usual-findings.js';
import type { Authority } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';

/** How one feature moves the log-odds. Values are limited to what training saw: no guessing beyond the data. */
export type ModelTerm = LinearTerm | CurveTerm;

/** A straight line over the standardised value. */
export interface LinearTerm {
  readonly kind: 'LINE';
  readonly key: string;
  readonly scale: 'LINEAR' | 'LOG';
  /** Median of the training rows where it was known, in the feature's unit; stands in for what is not known. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** Of the scaled column, missing values filled in. */
  readonly mean: number;
  readonly standardDeviation: number;
  /** Change in log-odds per standard deviation. */
  readonly weight: number;
  /** Change in log-odds, on top of the median's, where the value is not known. */
  readonly unknown: number;
}

/** Steps: the value falls between two borders and takes that step. */
export interface CurveTerm {
  readonly kind: 'STEPS';
  readonly key: string;
  readonly median: number;
  /** Rising; a value on a border takes the step above it. */
  readonly borders: readonly number[];
  /** Log-odds, one more than borders. */
  readonly steps: readonly number[];
  readonly unknown: number;
}

export type DroppedReason = 'NEVER_KNOWN' | 'CONSTANT' | 'COLLINEAR' | 'AGAINST_DIRECTION' | 'NOT_CHOSEN';

/** What was chosen inside the training window, by windows of its own. */
export interface ModelSettings {
  readonly ridge: number;
  readonly halfLifeYears: number;
  /** Whether visits of places that were never visited before teach the model. */
  readonly learnsFromFirstVisits: boolean;
  /** Whether it compares with places of the same kind. */
  readonly comparesWithPeers: boolean;
}

/** How surely a sum of terms is known: covariance of intercept and weights, lower triangle row by row. */
export interface WeightSpread {
  /** Keys of the columns after the intercept; `<key>?` is the column of "not known". */
  readonly columns: readonly string[];
  readonly covariance: readonly number[];
}

/** A score of one authority: a sum of terms, and what the sum means. Plain JSON, the same bytes for the same rows. */
export interface RiskModel {
  readonly version: string;
  /** RULE is written by people and only calibrated; the others are fitted. */
  readonly method: 'RIDGE_LOGISTIC' | 'ADDITIVE_BOOSTING' | 'RULE';
  readonly authority: Authority;
  readonly outcomeDefinition: number;
  /** Last day whose facts could reach the model. */
  readonly trainedThrough: Day;
  readonly settings: ModelSettings;
  readonly rows: number;
  readonly seriousRows: number;
  /** Log-odds of a place that is average in everything. */
  readonly intercept: number;
  readonly seriousBaseRates: SeriousBaseRates;
  readonly usualFindings: UsualFindings;
  readonly terms: readonly ModelTerm[];
  /** null where the method gives no interval. */
  readonly spread: WeightSpread | null;
  readonly calibration: Calibration;
  readonly dropped: readonly { readonly key: string; readonly reason: DroppedReason }[];
}

import type { SeriousBaseRates } from '../serious-base-rates.js';
import type { Authority } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';

/** One column of a model. Values are limited to [lowest, highest] before they are weighed: no guessing beyond the data. */
export interface ModelFeature {
  readonly key: string;
  readonly scale: 'LINEAR' | 'LOG';
  /** Median of the training rows where it was known, in the feature's unit; stands in for what is not known. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** Of the scaled column, missing values filled in. */
  readonly mean: number;
  readonly standardDeviation: number;
  /** Change in probability per standard deviation. */
  readonly weight: number;
}

/** A fitted score of one authority: plain JSON, the same bytes for the same rows. */
export interface RiskModel {
  readonly version: string;
  readonly method: 'LINEAR_PROBABILITY_RIDGE';
  readonly authority: Authority;
  readonly outcomeDefinition: number;
  /** Last day whose facts could reach the model. */
  readonly trainedThrough: Day;
  readonly ridge: number;
  readonly rows: number;
  readonly seriousRows: number;
  /** Share of serious rows: the probability of a facility that is average in everything. */
  readonly intercept: number;
  readonly seriousBaseRates: SeriousBaseRates;
  readonly features: readonly ModelFeature[];
  /** Features that the rows could say nothing about, or whose weight ran against their stated direction. */
  readonly dropped: readonly {
    readonly key: string;
    readonly reason: 'NEVER_KNOWN' | 'CONSTANT' | 'AGAINST_DIRECTION';
  }[];
}

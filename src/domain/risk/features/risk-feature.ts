import type { BilingualText } from '../bilingual-text.js';
import type { KnownHistory } from '../known-history.js';
import type { PeerShares } from '../peer-shares.js';
import type { Authority } from '../../shared/authority.js';

/** What a feature may know beside the facility's own history: for whom it is measured, and what is usual. */
export interface MeasureContext {
  /** The authority whose next visit is being scored. */
  readonly authority: Authority;
  /**
   * Share (0-1) of each authority's visits that were serious in the training period; shares of few visits are drawn
   * towards it. Null where there were no visits.
   */
  readonly seriousBaseRates: Readonly<Record<Authority, number | null>>;
  /** Mean of ln(1 + findings) of each authority's visits in the training period; null where nothing is told. */
  readonly usualFindings: Readonly<Record<Authority, number | null>>;
  /** How fast a past visit loses weight. */
  readonly halfLifeYears: number;
  /** How the scored authority's visits of places of the same kind ended lately. */
  readonly peers: PeerShares;
}

/** How a measured value reads in a sentence. */
export type FeatureUnit =
  | 'SHARE'
  | 'YES_NO'
  | 'YEARS'
  | 'THEME_SCORE'
  | 'COUNT'
  | 'PER_HUNDRED_EMPLOYEES'
  | 'PER_YEAR'
  | 'PLACES'
  | 'AMOUNT';

/** One fact of a facility that the score weighs. */
export interface RiskFeature {
  /** Stable for ever: stored with every model and score. */
  readonly key: string;
  readonly label: BilingualText;
  /** Whose data it is measured from; null where it is nobody's or several authorities'. */
  readonly sourceAuthority: Authority | null;
  /** SHARED: may be shown to all three authorities; the shared score has no other class. OWNER_ONLY: its source alone. */
  readonly secrecyClass: 'SHARED' | 'OWNER_ONLY';
  /** +1: more of it is expected to go with more risk; -1: with less; 0: no expectation. */
  readonly expectedDirection: 1 | -1 | 0;
  /** True where the facility itself can change it. */
  readonly isActionable: boolean;
  readonly unit: FeatureUnit;
  /** LOG: the model weighs ln(1 + value), so that the step from 1 to 2 counts for more than from 31 to 32. */
  readonly scale: 'LINEAR' | 'LOG';
  /** The kind of place that the feature compares with, where it does; null where the kind is not known. */
  readonly peerGroup?: (known: KnownHistory) => string | null;
  /** True where the measure depends on the scored authority. */
  readonly isOwn?: boolean;
  /** True where the measure depends on `halfLifeYears`. */
  readonly isFading?: boolean;
  /** In the feature's unit and always finite; null where it is not known, which is never the same as 0. */
  measure(known: KnownHistory, context: MeasureContext): number | null;
}

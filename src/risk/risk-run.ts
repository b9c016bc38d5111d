import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { RiskModel } from '../domain/risk/model/risk-model.js';
import type { ScoreDimensions } from '../domain/risk/dimensions/score-dimensions.js';
import type { Band } from '../domain/risk/risk-bands.js';
import type { Contribution, ScoreInterval } from '../domain/risk/risk-score.js';

/** One scoring of all places, as of a day. */
export interface RiskRun {
  readonly id: string;
  readonly asOf: Day;
  readonly state: 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELLED';
  readonly facilities: number | null;
  readonly message: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly progress: RunProgress | null;
}

/** How far a scoring is, in its phase. */
export interface RunProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** A stored score of one place, by one authority or combined. */
export interface StoredScore {
  readonly facilityId: string;
  readonly authority: Authority | 'COMBINED';
  /** Hundredths of a point, 0-10000. */
  readonly points: number;
  /** 0-1; null for the combined score, which is no probability. */
  readonly probability: number | null;
  /** null where the method gives none, and for the combined score. */
  readonly interval: ScoreInterval | null;
  readonly band: Band | null;
  readonly hasTooLittleData: boolean;
  readonly contributions: readonly Contribution[];
  readonly missing: readonly string[];
  readonly modelId: string | null;
  /** Of the combined score alone. */
  readonly dimensions: ScoreDimensions | null;
}

/** The scores of one place from one run. */
export interface CurrentScore {
  readonly facilityId: string;
  readonly runId: string;
  readonly asOf: Day;
  readonly scoredAt: Date;
  readonly combined: StoredScore;
  readonly dimensions: ScoreDimensions;
  readonly authorities: readonly (StoredScore & {
    readonly modelVersion: number;
    readonly trainedThrough: Day;
    readonly method: RiskModel['method'];
  })[];
}

import type { ConcernHistory } from '../domain/risk/facility-history.js';
import type { Band } from '../domain/risk/risk-bands.js';
import type { Contribution } from '../domain/risk/risk-score.js';
import type { TrainedModel } from '../domain/risk/train-models.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { PlaceRange } from './place-range.js';

/** A stored score that the owning unit alone reads. */
export interface StoredOwnerScore {
  readonly facilityId: string;
  readonly authority: Authority;
  /** Hundredths of a point, 0-10000. */
  readonly points: number;
  /** 0-1. */
  readonly probability: number;
  readonly band: Band;
  readonly contributions: readonly Contribution[];
  readonly mustVisitBy: Day;
}

/** A stored score as its own unit reads it. */
export interface ShownOwnerScore extends StoredOwnerScore {
  readonly unit: ResponsibleUnit;
  readonly asOf: Day;
}

/** What concerns are read and written for; nothing else of the risk area touches them. */
export abstract class OwnerOnlyRepository {
  /** Concerns by place, of the places of a range. */
  abstract concerns(range: PlaceRange): Promise<Map<string, ConcernHistory[]>>;
  /** Keeps the model of a run, and takes away the days by which visits are due: those of the run come instead. */
  abstract keepModel(runId: string, trained: TrainedModel): Promise<void>;
  abstract addScores(runId: string, scores: readonly StoredOwnerScore[]): Promise<void>;
  /** Of the latest finished run; what the asker may not see is missing. */
  abstract currentScores(facilityIds: readonly string[]): Promise<ShownOwnerScore[]>;
}

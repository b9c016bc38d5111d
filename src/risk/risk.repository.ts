import type { FacilityHistory } from '../domain/risk/facility-history.js';
import type { RiskModel } from '../domain/risk/model/risk-model.js';
import type { CombinationRule } from '../domain/risk/dimensions/combination-rule.js';
import type { Standing } from '../domain/risk/registry/compare-bands.js';
import type { RiskBand } from '../domain/risk/risk-bands.js';
import type { TrainedModel } from '../domain/risk/train-models.js';
import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { PlaceRange } from './place-range.js';
import type { CurrentScore, RiskRun, RunProgress, StoredScore } from './risk-run.js';

export abstract class RiskRepository {
  /** The last day on which any register was delivered: what is known, is known as of then. */
  abstract lastDeliveredOn(): Promise<Day | undefined>;
  abstract firstVisitOn(): Promise<Day | undefined>;
  /** All that scoring may know, per place; concerns and occasions of visits are not read. */
  abstract histories(range?: PlaceRange): Promise<FacilityHistory[]>;
  /** All places, in ranges of at most so many. */
  abstract placeRanges(most: number): Promise<{ readonly ranges: PlaceRange[]; readonly places: number }>;
  abstract bands(asOf: Day): Promise<RiskBand[]>;
  /** How likelihood and consequence become one value; throws where the tables lack a dimension. */
  abstract combinationRule(asOf: Day): Promise<CombinationRule>;

  /** Only one scoring at a time in a database: false while another one runs. */
  abstract lockScoring(): Promise<boolean>;
  abstract failInterruptedRuns(): Promise<void>;
  abstract startRun(asOf: Day, requestedBy: string): Promise<string>;
  abstract finishRun(runId: string, facilities: number): Promise<void>;
  abstract failRun(runId: string, message: string): Promise<void>;
  /** Notes how far a scoring is, and answers whether somebody wants it to stop. */
  abstract noteProgress(runId: string, progress: RunProgress): Promise<boolean>;
  /** False where no such scoring runs. */
  abstract requestCancel(runId: string): Promise<boolean>;
  abstract cancelRun(runId: string, message: string): Promise<void>;
  abstract findRun(runId: string): Promise<RiskRun | undefined>;
  /** The version that a new model of an authority gets. */
  abstract nextModelVersion(): Promise<number>;
  abstract addModels(models: readonly TrainedModel[], version: number): Promise<Map<Authority, string>>;
  abstract modelIds(version: number): Promise<Map<Authority, string>>;
  /** Models by id; those that the asker may not see are missing. */
  abstract modelsById(ids: readonly string[]): Promise<Map<string, RiskModel>>;
  abstract addScores(runId: string, scores: readonly StoredScore[]): Promise<void>;
  /** Points and band of every place in the latest finished run. */
  abstract currentBands(): Promise<Map<string, Standing>>;
  /** From the latest finished run. */
  abstract currentScores(facilityIds: readonly string[]): Promise<CurrentScore[]>;
}

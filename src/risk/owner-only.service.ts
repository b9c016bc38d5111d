import { Injectable } from '@nestjs/common';
import type { FacilityTimeline } from '../domain/risk/facility-timeline.js';
import { mustVisitBy } from '../domain/risk/owner-only/must-visit-by.js';
import { ownerTimelines, scoreForOwner, trainForOwner } from '../domain/risk/owner-only/score-for-owner.js';
import { bandOf, type RiskBand } from '../domain/risk/risk-bands.js';
import type { TrainModelsOptions } from '../domain/risk/train-models.js';
import { OwnerOnlyRepository, type ShownOwnerScore } from './owner-only.repository.js';

/** The second score of the authority that has secret facts: kept apart from the shared one from reading to showing. */
@Injectable()
export class OwnerOnlyService {
  constructor(private readonly repository: OwnerOnlyRepository) {}

  /** Trains, scores and keeps within the caller's transaction, which must be the service's. */
  async scoreAll(
    runId: string,
    shared: readonly FacilityTimeline[],
    bands: readonly RiskBand[],
    options: TrainModelsOptions,
  ): Promise<void> {
    const timelines = ownerTimelines(shared, await this.repository.concerns());
    const trained = trainForOwner(timelines, options);
    if (!trained) return;
    const scores = scoreForOwner(timelines, trained, options.trainedThrough);
    await this.repository.keep(
      runId,
      trained,
      scores.map(({ facilityId, score }) => ({
        facilityId,
        authority: score.authority,
        points: score.points,
        probability: score.probability,
        band: bandOf(score.points, bands).band,
        contributions: score.contributions,
        mustVisitBy: mustVisitBy(score.points, bands, options.trainedThrough),
      })),
    );
  }

  async currentScores(facilityIds: readonly string[]): Promise<Map<string, ShownOwnerScore>> {
    const scores = await this.repository.currentScores(facilityIds);
    return new Map(scores.map((score) => [score.facilityId, score]));
  }
}

import { FEATURES } from '../../domain/risk/features/features.js';
import type { ConcernHistory, FacilityHistory } from '../../domain/risk/facility-history.js';
import { timelineOf, type FacilityTimeline } from '../../domain/risk/facility-timeline.js';
import { mustVisitBy } from '../../domain/risk/owner-only/must-visit-by.js';
import {
  ownerScorer,
  ownerTimelines,
  scoreForOwner,
  trainForOwner,
} from '../../domain/risk/owner-only/score-for-owner.js';
import { peerShares } from '../../domain/risk/peer-shares.js';
import { bandOf } from '../../domain/risk/risk-bands.js';
import type { FacilityScore } from '../../domain/risk/risk-score.js';
import { scorerOf, type Scorer } from '../../domain/risk/score-authority.js';
import { scoreFacility, type ScoringPolicy } from '../../domain/risk/score-facility.js';
import { trainModels, type TrainedModel, type TrainModelsOptions } from '../../domain/risk/train-models.js';
import { AUTHORITIES } from '../../domain/shared/authority.js';
import type { StoredOwnerScore } from '../owner-only.repository.js';

/** What is to be trained and scored, as plain data that can be handed to another thread. */
export interface ScoringOrder {
  readonly options: TrainModelsOptions;
  readonly policy: ScoringPolicy;
  /** Models in force that score instead of new ones. */
  readonly approved: readonly TrainedModel[] | null;
  /** Places in all; of more than the most, a share drawn by their ids teaches the models. */
  readonly places: number;
}

/** The places of a range of ids, and what their owner alone knows of them. */
export interface RangeFacts {
  readonly histories: readonly FacilityHistory[];
  readonly concerns: ReadonlyMap<string, readonly ConcernHistory[]>;
}

export interface TrainedAll {
  readonly shared: readonly TrainedModel[];
  readonly owner: TrainedModel | null;
}

export interface RangeScores {
  readonly shared: readonly FacilityScore[];
  readonly owner: readonly StoredOwnerScore[];
}

export type Tell = (phase: 'training' | 'scoring', done: number, total: number) => void;

/** More places than these would teach no more, and need not fit into memory. */
const MOST_LEARNING_PLACES = 60_000;
const TOLD_EVERY_PLACES = 500;

/** Learns from all places range by range, then scores them range by range: only those that teach are kept. */
export class PlaceScoring {
  private learning: FacilityTimeline[] = [];
  private learningOfOwner: FacilityTimeline[] = [];
  private scorers: Scorer[] = [];
  private owner: Scorer | undefined;
  private scored = 0;

  constructor(
    private readonly order: ScoringOrder,
    private readonly tell: Tell,
  ) {}

  learn({ histories, concerns }: RangeFacts): void {
    const share = MOST_LEARNING_PLACES / this.order.places;
    const teaching = histories.filter(({ facilityId }) => placeOnLine(facilityId) < share).map(timelineOf);
    this.learning.push(...teaching);
    this.learningOfOwner.push(...ownerTimelines(teaching, concerns));
  }

  /** To be called once, when all that teaches has been told. */
  train(): TrainedAll {
    const { approved, options } = this.order;
    const steps = AUTHORITIES.length + 1;
    const shared =
      approved ??
      AUTHORITIES.flatMap((authority, step) => {
        this.tell('training', step, steps);
        return trainModels(this.learning, FEATURES, options, [authority]);
      });
    this.scorers = shared.map(({ model }) =>
      scorerOf(model, FEATURES, peerShares(this.learning, model.authority, FEATURES)),
    );
    this.tell('training', AUTHORITIES.length, steps);
    const owner = trainForOwner(this.learningOfOwner, options);
    if (owner) this.owner = ownerScorer(this.learningOfOwner, owner.model);
    this.learning = [];
    this.learningOfOwner = [];
    return { shared, owner: owner ?? null };
  }

  score({ histories, concerns }: RangeFacts): RangeScores {
    const { policy, options } = this.order;
    const asOf = options.trainedThrough;
    const timelines = histories.map(timelineOf);
    const shared = timelines.map((timeline) => {
      if (this.scored % TOLD_EVERY_PLACES === 0) this.tell('scoring', this.scored, this.order.places);
      this.scored += 1;
      return scoreFacility(timeline, this.scorers, asOf, policy);
    });
    const { owner } = this;
    if (!owner) return { shared, owner: [] };
    return {
      shared,
      owner: scoreForOwner(ownerTimelines(timelines, concerns), owner, asOf).map(({ facilityId, score }) => ({
        facilityId,
        authority: score.authority,
        points: score.points,
        probability: score.probability,
        band: bandOf(score.points, policy.bands).band,
        contributions: score.contributions,
        mustVisitBy: mustVisitBy(score.points, policy.bands, asOf),
      })),
    };
  }
}

// FNV-1a: where an id falls on the line from 0 to 1, the same for ever.
function placeOnLine(id: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < id.length; place += 1)
    hash = Math.imul(hash ^ id.charCodeAt(place), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

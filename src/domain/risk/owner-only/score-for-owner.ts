import { OWNER_ONLY_FEATURES } from './concern-features.js';
import { FEATURES } from '../features/features.js';
import type { ConcernHistory } from '../facility-history.js';
import { knownAsOf, type FacilityTimeline } from '../facility-timeline.js';
import type { RiskModel } from '../model/risk-model.js';
import { peerShares } from '../peer-shares.js';
import type { AuthorityScore } from '../risk-score.js';
import { scoreAuthority, scorerOf, type Scorer } from '../score-authority.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from '../too-little-data.js';
import { trainModels, type TrainedModel, type TrainModelsOptions } from '../train-models.js';
import type { Authority } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';

/** The authority that has facts of its own which no other may see. */
export const OWNER: Authority = 'SOCIALTILSYNET';

/** A score that only the owning authority sees, with its concerns in it. */
export interface OwnerScore {
  readonly facilityId: string;
  readonly score: AuthorityScore;
}

/** The timelines with what the owner alone knows of them; the shared ones stay as they are. */
export function ownerTimelines(
  timelines: readonly FacilityTimeline[],
  concerns: ReadonlyMap<string, readonly ConcernHistory[]>,
): FacilityTimeline[] {
  return timelines.map((timeline) => ({
    ...timeline,
    concerns: (concerns.get(timeline.facilityId) ?? [])
      .map(({ concernKey, receivedOn, gravity }) => ({ concernKey, receivedOn, gravity }))
      .sort((a, b) => (`${a.receivedOn} ${a.concernKey}` < `${b.receivedOn} ${b.concernKey}` ? -1 : 1)),
  }));
}

/** Trains the owner's model on all that the owner knows; undefined without visits to learn from. */
export function trainForOwner(
  timelines: readonly FacilityTimeline[],
  options: TrainModelsOptions,
): TrainedModel | undefined {
  return trainModels(timelines, [...FEATURES, ...OWNER_ONLY_FEATURES], options, [OWNER])[0];
}

export function ownerScorer(timelines: readonly FacilityTimeline[], model: RiskModel): Scorer {
  const features = [...FEATURES, ...OWNER_ONLY_FEATURES];
  return scorerOf(model, features, peerShares(timelines, OWNER, features));
}

export function scoreForOwner(
  timelines: readonly FacilityTimeline[],
  scorer: Scorer,
  asOf: Day,
): OwnerScore[] {
  return timelines.map((timeline) => ({
    facilityId: timeline.facilityId,
    score: scoreAuthority(knownAsOf(timeline, asOf), scorer, TOO_LITTLE_DATA_RULE_VERSION_1),
  }));
}

import { clusterPlaces } from './cluster/cluster-places.js';
import { describePlaces, type PlaceCluster } from './cluster/describe-places.js';
import { PeopleSay } from './cluster/people-say.js';
import { candidatesOf } from './match/candidates-of.js';
import { candidatePairs } from './match/candidate-pairs.js';
import type { MatchCandidate } from './match/match-candidate.js';
import type { MatchDecision } from './match/match-decision.js';
import { prepareRecords } from './match/prepare-records.js';
import type { SorUnit } from './sor-unit.js';
import type { SourceRecord } from './source-record.js';
import { comparePairs, withShares } from './weigh/comparison-table.js';
import { draftModel, estimateModel } from './weigh/estimate-model.js';
import { likelyPairs, magnitudeOf } from './weigh/likely-pairs.js';
import type { MatchModel } from './weigh/match-model.js';
import { untemper } from './weigh/temper.js';
import { ValueShares } from './weigh/value-shares.js';
import { weighAll } from './weigh/weighed-pairs.js';

/** From this probability on two records are linked without asking. */
export const UPPER_THRESHOLD = 0.8;
/** From this probability on a person is asked; below, two records stay apart. */
export const LOWER_THRESHOLD = 0.17;

export interface MatchedFacilities {
  readonly clusters: readonly PlaceCluster[];
  /** The linked and the doubtful pairs of different registers, made one by one: there may be millions. */
  readonly candidates: () => Iterable<MatchCandidate>;
  readonly model: MatchModel;
  /** Groups of records too alike to be compared pair by pair, which were left out. */
  readonly oversizedBlocks: number;
}

/**
 * Decides which records of the registers belong to the same physical place. The result is a function of the records and
 * decisions alone: their order never matters, nor what was matched before. Throws RangeError where a source key comes
 * twice.
 */
export function matchFacilities(
  records: readonly SourceRecord[],
  sorUnits: readonly SorUnit[] = [],
  decisions: readonly MatchDecision[] = [],
): MatchedFacilities {
  const prepared = prepareRecords(records, sorUnits);
  const { left, right, oversizedBlocks } = candidatePairs(prepared);
  const likely = comparePairs(prepared, left, right, likelyPairs(magnitudeOf(prepared.length)));
  const table = withShares(prepared, likely, new ValueShares(prepared));
  const draft = draftModel(prepared);
  const model = estimateModel(prepared, table, draft);
  const pairs = weighAll(prepared, table, model);
  const people = new PeopleSay(prepared, decisions);
  const clustering = clusterPlaces(prepared, pairs, people, untemper(UPPER_THRESHOLD));
  return {
    clusters: describePlaces(prepared, pairs, clustering, people),
    candidates: () => candidatesOf(prepared, pairs, clustering, people, LOWER_THRESHOLD),
    model,
    oversizedBlocks,
  };
}

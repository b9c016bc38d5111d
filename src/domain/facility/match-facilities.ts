import type { SourceKey } from '../shared/authority.js';
import { clusterPlaces } from './cluster/cluster-places.js';
import { describePlaces, type PlaceCluster } from './cluster/describe-places.js';
import { PeopleSay } from './cluster/people-say.js';
import { LARGEST_BLOCK, sortIntoBlocks } from './match/blocks.js';
import { pairsOfBlocks } from './match/candidate-pairs.js';
import { candidatesOf } from './match/candidates-of.js';
import type { ComparableRecord } from './match/comparable-record.js';
import type { MatchCandidate } from './match/match-candidate.js';
import type { MatchDecision } from './match/match-decision.js';
import { hashForm, mergePairs, remember, type MatchingMemory } from './match/matching-memory.js';
import { prepareRecords } from './match/prepare-records.js';
import { compareTold, hashTold, type CandidateRow } from './match/told-pairs.js';
import type { SorUnit } from './sor-unit.js';
import type { SourceRecord } from './source-record.js';
import { comparePairs, withShares, type ComparedPairs } from './weigh/comparison-table.js';
import { draftModel, estimateModel } from './weigh/estimate-model.js';
import { likelyPairs, magnitudeOf } from './weigh/likely-pairs.js';
import type { MatchModel } from './weigh/match-model.js';
import { untemper } from './weigh/temper.js';
import { ValueShares } from './weigh/value-shares.js';
import { weighAll } from './weigh/weighed-pairs.js';

/** From this probability on two records are linked without asking. */
export const UPPER_THRESHOLD = 0.8;
/** From this probability on a person is asked; below, two records stay apart. */
export const LOWER_THRESHOLD = 0.1;

/** What is told of pairs in another way than an earlier matching told it. */
export interface CandidateChanges {
  readonly gone: readonly (readonly [left: SourceKey, right: SourceKey])[];
  readonly news: Iterable<MatchCandidate>;
}

export interface MatchedFacilities {
  readonly clusters: readonly PlaceCluster[];
  /** The linked and the doubtful pairs of different registers, made one by one: there may be millions. */
  readonly candidates: () => Iterable<MatchCandidate>;
  /** Of them, those that the memory tells in another way, or that name a record of which it may be wrong. */
  readonly candidateChanges: (
    before: MatchingMemory,
    isStale: (sourceKey: SourceKey) => boolean,
  ) => CandidateChanges;
  /** For the next matching. */
  readonly memory: MatchingMemory;
  readonly model: MatchModel;
  /** Pairs that were compared, and not remembered. */
  readonly comparedPairs: number;
  /** Groups of records too alike to be compared pair by pair, which were left out. */
  readonly oversizedBlocks: number;
}

/**
 * Decides which records of the registers belong to the same physical place. The result is a function of the records and
 * decisions alone: their order never matters, nor what was matched before. `before`, the memory of an earlier matching
 * of whatever records, only saves comparing pairs again. Throws RangeError where a source key comes twice.
 */
export function matchFacilities(
  records: readonly SourceRecord[],
  sorUnits: readonly SorUnit[] = [],
  decisions: readonly MatchDecision[] = [],
  before?: MatchingMemory,
): MatchedFacilities {
  const prepared = prepareRecords(records, sorUnits);
  const compared = compareChanged(prepared, before);
  const table = withShares(prepared, compared.memory.pairs, new ValueShares(prepared));
  const model = estimateModel(prepared, table, draftModel(prepared));
  const pairs = weighAll(prepared, table, model);
  const people = new PeopleSay(prepared, decisions);
  const clustering = clusterPlaces(prepared, pairs, people, untemper(UPPER_THRESHOLD));
  const rows = (isAsked?: (row: number) => boolean): Iterable<CandidateRow> =>
    candidatesOf(prepared, pairs, clustering, people, LOWER_THRESHOLD, isAsked);
  const memory = { ...compared.memory, told: hashTold(table.left.length, rows()) };
  return {
    clusters: describePlaces(prepared, pairs, clustering, people),
    candidates: () => candidatesIn(rows()),
    candidateChanges: (earlier, isStale) => {
      const { gone, isNews } = compareTold(earlier, prepared, memory, isStale);
      return { gone, news: candidatesIn(rows((row) => isNews[row] === 1)) };
    },
    memory,
    model,
    comparedPairs: compared.comparedPairs,
    oversizedBlocks: compared.oversizedBlocks,
  };
}

function* candidatesIn(rows: Iterable<CandidateRow>): Generator<MatchCandidate> {
  for (const { candidate } of rows) yield candidate;
}

/** Looks for the pairs of the records that changed, and takes those of the others from memory. */
function compareChanged(
  records: readonly ComparableRecord[],
  before: MatchingMemory | undefined,
): { memory: Omit<MatchingMemory, 'told'>; comparedPairs: number; oversizedBlocks: number } {
  const magnitude = magnitudeOf(records.length);
  const forms = Float64Array.from(records, hashForm);
  const usable = before?.magnitude === magnitude ? before : undefined;
  const blocks = sortIntoBlocks(records, LARGEST_BLOCK, usable?.divided);
  const known = usable && remember(usable, records, forms, blocks);
  const { left, right } = pairsOfBlocks(records.length, blocks, known?.isAsked);
  const found = comparePairs(records, left, right, likelyPairs(magnitude));
  const pairs: ComparedPairs = known ? mergePairs(known.pairs, found) : found;
  const { keyHashes, divided, oversizedBlocks } = blocks;
  return {
    memory: { magnitude, keys: records.map(({ sourceKey }) => sourceKey), forms, keyHashes, divided, pairs },
    comparedPairs: left.length,
    oversizedBlocks,
  };
}

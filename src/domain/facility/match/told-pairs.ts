import type { SourceKey } from '../../shared/authority.js';
import { textHash } from '../../shared/seeded-random.js';
import type { ComparableRecord } from './comparable-record.js';
import type { MatchCandidate } from './match-candidate.js';
import { indicesNow, type MatchingMemory } from './matching-memory.js';

/** A candidate with its row in the comparison table. */
export interface CandidateRow {
  readonly row: number;
  readonly candidate: MatchCandidate;
}

/** By row a hash of what is told of the pair, 0 where nothing is. */
export function hashTold(rows: number, candidates: Iterable<CandidateRow>): Int32Array {
  const told = new Int32Array(rows);
  for (const { row, candidate } of candidates) told[row] = hashCandidate(candidate);
  return told;
}

function hashCandidate({ weights, probability, state, decidedBy }: MatchCandidate): number {
  let hash = textHash(`${state} ${decidedBy} ${probability}`);
  for (const { weight } of weights) hash = Math.imul(hash ^ Math.round(weight * 1000), 0x01000193);
  return hash | 1;
}

/**
 * The pairs of an earlier matching that nothing is told of any more, and the rows of which something else is told now.
 * A row is also told anew where `isStale` says that what was stored of a record may be gone.
 */
export function compareTold(
  before: MatchingMemory,
  records: readonly ComparableRecord[],
  now: Pick<MatchingMemory, 'pairs' | 'told'>,
  isStale: (sourceKey: SourceKey) => boolean,
): { gone: [left: SourceKey, right: SourceKey][]; isNews: Uint8Array } {
  const indexOf = indicesNow(before.keys, records);
  const stale = Uint8Array.from(records, ({ sourceKey }) => (isStale(sourceKey) ? 1 : 0));
  const { left, right } = now.pairs;
  const isNews = Uint8Array.from(now.told, (hash) => (hash === 0 ? 0 : 1));
  const gone: [SourceKey, SourceKey][] = [];
  let row = 0;
  for (let old = 0; old < before.told.length; old += 1) {
    if (before.told[old] === 0) continue;
    const [oldLeft, oldRight] = [before.pairs.left[old]!, before.pairs.right[old]!];
    const [a, b] = [indexOf[oldLeft]!, indexOf[oldRight]!];
    if (a >= 0 && b >= 0) {
      while (row < left.length && (left[row]! - a || right[row]! - b) < 0) row += 1;
      if (left[row] === a && right[row] === b && now.told[row] !== 0) {
        const isSame = now.told[row] === before.told[old] && stale[a] === 0 && stale[b] === 0;
        if (isSame) isNews[row] = 0;
        continue;
      }
    }
    gone.push([before.keys[oldLeft]!, before.keys[oldRight]!]);
  }
  return { gone, isNews };
}

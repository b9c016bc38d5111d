import { IntegerColumn, sortIntoBlocks, type Blocks } from './blocks.js';
import type { ComparableRecord } from './comparable-record.js';

export interface Candidates {
  /** Indices of records, left < right, each pair once, in ascending order. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Blocks that no finer key made small enough, and that were left out. */
  readonly oversizedBlocks: number;
}

/** The pairs of records that share a blocking key. The work grows with the number of records, not with its square. */
export function candidatePairs(records: readonly ComparableRecord[], largestBlock?: number): Candidates {
  const blocks = sortIntoBlocks(records, largestBlock);
  return { ...pairsOfBlocks(records.length, blocks), oversizedBlocks: blocks.oversizedBlocks };
}

/** The pairs of `count` records that share a block; where `isAsked` is given, those of its records alone. */
export function pairsOfBlocks(
  count: number,
  { starts: blockStarts, members }: Pick<Blocks, 'starts' | 'members'>,
  isAsked?: Uint8Array,
): { left: Int32Array; right: Int32Array } {
  const { starts, blockOf } = blocksByRecord(count, blockStarts, members);
  const seenFrom = new Int32Array(count).fill(-1);
  const [lefts, rights] = [new IntegerColumn(), new IntegerColumn()];
  for (let left = 0; left < count; left += 1) {
    const from = rights.length;
    const isWhole = !isAsked || isAsked[left] === 1;
    for (let at = starts[left]!; at < starts[left + 1]!; at += 1) {
      const block = blockOf[at]!;
      for (let place = blockStarts[block]!; place < blockStarts[block + 1]!; place += 1) {
        const right = members[place]!;
        if (right <= left || seenFrom[right] === left || !(isWhole || isAsked[right] === 1)) continue;
        seenFrom[right] = left;
        lefts.add(left);
        rights.add(right);
      }
    }
    rights.sortFrom(from);
  }
  return { left: lefts.values(), right: rights.values() };
}

function blocksByRecord(
  count: number,
  blockStarts: Int32Array,
  members: Int32Array,
): { starts: Int32Array; blockOf: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const index of members) starts[index + 1]! += 1;
  for (let index = 0; index < count; index += 1) starts[index + 1]! += starts[index]!;
  const next = starts.slice();
  const blockOf = new Int32Array(members.length);
  for (let block = 0; block + 1 < blockStarts.length; block += 1) {
    for (let at = blockStarts[block]!; at < blockStarts[block + 1]!; at += 1)
      blockOf[next[members[at]!]!++] = block;
  }
  return { starts, blockOf };
}

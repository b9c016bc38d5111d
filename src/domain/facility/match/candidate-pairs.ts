import { blockingKeys, FINER_KEYS, isCommonWord, isWeakKey } from './blocking-keys.js';
import type { ComparableRecord } from './comparable-record.js';

/** A block of more records is divided by a finer key: comparing all of it would cost the square of its size. */
export const LARGEST_BLOCK = 100;
/** An operator or the beginning of a name says little: such records are compared in small neighbourhoods only. */
const LARGEST_WEAK_BLOCK = 30;

export interface Candidates {
  /** Indices of records, left < right, each pair once, in ascending order. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Blocks that no finer key made small enough, and that were left out. */
  readonly oversizedBlocks: number;
}

/** The pairs of records that share a blocking key. The work grows with the number of records, not with its square. */
export function candidatePairs(
  records: readonly ComparableRecord[],
  largestBlock = LARGEST_BLOCK,
): Candidates {
  const { blocks, oversizedBlocks } = blocksOf(records, largestBlock);
  const { starts, blockOf } = blocksByRecord(records.length, blocks);
  const seenFrom = new Int32Array(records.length).fill(-1);
  const [lefts, rights] = [new IntegerColumn(), new IntegerColumn()];
  for (let left = 0; left < records.length; left += 1) {
    const from = rights.length;
    for (let at = starts[left]!; at < starts[left + 1]!; at += 1) {
      for (const right of blocks[blockOf[at]!]!) {
        if (right <= left || seenFrom[right] === left) continue;
        seenFrom[right] = left;
        lefts.add(left);
        rights.add(right);
      }
    }
    rights.sortFrom(from);
  }
  return { left: lefts.values(), right: rights.values(), oversizedBlocks };
}

/** Groups of at least two records that share a key; members in ascending order. */
function blocksOf(
  records: readonly ComparableRecord[],
  largestBlock: number,
): { blocks: number[][]; oversizedBlocks: number } {
  const byKey = new Map<string, number[]>();
  const isCommon = isCommonWord(records);
  records.forEach((record, index) => addTo(byKey, blockingKeys(record, isCommon), index));
  const blocks: number[][] = [];
  let oversizedBlocks = 0;
  const keep = (block: number[], finer: number, largest: number): void => {
    if (block.length < 2) return;
    if (block.length <= largest) {
      blocks.push(block);
      return;
    }
    const divide = FINER_KEYS[finer];
    if (!divide) {
      oversizedBlocks += 1;
      return;
    }
    const parts = new Map<string, number[]>();
    for (const index of block) {
      const keys = divide(records[index]!);
      addTo(parts, keys.length > 0 ? keys : [''], index);
    }
    for (const part of parts.values()) keep(part, finer + 1, largest);
  };
  for (const [key, block] of byKey) {
    keep(block, 0, isWeakKey(key) ? Math.min(LARGEST_WEAK_BLOCK, largestBlock) : largestBlock);
  }
  return { blocks, oversizedBlocks };
}

function addTo(blocks: Map<string, number[]>, keys: readonly string[], index: number): void {
  for (const key of keys) {
    const block = blocks.get(key);
    if (!block) blocks.set(key, [index]);
    else if (block.at(-1) !== index) block.push(index);
  }
}

function blocksByRecord(
  count: number,
  blocks: readonly (readonly number[])[],
): { starts: Int32Array; blockOf: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const block of blocks) for (const index of block) starts[index + 1]! += 1;
  for (let index = 0; index < count; index += 1) starts[index + 1]! += starts[index]!;
  const next = starts.slice();
  const blockOf = new Int32Array(starts[count]!);
  blocks.forEach((block, number) => {
    for (const index of block) blockOf[next[index]!++] = number;
  });
  return { starts, blockOf };
}

/** A column of whole numbers that grows. */
class IntegerColumn {
  length = 0;
  private held = new Int32Array(1024);

  add(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length] = value;
    this.length += 1;
  }

  sortFrom(start: number): void {
    this.held.subarray(start, this.length).sort();
  }

  values(): Int32Array {
    return this.held.slice(0, this.length);
  }
}

import { textHash } from '../../shared/seeded-random.js';
import { blockingKeys, FINER_KEYS, isCommonWord, isWeakKey } from './blocking-keys.js';
import type { ComparableRecord } from './comparable-record.js';

/** A block of more records is divided by a finer key: comparing all of it would cost the square of its size. */
export const LARGEST_BLOCK = 100;
/** An operator or the beginning of a name says little: such records are compared in small neighbourhoods only. */
const LARGEST_WEAK_BLOCK = 30;

/** Groups of at least two records that share a key; members by index, ascending. */
export interface Blocks {
  /** Where the members of block i begin; one entry more than blocks. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** Blocks that no finer key made small enough, and that were left out. */
  readonly oversizedBlocks: number;
  /** By hash, the groups that were too large to be compared as a whole. */
  readonly divided: ReadonlySet<number>;
  /** By record: a hash of its keys. */
  readonly keyHashes: Int32Array;
  /** Records of groups that are too large now and were not before, or the other way round; ascending. */
  readonly regrouped: readonly number[];
}

/** An index into the records has to fit beside 32 bits of a key in a number without loss. */
const MOST_RECORDS = 2 ** 21;

/**
 * Sorts the records into blocks. Keys count as 32-bit hashes: two keys that happen to share one only make a block
 * larger. `dividedBefore` are the groups that were too large when the records were last sorted.
 */
export function sortIntoBlocks(
  records: readonly ComparableRecord[],
  largestBlock = LARGEST_BLOCK,
  dividedBefore?: ReadonlySet<number>,
): Blocks {
  if (records.length > MOST_RECORDS)
    throw new RangeError(`There are ${records.length} records; at most ${MOST_RECORDS} can be matched.`);
  const { entries, keyHashes } = entriesOf(records);
  const [members, starts] = [new IntegerColumn(), new IntegerColumn()];
  const divided = new Set<number>();
  const regrouped = new Set<number>();
  let oversizedBlocks = 0;
  const keep = (block: ArrayLike<number>, node: number, finer: number, largest: number): void => {
    if (block.length < 2) return;
    const isLarge = block.length > largest;
    if (dividedBefore && dividedBefore.has(node) !== isLarge) {
      for (let at = 0; at < block.length; at += 1) regrouped.add(block[at]!);
    }
    if (!isLarge) {
      starts.add(members.length);
      for (let at = 0; at < block.length; at += 1) members.add(block[at]!);
      return;
    }
    divided.add(node);
    const divide = FINER_KEYS[finer];
    if (!divide) {
      oversizedBlocks += 1;
      return;
    }
    for (const [key, part] of partsOf(records, block, divide))
      keep(part, textHash(`${node}|${finer}|${key}`), finer + 1, largest);
  };
  const block = new IntegerColumn();
  for (let from = 0; from < entries.length;) {
    const node = Math.floor(entries[from]! / MOST_RECORDS);
    block.length = 0;
    let at = from;
    for (; at < entries.length && Math.floor(entries[at]! / MOST_RECORDS) === node; at += 1) {
      if (at === from || entries[at] !== entries[at - 1]) block.add(entries[at]! - node * MOST_RECORDS);
    }
    from = at;
    const largest = (node & WEAK) === WEAK ? Math.min(LARGEST_WEAK_BLOCK, largestBlock) : largestBlock;
    keep(block.shown(), node, 0, largest);
  }
  starts.add(members.length);
  return {
    starts: starts.values(),
    members: members.values(),
    oversizedBlocks,
    divided,
    keyHashes,
    regrouped: [...regrouped].sort((a, b) => a - b),
  };
}

const WEAK = 1;

/** Each key of each record as one number, hash before index, in ascending order. */
function entriesOf(records: readonly ComparableRecord[]): { entries: Float64Array; keyHashes: Int32Array } {
  const isCommon = isCommonWord(records);
  let entries = new Float64Array(records.length * 16 + 16);
  let count = 0;
  const keyHashes = new Int32Array(records.length);
  records.forEach((record, index) => {
    const keys = blockingKeys(record, isCommon);
    if (count + keys.length > entries.length) {
      const larger = new Float64Array(entries.length * 2 + keys.length);
      larger.set(entries);
      entries = larger;
    }
    let all = keys.length;
    for (const key of keys) {
      const hash = ((textHash(key) & ~WEAK) | (isWeakKey(key) ? WEAK : 0)) >>> 0;
      entries[count] = hash * MOST_RECORDS + index;
      count += 1;
      all = (Math.imul(all, 31) + hash) | 0;
    }
    keyHashes[index] = all;
  });
  return { entries: entries.subarray(0, count).sort(), keyHashes };
}

function partsOf(
  records: readonly ComparableRecord[],
  block: ArrayLike<number>,
  divide: (record: ComparableRecord) => string[],
): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (let at = 0; at < block.length; at += 1) {
    const index = block[at]!;
    const keys = divide(records[index]!);
    for (const key of keys.length > 0 ? keys : ['']) {
      const part = parts.get(key);
      if (!part) parts.set(key, [index]);
      else if (part.at(-1) !== index) part.push(index);
    }
  }
  return parts;
}

/** A column of whole numbers that grows. */
export class IntegerColumn {
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

  /** The values as they are until the next one is added. */
  shown(): Int32Array {
    return this.held.subarray(0, this.length);
  }

  values(): Int32Array {
    return this.held.slice(0, this.length);
  }
}

import type { SourceKey } from '../../shared/authority.js';
import type { ComparedPairs } from '../weigh/comparison-table.js';
import type { Blocks } from './blocks.js';
import type { ComparableRecord } from './comparable-record.js';

/**
 * Which rules compare records. Counted up whenever a pair of records may come out with other levels, or with other
 * blocking keys, than before: what was remembered by other rules is not used. A spec knows what these rules answer.
 */
export const COMPARISON_RULES = 3;

/**
 * What a matching leaves for the next one, so that pairs of records that did not change are not compared again: by
 * position in `keys` what the records were, and the pairs that are worth weighing with their levels.
 */
export interface MatchingMemory {
  /** As of magnitudeOf: pairs of another magnitude were chosen otherwise. */
  readonly magnitude: number;
  /** Ascending. */
  readonly keys: readonly SourceKey[];
  /** By record: hashes of its comparable form and of its blocking keys. */
  readonly forms: Float64Array;
  readonly keyHashes: Int32Array;
  /** As of Blocks. */
  readonly divided: ReadonlySet<number>;
  readonly pairs: ComparedPairs;
  /** By pair: a hash of what was told of it, 0 where nothing was. */
  readonly told: Int32Array;
}

/** A hash of all that comparing and blocking look at, in 53 bits. */
export function hashForm(record: ComparableRecord): number {
  const { address, names } = record;
  const parts = [
    record.authority,
    address &&
      `${address.street}|${address.streetSpelling}|${address.number}|${address.letter}|${address.postalCode}`,
    record.hasCrowdedAddress,
    record.sorCode,
    record.postalCode,
    record.municipalities.join(),
    record.pNumbers.join(),
    record.cvrNumbers.join(),
    record.operators.join(),
  ];
  let text = parts.join('\n');
  for (const { core, words, kind, digits, owner } of names)
    text += `\n${core}|${words.join(' ')}|${kind}|${digits}|${owner}`;
  return longHash(text);
}

/** Two FNV-1a hashes side by side. */
function longHash(text: string): number {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995) ^ (other >>> 15);
  }
  return (one >>> 0) * 2 ** 21 + ((other >>> 0) % 2 ** 21);
}

/** What of an earlier matching still holds for these records. */
export interface Remembered {
  /** Pairs of which neither record changed, by today's indices, in ascending order. */
  readonly pairs: ComparedPairs;
  /** By record: whether its pairs must be looked for anew. */
  readonly isAsked: Uint8Array;
}

/** Throws away what changed: records that are new or were changed, or whose block is divided in another way now. */
export function remember(
  before: MatchingMemory,
  records: readonly ComparableRecord[],
  forms: Float64Array,
  { keyHashes, regrouped }: Pick<Blocks, 'keyHashes' | 'regrouped'>,
): Remembered {
  const isAsked = new Uint8Array(records.length).fill(1);
  const indexOf = indicesNow(before.keys, records);
  indexOf.forEach((index, old) => {
    if (index >= 0 && forms[index] === before.forms[old] && keyHashes[index] === before.keyHashes[old])
      isAsked[index] = 0;
  });
  for (const index of regrouped) isAsked[index] = 1;
  const { left, right } = before.pairs;
  const isKept = (row: number): boolean => {
    const [a, b] = [indexOf[left[row]!]!, indexOf[right[row]!]!];
    return a >= 0 && b >= 0 && isAsked[a] === 0 && isAsked[b] === 0;
  };
  const rows = left.map((_, row) => row).filter(isKept);
  return {
    pairs: {
      left: rows.map((row) => indexOf[left[row]!]!),
      right: rows.map((row) => indexOf[right[row]!]!),
      kind: Uint8Array.from(rows, (row) => before.pairs.kind[row]!),
      location: Uint8Array.from(rows, (row) => before.pairs.location[row]!),
      name: Uint8Array.from(rows, (row) => before.pairs.name[row]!),
      operator: Uint8Array.from(rows, (row) => before.pairs.operator[row]!),
      pNumber: Uint8Array.from(rows, (row) => before.pairs.pNumber[row]!),
    },
    isAsked,
  };
}

/** Where the records of an earlier matching are now, -1 for those that are gone. Both are in ascending order. */
export function indicesNow(keys: readonly SourceKey[], records: readonly ComparableRecord[]): Int32Array {
  const indices = new Int32Array(keys.length).fill(-1);
  let now = 0;
  keys.forEach((key, old) => {
    while (now < records.length && records[now]!.sourceKey < key) now += 1;
    if (records[now]?.sourceKey === key) indices[old] = now;
  });
  return indices;
}

/** Brings two ascending lists of pairs together; none is in both. */
export function mergePairs(one: ComparedPairs, other: ComparedPairs): ComparedPairs {
  const rows = one.left.length + other.left.length;
  const merged = {
    left: new Int32Array(rows),
    right: new Int32Array(rows),
    kind: new Uint8Array(rows),
    location: new Uint8Array(rows),
    name: new Uint8Array(rows),
    operator: new Uint8Array(rows),
    pNumber: new Uint8Array(rows),
  };
  let [a, b] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const isOne =
      b === other.left.length ||
      (a < one.left.length && (one.left[a]! - other.left[b]! || one.right[a]! - other.right[b]!) < 0);
    const [from, at] = isOne ? [one, a] : [other, b];
    if (isOne) a += 1;
    else b += 1;
    merged.left[row] = from.left[at]!;
    merged.right[row] = from.right[at]!;
    merged.kind[row] = from.kind[at]!;
    merged.location[row] = from.location[at]!;
    merged.name[row] = from.name[at]!;
    merged.operator[row] = from.operator[at]!;
    merged.pNumber[row] = from.pNumber[at]!;
  }
  return merged;
}

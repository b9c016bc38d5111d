import type { ComparableRecord } from '../match/comparable-record.js';
import { CROSS_KINDS } from '../weigh/levels.js';
import { temper } from '../weigh/temper.js';
import type { WeighedPairs } from '../weigh/weighed-pairs.js';
import type { HiddenTwins } from './hidden-twins.js';

/** That a register has a second unit at a place although one is known. */
const SECOND_UNIT = 0.02;

/**
 * Brings the probabilities of pairs in line with the places that came out: two records of one place are as sure as each
 * is of being there, and a record that has found its partner in a register has no other there - unless that could be
 * one place with it, which a secret address hides. Last, what dependent fields exaggerate is taken back.
 */
export function concludePairs(
  records: readonly ComparableRecord[],
  { table, rowsOf }: WeighedPairs,
  twins: HiddenTwins,
  isLinked: Uint8Array,
  probability: Float64Array,
): void {
  const surest = new Float64Array(records.length);
  const partner = new Float64Array(records.length * CROSS_KINDS);
  for (let row = 0; row < isLinked.length; row += 1) {
    if (isLinked[row] !== 1 || table.kind[row]! >= CROSS_KINDS) continue;
    for (const record of [table.left[row]!, table.right[row]!]) {
      const at = record * CROSS_KINDS + table.kind[row]!;
      surest[record] = Math.max(surest[record]!, probability[row]!);
      partner[at] = Math.max(partner[at]!, probability[row]!);
    }
  }
  for (let row = 0; row < isLinked.length; row += 1) {
    const kind = table.kind[row]!;
    if (kind >= CROSS_KINDS) continue;
    const [left, right] = [table.left[row]!, table.right[row]!];
    if (isLinked[row] === 1) {
      probability[row] = Math.max(probability[row]!, surest[left]! * surest[right]!);
      continue;
    }
    for (const record of [left, right]) {
      if (records[record]!.authority === 'ARBEJDSTILSYNET') continue;
      const rest = Math.max(SECOND_UNIT, 1 - partner[record * CROSS_KINDS + kind]!);
      probability[row] = Math.min(probability[row]!, rest);
    }
  }
  const own = probability.slice();
  for (let row = 0; row < isLinked.length; row += 1) {
    if (isLinked[row] === 1 || table.kind[row]! >= CROSS_KINDS) continue;
    for (const [record, other] of [
      [table.left[row]!, table.right[row]!],
      [table.right[row]!, table.left[row]!],
    ] as const) {
      for (const twin of twins.of(record)) {
        const theirs = rowBetween(twin, other);
        if (theirs !== undefined) probability[row] = Math.max(probability[row]!, twins.share * own[theirs]!);
      }
    }
  }

  for (let row = 0; row < isLinked.length; row += 1) probability[row] = temper(probability[row]!);

  function rowBetween(one: number, other: number): number | undefined {
    for (let at = rowsOf.starts[one]!; at < rowsOf.starts[one + 1]!; at += 1) {
      const row = rowsOf.rows[at]!;
      if (table.left[row] === other || table.right[row] === other) return row;
    }
    return undefined;
  }
}

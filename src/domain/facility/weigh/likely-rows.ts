import type { ComparableRecord } from '../match/comparable-record.js';
import type { ComparisonTable } from './comparison-table.js';
import { WITHIN_SOCIALTILSYNET, WITHIN_STPS } from './levels.js';
import type { KindParameters } from './match-model.js';
import { weighPairs } from './weigh-pairs.js';

/** Odds below which no estimate of the parameters could make a pair a question. */
const NEGLIGIBLE = 1e-6;

/** The rows that are worth weighing: those not ruled out by the first guess, and twins of one register. */
export function likelyRows(
  records: readonly ComparableRecord[],
  table: ComparisonTable,
  firstGuess: readonly KindParameters[],
): ComparisonTable {
  const { unit, housemate } = weighPairs(table, firstGuess);
  const isTwin = (row: number): boolean => {
    if (table.kind[row] === WITHIN_SOCIALTILSYNET) return table.pNumber[row] === 0;
    const code = table.kind[row] === WITHIN_STPS ? records[table.left[row]!]!.sorCode : null;
    return code !== null && code === records[table.right[row]!]!.sorCode;
  };
  const rows = table.left
    .map((_, row) => row)
    .filter((row) => unit[row]! + housemate[row]! >= NEGLIGIBLE || isTwin(row));
  return {
    left: rows.map((row) => table.left[row]!),
    right: rows.map((row) => table.right[row]!),
    kind: Uint8Array.from(rows, (row) => table.kind[row]!),
    location: Uint8Array.from(rows, (row) => table.location[row]!),
    name: Uint8Array.from(rows, (row) => table.name[row]!),
    operator: Uint8Array.from(rows, (row) => table.operator[row]!),
    pNumber: Uint8Array.from(rows, (row) => table.pNumber[row]!),
    nameShare: Float64Array.from(rows, (row) => table.nameShare[row]!),
    operatorShare: Float64Array.from(rows, (row) => table.operatorShare[row]!),
  };
}

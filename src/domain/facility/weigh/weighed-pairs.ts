import type { ComparableRecord } from '../match/comparable-record.js';
import type { ComparisonTable } from './comparison-table.js';
import { PAIR_KINDS, pairKind } from './levels.js';
import type { MatchModel } from './match-model.js';
import { numberSpots, Rivals, rowsByRecord, type RowsByRecord } from './rivals.js';
import { weighPairs, type PairOdds } from './weigh-pairs.js';

/** All candidate pairs with what the model makes of them, each pair by itself. */
export interface WeighedPairs {
  readonly table: ComparisonTable;
  readonly model: MatchModel;
  readonly readings: PairOdds;
  /** Odds that both share a place, whichever way, against that they do not; rivals not counted. */
  readonly odds: Float64Array;
  /** The probability with rivals counted. */
  readonly probability: Float64Array;
  readonly rowsOf: RowsByRecord;
  /** By PAIR_KINDS, for each of the two registers: the share of its records that have a partner in the other. */
  readonly completeness: readonly Readonly<Record<string, number>>[];
}

export function weighAll(
  records: readonly ComparableRecord[],
  table: ComparisonTable,
  model: MatchModel,
): WeighedPairs {
  const readings = weighPairs(table, model.kinds);
  const odds = readings.unit.map((unit, row) => unit + readings.housemate[row]!);
  const rivals = new Rivals(records, table, numberSpots(records)).of(odds);
  const probability = odds.map((own, row) => own / (1 + own + rivals[row]!));
  const rowsOf = rowsByRecord(records.length, table);
  const completeness = measureCompleteness(records, table, rowsOf, probability);
  return { table, model, readings, odds, probability, rowsOf, completeness };
}

function measureCompleteness(
  records: readonly ComparableRecord[],
  table: ComparisonTable,
  { starts, rows }: RowsByRecord,
  probability: Float64Array,
): Record<string, number>[] {
  const found = PAIR_KINDS.map((): Record<string, number> => ({}));
  const counts: Record<string, number> = {};
  records.forEach(({ authority }, record) => {
    counts[authority] = (counts[authority] ?? 0) + 1;
    const best = new Float64Array(PAIR_KINDS.length);
    for (let at = starts[record]!; at < starts[record + 1]!; at += 1) {
      const kind = table.kind[rows[at]!]!;
      best[kind] = Math.max(best[kind]!, probability[rows[at]!]!);
    }
    best.forEach((share, kind) => (found[kind]![authority] = (found[kind]![authority] ?? 0) + share));
  });
  return found.map((sums) =>
    Object.fromEntries(Object.entries(sums).map(([authority, sum]) => [authority, sum / counts[authority]!])),
  );
}

/** However complete the registers look, one unit in this many may be known to no other. */
const LEAST_MISSING = 0.02;
/** A register that hardly any records were seen of is not taken for complete. */
const UNSEEN = 25;

/** The share of a register's records that have no partner in another, or in any where none is named. */
export function shareWithoutPartner(
  { completeness }: WeighedPairs,
  size: number,
  authority: ComparableRecord['authority'],
  other?: ComparableRecord['authority'],
): number {
  const kinds = other
    ? [pairKind(authority, other)]
    : (['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'] as const)
        .filter((each) => each !== authority)
        .map((each) => pairKind(authority, each));
  const complete = Math.max(...kinds.map((kind) => completeness[kind]?.[authority] ?? 0));
  return Math.max(LEAST_MISSING, 1 - (complete * size) / (size + UNSEEN));
}

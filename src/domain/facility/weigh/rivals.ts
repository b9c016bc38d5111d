import type { ComparableRecord } from '../match/comparable-record.js';
import type { ComparisonTable } from './comparison-table.js';
import { LAST_SPOT_LEVEL, PAIR_KINDS } from './levels.js';

/** Numbers the spots that records stand at: records with one full address, no crowd there, share a number. */
export function numberSpots(records: readonly ComparableRecord[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(records, ({ address, hasCrowdedAddress }, index) => {
    if (!address?.number || !address.postalCode || hasCrowdedAddress) return records.length + index;
    const key = `${address.postalCode}/${address.street}/${address.number}${address.letter}`;
    const number = known.get(key) ?? index;
    known.set(key, number);
    return number;
  });
}

const [AFDELING_AND_P_UNIT, AFDELING_AND_LOCATION, P_UNIT_AND_LOCATION] = [0, 1, 2];

/** Which side of a pair belongs to one place at most, and so has rivals on the other; a P-unit may cover several. */
function isExclusive(authority: ComparableRecord['authority'], kind: number): boolean {
  if (kind === AFDELING_AND_P_UNIT) return authority === 'SOCIALTILSYNET';
  if (kind === P_UNIT_AND_LOCATION) return authority === 'STPS';
  return kind === AFDELING_AND_LOCATION;
}

/** The rows of each record, one record after the other. */
export interface RowsByRecord {
  /** Where the rows of record i begin; one entry more than records. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

export function rowsByRecord(
  count: number,
  { left, right }: Pick<ComparisonTable, 'left' | 'right'>,
): RowsByRecord {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < left.length; row += 1) {
    starts[left[row]! + 1]! += 1;
    starts[right[row]! + 1]! += 1;
  }
  for (let record = 0; record < count; record += 1) starts[record + 1]! += starts[record]!;
  const next = starts.slice();
  const rows = new Int32Array(left.length * 2);
  for (let row = 0; row < left.length; row += 1) {
    rows[next[left[row]!]!++] = row;
    rows[next[right[row]!]!++] = row;
  }
  return { starts, rows };
}

/**
 * For each row the odds of all that competes with it: other spots at which a record of the pair could stand as well.
 * Within one register nothing competes.
 */
export class Rivals {
  private readonly rowsOf: RowsByRecord;
  private readonly atSpot: Float64Array;

  constructor(
    private readonly records: readonly ComparableRecord[],
    private readonly table: ComparisonTable,
    private readonly spots: Int32Array,
  ) {
    this.rowsOf = rowsByRecord(records.length, table);
    this.atSpot = new Float64Array(records.length * 2);
  }

  /** `odds` by row; the result by row. */
  of(odds: Float64Array, into: Float64Array = new Float64Array(odds.length)): Float64Array {
    into.fill(0);
    for (let record = 0; record < this.records.length; record += 1) {
      for (let kind = 0; kind < PAIR_KINDS.length; kind += 1) {
        if (isExclusive(this.records[record]!.authority, kind)) this.addFor(record, kind, odds, into);
      }
    }
    return into;
  }

  private addFor(record: number, kind: number, odds: Float64Array, into: Float64Array): void {
    const { starts } = this.rowsOf;
    const [from, to] = [starts[record]!, starts[record + 1]!];
    const isOf = (row: number): boolean => this.table.kind[row] === kind;
    this.compete(record, from, to, isOf, odds, into, (row) => !this.isSettledBySpot(row));
    if (kind !== AFDELING_AND_P_UNIT) return;
    const isSettled = (row: number): boolean => isOf(row) && this.isSettledBySpot(row);
    this.compete(record, from, to, isSettled, odds, into, isSettled);
  }

  /** Adds to each row that is told what all rows that take part have at other spots than its own. */
  private compete(
    record: number,
    from: number,
    to: number,
    takesPart: (row: number) => boolean,
    odds: Float64Array,
    into: Float64Array,
    isTold: (row: number) => boolean,
  ): void {
    const { rows } = this.rowsOf;
    let total = 0;
    for (let at = from; at < to; at += 1) {
      const row = rows[at]!;
      if (!takesPart(row)) continue;
      this.atSpot[this.spotOpposite(record, row)]! += odds[row]!;
      total += odds[row]!;
    }
    if (total === 0) return;
    for (let at = from; at < to; at += 1) {
      const row = rows[at]!;
      if (takesPart(row) && isTold(row))
        into[row]! += Math.max(0, total - this.atSpot[this.spotOpposite(record, row)]!);
    }
    for (let at = from; at < to; at += 1) this.atSpot[this.spotOpposite(record, rows[at]!)] = 0;
  }

  /** Both stand at one spot by their own addresses: that a unit elsewhere covers the place as well is no objection. */
  private isSettledBySpot(row: number): boolean {
    return this.table.kind[row] === AFDELING_AND_P_UNIT && this.table.location[row]! <= LAST_SPOT_LEVEL;
  }

  private spotOpposite(record: number, row: number): number {
    const [left, right] = [this.table.left[row]!, this.table.right[row]!];
    return this.spots[left === record ? right : left]!;
  }
}

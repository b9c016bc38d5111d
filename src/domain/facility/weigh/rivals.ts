import { IntegerColumn } from '../match/blocks.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import type { ComparisonTable } from './comparison-table.js';
import { CROSS_KINDS, LAST_SPOT_LEVEL } from './levels.js';

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
  /** Rows that compete for one record, one group after the other; groups of one spot are left out. */
  private readonly starts: Int32Array;
  private readonly rows: Int32Array;
  /** The spot opposite, numbered within the group. */
  private readonly spots: Int32Array;
  /** Rows that take part without being told what competes with them. */
  private readonly isSilent: Uint8Array;
  private readonly mostSpots: number;

  constructor(
    records: readonly ComparableRecord[],
    private readonly table: ComparisonTable,
    spotOf: Int32Array,
    rowsOf: RowsByRecord = rowsByRecord(records.length, table),
  ) {
    const [starts, rows, spots, silent] = Array.from({ length: 4 }, () => new IntegerColumn()) as [
      IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn,
    ]; // prettier-ignore
    let mostSpots = 0;
    const numbers = new Map<number, number>();
    const addGroup = (
      record: number,
      isIn: (row: number) => boolean,
      isTold: (row: number) => boolean,
    ): void => {
      const start = rows.length;
      numbers.clear();
      let told = 0;
      for (let at = rowsOf.starts[record]!; at < rowsOf.starts[record + 1]!; at += 1) {
        const row = rowsOf.rows[at]!;
        if (!isIn(row)) continue;
        const [left, right] = [table.left[row]!, table.right[row]!];
        const spot = spotOf[left === record ? right : left]!;
        const number = numbers.get(spot) ?? numbers.size;
        numbers.set(spot, number);
        rows.add(row);
        spots.add(number);
        silent.add(isTold(row) ? 0 : 1);
        if (isTold(row)) told += 1;
      }
      if (numbers.size < 2 || told === 0) {
        for (const column of [rows, spots, silent]) column.length = start;
        return;
      }
      mostSpots = Math.max(mostSpots, numbers.size);
      starts.add(start);
    };
    records.forEach(({ authority }, record) => {
      if (rowsOf.starts[record] === rowsOf.starts[record + 1]) return;
      for (let kind = 0; kind < CROSS_KINDS; kind += 1) {
        if (!isExclusive(authority, kind)) continue;
        const isOf = (row: number): boolean => table.kind[row] === kind;
        addGroup(record, isOf, (row) => !this.isSettledBySpot(row));
        if (kind !== AFDELING_AND_P_UNIT) continue;
        const isSettled = (row: number): boolean => isOf(row) && this.isSettledBySpot(row);
        addGroup(record, isSettled, isSettled);
      }
    });
    starts.add(rows.length);
    this.starts = starts.values();
    this.rows = rows.values();
    this.spots = spots.values();
    this.isSilent = Uint8Array.from(silent.shown());
    this.mostSpots = mostSpots;
  }

  /** `odds` by row; the result by row: what all rows that take part have at other spots than its own. */
  of(odds: Float64Array, into: Float64Array = new Float64Array(odds.length)): Float64Array {
    const { starts, rows, spots, isSilent } = this;
    const atSpot = new Float64Array(this.mostSpots);
    into.fill(0);
    for (let group = 0; group + 1 < starts.length; group += 1) {
      const [from, to] = [starts[group]!, starts[group + 1]!];
      let total = 0;
      for (let at = from; at < to; at += 1) {
        const own = odds[rows[at]!]!;
        atSpot[spots[at]!]! += own;
        total += own;
      }
      if (total > 0) {
        for (let at = from; at < to; at += 1) {
          if (isSilent[at] === 0) into[rows[at]!]! += Math.max(0, total - atSpot[spots[at]!]!);
        }
      }
      for (let at = from; at < to; at += 1) atSpot[spots[at]!] = 0;
    }
    return into;
  }

  /** Both stand at one spot by their own addresses: that a unit elsewhere covers the place as well is no objection. */
  private isSettledBySpot(row: number): boolean {
    return this.table.kind[row] === AFDELING_AND_P_UNIT && this.table.location[row]! <= LAST_SPOT_LEVEL;
  }
}

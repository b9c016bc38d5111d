import { compareIdentifiers } from '../compare/compare-identifiers.js';
import { compareNames, NAME_LEVELS } from '../compare/compare-name.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { compareLocations, LEVELS, pairKind } from './levels.js';
import type { ValueShares } from './value-shares.js';

/** Compared pairs in columns; row i is the pair of records left[i] < right[i]. */
export interface ComparisonTable {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Index in PAIR_KINDS. */
  readonly kind: Uint8Array;
  /** Numbers of levels, as in LEVELS. */
  readonly location: Uint8Array;
  readonly name: Uint8Array;
  readonly operator: Uint8Array;
  readonly pNumber: Uint8Array;
  /** How common the name (operator) is that both have, as a share of all records; 0 where they do not agree. */
  readonly nameShare: Float64Array;
  readonly operatorShare: Float64Array;
}

/** Compares pairs, given as two columns of indices into the records, field by field. */
export function comparePairs(
  records: readonly ComparableRecord[],
  left: Int32Array,
  right: Int32Array,
  shares: ValueShares,
): ComparisonTable {
  const table = {
    left,
    right,
    kind: new Uint8Array(left.length),
    location: new Uint8Array(left.length),
    name: new Uint8Array(left.length),
    operator: new Uint8Array(left.length),
    pNumber: new Uint8Array(left.length),
    nameShare: new Float64Array(left.length),
    operatorShare: new Float64Array(left.length),
  };
  for (let row = 0; row < left.length; row += 1) {
    const [a, b] = [records[left[row]!]!, records[right[row]!]!];
    table.kind[row] = pairKind(a.authority, b.authority);
    table.location[row] = compareLocations(a, b);
    const name = compareNames(a, b);
    table.name[row] = NAME_LEVELS.indexOf(name);
    if (name === 'SAME' || name === 'SAME_CORE') table.nameShare[row] = shares.ofCommonName(a, b);
    if (name === 'PART') table.nameShare[row] = shares.ofCommonWord(a, b);
    const operator = compareIdentifiers(a.cvrNumbers, b.cvrNumbers);
    table.operator[row] = LEVELS.OPERATOR.indexOf(operator);
    if (operator === 'SAME') table.operatorShare[row] = shares.ofCommonOperator(a, b);
    table.pNumber[row] = LEVELS.P_NUMBER.indexOf(compareIdentifiers(a.pNumbers, b.pNumbers));
  }
  return table;
}

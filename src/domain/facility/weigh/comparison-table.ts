import { compareIdentifiers } from '../compare/compare-identifiers.js';
import { nameLevel } from '../compare/compare-name.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { compareLocations, LEVELS, pairKind } from './levels.js';
import type { ValueShares } from './value-shares.js';

/** Compared pairs in columns; row i is the pair of records left[i] < right[i]. A function of each two records alone. */
export interface ComparedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Index in PAIR_KINDS. */
  readonly kind: Uint8Array;
  /** Numbers of levels, as in LEVELS. */
  readonly location: Uint8Array;
  readonly name: Uint8Array;
  readonly operator: Uint8Array;
  readonly pNumber: Uint8Array;
}

/** Compared pairs, with how common is what they agree in. */
export interface ComparisonTable extends ComparedPairs {
  /** How common the name (operator) is that both have, as a share of all records; 0 where they do not agree. */
  readonly nameShare: Float64Array;
  readonly operatorShare: Float64Array;
}

/** Whether a pair with these levels is worth keeping. */
export type IsKept = (
  left: ComparableRecord,
  right: ComparableRecord,
  kind: number,
  location: number,
  name: number,
  operator: number,
  pNumber: number,
) => boolean;

/** Compares pairs, given as two columns of indices into the records, field by field. */
export function comparePairs(
  records: readonly ComparableRecord[],
  left: Int32Array,
  right: Int32Array,
  isKept: IsKept = () => true,
): ComparedPairs {
  const rows = left.length;
  const [lefts, rights] = [new Int32Array(rows), new Int32Array(rows)];
  const [kinds, locations, names, operators, pNumbers] = Array.from(
    { length: 5 },
    () => new Uint8Array(rows),
  ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  let kept = 0;
  for (let row = 0; row < rows; row += 1) {
    const [a, b] = [records[left[row]!]!, records[right[row]!]!];
    const kind = pairKind(a.authority, b.authority);
    const location = compareLocations(a, b);
    const name = nameLevel(a, b);
    const operator = IDENTIFIER_LEVEL[compareIdentifiers(a.cvrNumbers, b.cvrNumbers)];
    const pNumber = IDENTIFIER_LEVEL[compareIdentifiers(a.pNumbers, b.pNumbers)];
    if (!isKept(a, b, kind, location, name, operator, pNumber)) continue;
    lefts[kept] = left[row]!;
    rights[kept] = right[row]!;
    kinds[kept] = kind;
    locations[kept] = location;
    names[kept] = name;
    operators[kept] = operator;
    pNumbers[kept] = pNumber;
    kept += 1;
  }
  return {
    left: lefts.slice(0, kept),
    right: rights.slice(0, kept),
    kind: kinds.slice(0, kept),
    location: locations.slice(0, kept),
    name: names.slice(0, kept),
    operator: operators.slice(0, kept),
    pNumber: pNumbers.slice(0, kept),
  };
}

const IDENTIFIER_LEVEL = {
  SAME: LEVELS.P_NUMBER.indexOf('SAME'),
  UNKNOWN: LEVELS.P_NUMBER.indexOf('UNKNOWN'),
  DIFFERENT: LEVELS.P_NUMBER.indexOf('DIFFERENT'),
};
const [SAME, SAME_CORE, PART] = (['SAME', 'SAME_CORE', 'PART'] as const).map((level) =>
  LEVELS.NAME.indexOf(level),
);

/** Adds how common the names and operators are that pairs agree in; the one thing that depends on all records. */
export function withShares(
  records: readonly ComparableRecord[],
  pairs: ComparedPairs,
  shares: ValueShares,
): ComparisonTable {
  const rows = pairs.left.length;
  const [nameShare, operatorShare] = [new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row += 1) {
    const [name, isSameOperator] = [pairs.name[row]!, pairs.operator[row] === 0];
    const [a, b] = [records[pairs.left[row]!]!, records[pairs.right[row]!]!];
    if (name === SAME || name === SAME_CORE) nameShare[row] = shares.ofCommonName(a, b);
    if (name === PART) nameShare[row] = shares.ofCommonWord(a, b);
    if (isSameOperator) operatorShare[row] = shares.ofCommonOperator(a, b);
  }
  return { ...pairs, nameShare, operatorShare };
}

import type { Authority } from '../../shared/authority.js';
import type { ComparableRecord } from '../match/comparable-record.js';

/** A place while it grows: each record begins as a place of its own. */
export interface GrowingPlace {
  /** Indices of its records, ascending. */
  readonly members: readonly number[];
  readonly pNumbers: ReadonlySet<string>;
  readonly authorities: ReadonlyMap<Authority, number>;
  /** It stands at an address that is known to be its own. */
  readonly isAnchored: boolean;
}

/** Which record belongs to which growing place; places only ever join. */
export class GrowingPlaces {
  private readonly rootOf: number[];
  private readonly placeOf = new Map<number, GrowingPlace>();

  constructor(records: readonly ComparableRecord[]) {
    this.rootOf = records.map((_, index) => index);
    records.forEach((record, index) => {
      this.placeOf.set(index, {
        members: [index],
        pNumbers: new Set(record.pNumbers),
        authorities: new Map([[record.authority, 1]]),
        isAnchored: record.addressTrust === 'OWN',
      });
    });
  }

  /** The number of the place that holds a record; it may change when places join. */
  numberOf(record: number): number {
    let root = record;
    while (this.rootOf[root] !== root) root = this.rootOf[root] ?? root;
    let next = record;
    while (next !== root) {
      const parent = this.rootOf[next] ?? root;
      this.rootOf[next] = root;
      next = parent;
    }
    return root;
  }

  at(number: number): GrowingPlace {
    const place = this.placeOf.get(number);
    if (!place)
      throw new RangeError(`No place has number ${number}; ask numberOf for the place of a record.`);
    return place;
  }

  all(): ReadonlyMap<number, GrowingPlace> {
    return this.placeOf;
  }

  join(leftRecord: number, rightRecord: number): void {
    const numbers = [this.numberOf(leftRecord), this.numberOf(rightRecord)].sort((a, b) => a - b);
    const [keep = 0, give = 0] = numbers;
    if (keep === give) return;
    const [kept, given] = [this.at(keep), this.at(give)];
    const authorities = new Map(kept.authorities);
    for (const [authority, count] of given.authorities)
      authorities.set(authority, (authorities.get(authority) ?? 0) + count);
    this.rootOf[give] = keep;
    this.placeOf.delete(give);
    this.placeOf.set(keep, {
      members: [...kept.members, ...given.members].sort((a, b) => a - b),
      pNumbers: new Set([...kept.pNumbers, ...given.pNumbers]),
      authorities,
      isAnchored: kept.isAnchored || given.isAnchored,
    });
  }
}

/** Both have P-numbers and share none. */
export function haveOtherPNumbers(left: GrowingPlace, right: GrowingPlace): boolean {
  if (left.pNumbers.size === 0 || right.pNumbers.size === 0) return false;
  return ![...left.pNumbers].some((pNumber) => right.pNumbers.has(pNumber));
}

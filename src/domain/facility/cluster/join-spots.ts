import { compareAddresses } from '../compare/compare-address.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { LAST_SPOT_LEVEL } from '../weigh/levels.js';
import type { WeighedPairs } from '../weigh/weighed-pairs.js';
import { haveOtherPNumbers, type GrowingPlaces } from './growing-places.js';
import type { PeopleSay } from './people-say.js';

/** Joins the records that stand at the same spot, surest pairs first. */
export function joinSpots(
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  { table, odds, probability }: WeighedPairs,
  people: PeopleSay,
  upper: number,
): void {
  const isSpot = (row: number): boolean =>
    table.location[row]! <= LAST_SPOT_LEVEL && probability[row]! >= upper;
  const rows = [...table.left.keys()].filter(isSpot);
  rows.sort((a, b) => odds[b]! - odds[a]! || a - b);
  for (const row of rows) {
    const [a, b] = [table.left[row]!, table.right[row]!];
    const [left, right] = [places.at(places.numberOf(a)), places.at(places.numberOf(b))];
    if (left === right || people.keepsApart(left, right)) continue;
    // An address that may be mistyped must not bring together what the P-numbers of others keep apart.
    if (table.location[row] !== 0 && haveOtherPNumbers(left, right)) continue;
    // Typing errors must not add up: A like B and B like C says nothing of A and C.
    const isThis = (one: number, other: number): boolean =>
      Math.min(one, other) === a && Math.max(one, other) === b;
    const isApart = left.members.some((one) =>
      right.members.some((other) => !isThis(one, other) && standElsewhere(records[one]!, records[other]!)),
    );
    if (!isApart) places.join(a, b);
  }
}

/** Both registers know the unit's own address, and they are different ones. */
export function standElsewhere(left: ComparableRecord, right: ComparableRecord): boolean {
  if (left.addressTrust !== 'OWN' || right.addressTrust !== 'OWN') return false;
  const level = compareAddresses(left.address, right.address);
  return level === 'DIFFERENT' || level === 'SAME_HOUSE';
}

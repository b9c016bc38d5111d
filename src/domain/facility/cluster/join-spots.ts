import { compareAddresses } from '../compare/compare-address.js';
import type { ComparableRecord } from '../match/comparable-record.js';
import { haveOtherPNumbers, type GrowingPlaces } from './growing-places.js';
import { bySureness, type Link } from './link.js';

/** Joins the records that stand at the same spot, surest links first. */
export function joinSpots(
  places: GrowingPlaces,
  records: readonly ComparableRecord[],
  links: readonly Link[],
): void {
  for (const link of links.filter(({ claim }) => claim === 'SPOT').sort(bySureness)) {
    const left = places.at(places.numberOf(link.left));
    const right = places.at(places.numberOf(link.right));
    if (left === right) continue;
    // A link that P-numbers do not carry must not bring together what the P-numbers of others keep apart.
    if (link.confidence < SURE && haveOtherPNumbers(left, right)) continue;
    // Typing errors must not add up: A like B and B like C says nothing of A and C.
    const isLink = (a: number, b: number): boolean =>
      Math.min(a, b) === link.left && Math.max(a, b) === link.right;
    const apart = left.members.some((a) =>
      right.members.some((b) => !isLink(a, b) && areApart(records[a], records[b])),
    );
    if (!apart) places.join(link.left, link.right);
  }
}

/** From here on a link is not undone by a difference elsewhere in the place. */
const SURE = 0.99;

function areApart(left: ComparableRecord | undefined, right: ComparableRecord | undefined): boolean {
  if (!left || !right || left.addressTrust !== 'OWN' || right.addressTrust !== 'OWN') return false;
  const level = compareAddresses(left.address, right.address);
  return level === 'DIFFERENT' || level === 'SAME_HOUSE';
}

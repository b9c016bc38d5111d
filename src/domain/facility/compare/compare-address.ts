import { editDistance } from '../text/edit-distance.js';
import type { AddressForm } from '../text/normalise-address.js';

/**
 * How far two addresses agree, best first. The floor is no part of it: the floors of a house are one place.
 * SAME: street, number, letter and postal code. NEAR, LIKELY: one, two typing errors in the street. SAME_NUMBER: a
 * letter on one side only. SAME_STREET: alike, but one has no postal code. SAME_HOUSE: all but the street.
 * UNKNOWN: one is missing. NEITHER: both are. DIFFERENT: another postal code, number or letter.
 */
export type AddressLevel =
  | 'SAME'
  | 'NEAR'
  | 'LIKELY'
  | 'SAME_NUMBER'
  | 'SAME_STREET'
  | 'SAME_HOUSE'
  | 'UNKNOWN'
  | 'NEITHER'
  | 'DIFFERENT';

export function compareAddresses(left: AddressForm | null, right: AddressForm | null): AddressLevel {
  if (!left || !right) return left || right ? 'UNKNOWN' : 'NEITHER';
  if (left.number !== right.number) return 'DIFFERENT';
  if (left.postalCode && right.postalCode && left.postalCode !== right.postalCode) return 'DIFFERENT';
  const hasBothPostalCodes = left.postalCode !== null && right.postalCode !== null;
  const errors = streetErrors(left, right);
  // Without a number a street is a neighbourhood, not a place.
  if (!left.number) return errors < MANY ? 'UNKNOWN' : 'DIFFERENT';
  if (left.letter !== right.letter) {
    const isOmitted = !left.letter || !right.letter;
    return errors === 0 && isOmitted && hasBothPostalCodes ? 'SAME_NUMBER' : 'DIFFERENT';
  }
  if (!hasBothPostalCodes) return errors <= 1 ? 'SAME_STREET' : 'DIFFERENT';
  return errors === 0 ? 'SAME' : errors === 1 ? 'NEAR' : errors === 2 ? 'LIKELY' : 'SAME_HOUSE';
}

const MANY = 3;
const SHORTEST_MISTYPED = 5;
const SHORTEST_TWICE_MISTYPED = 8;

/** Typing errors between two street names: 0, 1, 2, or 3 for more. `Strandvej` for `Strandvejen` counts as one. */
export function streetErrors(left: AddressForm, right: AddressForm): number {
  if (left.street === right.street) return 0;
  const [a, b] = [left.streetSpelling, right.streetSpelling];
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHORTEST_MISTYPED) return MANY;
  const endings = a.endsWith('vejen') === b.endsWith('vejen') ? 0 : 1;
  const limit = (shortest < SHORTEST_TWICE_MISTYPED ? 1 : 2) - endings;
  const errors =
    endings === 0 ? editDistance(a, b, limit) : editDistance(indefinite(a), indefinite(b), limit);
  return errors > limit ? MANY : Math.max(1, errors + endings);
}

function indefinite(street: string): string {
  return street.replace(/vejen$/, 'vej');
}

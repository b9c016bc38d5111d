import type { Draws } from '../draws.js';
import type { PostalTown } from './municipalities.js';
import { STREET_NAMES } from './street-names.js';

export interface StreetAddress {
  readonly street: string;
  readonly houseNumber: number;
  readonly letter: string;
}

const HOUSE_NUMBERS = 190;
const SLOTS = STREET_NAMES.length * HOUSE_NUMBERS;
// A prime that does not divide SLOTS: stepping by it visits every slot once before any comes back.
const STEP = 7_919;
const LATER_LETTERS = 'CDEFGHIJKLMNOPQRSTUVXYZ';

/** Hands out addresses so that no two places of a postal code ever get the same one. */
export class AddressBook {
  private readonly used = new Map<string, { next: number; readonly start: number }>();

  /** Throws RangeError when a postal code is full (more than 250,000 places in one). */
  newAddress(town: PostalTown, draws: Draws): StreetAddress {
    const entry = this.used.get(town.postalCode) ?? { next: 0, start: draws.whole(0, SLOTS - 1) };
    this.used.set(town.postalCode, entry);
    const slot = (entry.start + entry.next * STEP) % SLOTS;
    const round = Math.floor(entry.next / SLOTS);
    entry.next += 1;
    const street = STREET_NAMES[slot % STREET_NAMES.length];
    const later = LATER_LETTERS[round - 1];
    if (street === undefined || (round > 0 && later === undefined))
      throw new RangeError(`Postal code ${town.postalCode} has no free address left.`);
    const letter = draws.chance(0.25) ? draws.pick(['A', 'B']) : '';
    return { street, houseNumber: Math.floor(slot / STREET_NAMES.length) + 1, letter: later ?? letter };
  }
}

import type { StreetAddress } from '../country/address-book.js';
import { STREET_ABBREVIATIONS } from '../country/street-names.js';
import type { Draws } from '../draws.js';
import type { Noise } from '../noise.js';
import { misspelled, withoutDanishLetters } from './misspelling.js';

const SPACE_BEFORE_LETTER = 0.35;
const ABBREVIATED = 0.4;
const ASCII_LETTERS = 0.1;
const GROUND_FLOOR = 0.1;
const TYPO = 0.03;

/** Street, number and letter on one line, e.g. "Søndre Kærvej 12A". */
export function plainAddress(address: StreetAddress): string {
  return `${address.street} ${address.houseNumber}${address.letter}`;
}

/** The same address as some clerk wrote it: "Sdr. Kærvej 12 A, st.", "Soendre Kaervej 12A". */
export function writtenAddress(address: StreetAddress, draws: Draws, noise: Noise): string {
  let street = address.street;
  for (const [long, short] of STREET_ABBREVIATIONS) {
    if (street.startsWith(long) && draws.chance(noise.share(ABBREVIATED)))
      street = street.replace(long, short);
  }
  if (draws.chance(noise.share(ASCII_LETTERS))) street = withoutDanishLetters(street);
  if (draws.chance(noise.share(TYPO))) street = misspelled(street, draws);
  const space = address.letter && draws.chance(noise.share(SPACE_BEFORE_LETTER)) ? ' ' : '';
  const floor = draws.chance(noise.share(GROUND_FLOOR)) ? ', st.' : '';
  return `${street} ${address.houseNumber}${space}${address.letter}${floor}`;
}

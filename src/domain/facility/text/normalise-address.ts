import type { SourceAddress } from '../source-record.js';
import { foldDanish, plainLetters } from './danish-text.js';

/** An address in parts that can be compared one by one. Empty text where a part is missing. */
export interface AddressForm {
  /** Folded street name without blanks, abbreviations written out: `Gl. Landevej` is `gammellandevej`. */
  readonly street: string;
  /** The street in plain letters, for counting typing errors. */
  readonly streetSpelling: string;
  /** House number as digits, without leading zeros. */
  readonly number: string;
  /** House letter, lower case. */
  readonly letter: string;
  /** Floor and door as written (`st`, `1 tv`): kept apart, because the floors of a house are one place. */
  readonly floor: string;
  /** Four digits, or null where the register gives none. */
  readonly postalCode: string | null;
}

/** What a street's words are short for; forms of one word that registers mix (`Gamle`, `Gammel`) share one. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['gl', 'gammel'],
  ['gml', 'gammel'],
  ['gamle', 'gammel'],
  ['sdr', 'soendre'],
  ['soender', 'soendre'],
  ['ndr', 'nordre'],
  ['nr', 'noerre'],
  ['vester', 'vestre'],
  ['oester', 'oestre'],
  ['sct', 'sankt'],
  ['skt', 'sankt'],
  ['v', 'vej'],
  ['pl', 'plads'],
]);

const HOUSE =
  /^(?<street>.*[a-z.]) *\b0*(?<number>\d{1,3}) ?(?<letter>[a-z])?(?: ?- ?\d{1,3} ?[a-z]?)?(?:(?: |$)(?<floor>.*))?$/;

/** Reads an address; null where there is no street. A street without a house number keeps an empty number. */
export function normaliseAddress(address: SourceAddress | null): AddressForm | null {
  const [head = '', ...tail] = foldDanish(address?.street ?? '').split(',');
  const text = head.replace(/\s+/g, ' ').trim();
  if (!/[a-z]/.test(text)) return null;
  const house = HOUSE.exec(text)?.groups;
  const floor = [house?.['floor'] ?? '', ...tail].join(' ');
  const street = streetName(house?.['street'] ?? text);
  return {
    street,
    streetSpelling: plainLetters(street),
    number: house?.['number'] ?? '',
    letter: house?.['letter'] ?? '',
    floor: (floor.match(/[a-z0-9]+/g) ?? []).join(' '),
    postalCode: /^\d{4}$/.test(address?.postalCode ?? '') ? (address?.postalCode ?? null) : null,
  };
}

function streetName(text: string): string {
  const words = text.match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => WRITTEN_OUT.get(word) ?? word).join('');
}

import type { SourceAddress } from './source-record.js';

/** Stands in the place of what would tell a secret address. */
export const ADDRESS_MASK = '[skjult adresse]';

/** What is known of where a place at a secret address lies: of every register, whichever of them keeps it secret. */
export interface SecretAddress {
  readonly addresses: readonly Pick<SourceAddress, 'street' | 'postalCode' | 'town'>[];
  /** The municipality may be known: a town of the same name tells no more. */
  readonly municipalityNames: readonly string[];
}

/** The text without streets, house numbers behind them, postal codes and towns of the addresses, however they are spelt. */
export function hideAddress(text: string, { addresses, municipalityNames }: SecretAddress): string {
  const known = new Set(municipalityNames.map(folded));
  const parts = addresses.flatMap(({ street, postalCode, town }) => [
    streetName(street),
    lastWord(streetName(street)),
    postalCode,
    town !== null && known.has(folded(town)) ? null : town,
  ]);
  const longestFirst = [...new Set(parts.filter((part): part is string => part !== null && /[\p{L}\d]{2}/u.test(part)))].sort(
    (one, other) => other.length - one.length,
  ); // prettier-ignore
  return longestFirst.reduce((hidden, part) => hidden.replace(patternOf(part), ADDRESS_MASK), text);
}

/** Without the house number and what comes behind it. */
function streetName(street: string): string {
  return /^\D*/.exec(street)![0].replace(/[\s,]+$/, '');
}

/** "St. Møllevej" is "Store Møllevej"; a short last word ("allé") names no street. */
function lastWord(street: string): string | null {
  const word = street.split(/\s+/).at(-1) ?? '';
  return word.length >= LONG ? word : null;
}

/** Words of this many letters are found inside longer ones, where nothing else is meant by them. */
const LONG = 7;

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['æ', '(?:æ|ae)'],
  ['ø', '(?:ø|oe|ö)'],
  ['å', '(?:å|aa)'],
  ['é', '[eé]'],
]);

// Short ones as a whole word; with any house number; "vej" is often cut to "v.", and words are joined or split.
function patternOf(part: string): RegExp {
  const letters = part
    .toLowerCase()
    .replace(/aa/g, 'å')
    .replace(/ae/g, 'æ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .split('')
    .map((letter) => (letter === ' ' ? '[\\s.,-]*' : (SPELLINGS.get(letter) ?? letter)))
    .join('')
    .replace(/vej$/, 'v(?:ej|\\.)?');
  if (/^\d+$/.test(part)) return new RegExp(`(?<!\\d)${part}(?!\\d)`, 'g');
  const [before, after] = part.length >= LONG ? ['', ''] : ['(?<![\\p{L}\\d])', '(?![\\p{L}\\d])'];
  return new RegExp(`${before}${letters}(?:[\\s,]+\\d+\\s?\\p{L}?(?![\\p{L}\\d]))?${after}`, 'giu');
}

function folded(text: string): string {
  return text.toLowerCase().replace(/aa/g, 'å').trim();
}

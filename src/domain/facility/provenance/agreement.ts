import { compareAddresses } from '../compare/compare-address.js';
import { compact, wordsOf } from '../text/danish-text.js';
import { FILLER_WORDS, KIND_WORDS } from '../text/name-words.js';
import { normaliseAddress } from '../text/normalise-address.js';
import type { AttributeName } from './attributes.js';

/** How the sources' values of an attribute stand to each other. */
export type Agreement =
  | 'NONE' // nobody states it
  | 'ALONE' // one source states it
  | 'SAME'
  | 'SPELLING' // written differently, but the same in meaning
  | 'CONFLICT';

/** Compares the values that stand at one time; conflicts are named, never resolved. */
export function agreementOf(attribute: AttributeName, values: readonly string[]): Agreement {
  if (values.length < 2) return values.length === 0 ? 'NONE' : 'ALONE';
  if (new Set(values).size === 1) return 'SAME';
  const isSameMeaning = SAME_MEANING[attribute] ?? sameLetters;
  const agrees = values.every((left, index) =>
    values.slice(index + 1).every((right) => isSameMeaning(left, right)),
  );
  return agrees ? 'SPELLING' : 'CONFLICT';
}

const SAME_MEANING: Partial<Record<AttributeName, (left: string, right: string) => boolean>> = {
  NAME: shareAWord,
  PARENT_NAME: shareAWord,
  OPERATOR_NAME: shareAWord,
  STREET: sameStreet,
  CVR_NUMBER: () => false,
  P_NUMBER: () => false,
  SOR_CODE: () => false,
};

function sameLetters(left: string, right: string): boolean {
  return compact(left) === compact(right);
}

/** "SKOVBRYNET" and "Skovbrynet, bosted" share the word that is the name; kinds of place and fillers are no name. */
function shareAWord(left: string, right: string): boolean {
  if (sameLetters(left, right)) return true;
  const words = new Set(nameWords(left));
  return nameWords(right).some((word) => words.has(word));
}

function nameWords(text: string): string[] {
  return wordsOf(text).filter((word) => !KIND_WORDS.has(word) && !FILLER_WORDS.has(word));
}

const SAME_PLACE = new Set(['SAME', 'NEAR', 'LIKELY', 'SAME_NUMBER', 'SAME_STREET']);

function sameStreet(left: string, right: string): boolean {
  const form = (street: string): ReturnType<typeof normaliseAddress> =>
    normaliseAddress({ street, postalCode: null, town: null });
  return sameLetters(left, right) || SAME_PLACE.has(compareAddresses(form(left), form(right)));
}

import { ExpectedError } from './expected-error.js';
import { findPersonNumbers } from './person-number.js';

export const SHORTEST_TEXT = 10;
export const LONGEST_TEXT = 2_000;

/** What is wrong with a text that somebody wrote into the service; undefined where nothing is. */
export type TextFault = 'TOO_SHORT' | 'TOO_LONG' | 'PERSON_NUMBER';

export function textFault(text: string): TextFault | undefined {
  const { length } = text.trim();
  if (length < SHORTEST_TEXT) return 'TOO_SHORT';
  if (length > LONGEST_TEXT) return 'TOO_LONG';
  return findPersonNumbers(text).length > 0 ? 'PERSON_NUMBER' : undefined;
}

/** The text without blanks around it; throws BAD_INPUT that names the field and the mend, and never repeats the text. */
export function checkedText(field: string, text: string): string {
  const trimmed = text.trim();
  switch (textFault(text)) {
    case 'TOO_SHORT':
      throw new ExpectedError(
        'BAD_INPUT',
        `${field} has ${trimmed.length} characters; write at least ${SHORTEST_TEXT}.`,
      );
    case 'TOO_LONG':
      throw new ExpectedError(
        'BAD_INPUT',
        `${field} has ${trimmed.length} characters; write at most ${LONGEST_TEXT}.`,
      );
    case 'PERSON_NUMBER':
      throw new ExpectedError(
        'BAD_INPUT',
        `${field} holds what looks like a person number; write it without.`,
      );
    case undefined:
      return trimmed;
  }
}

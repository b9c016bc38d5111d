import { plainLetters, wordsOf } from './danish-text.js';
import { splitKinds } from './name-kinds.js';
import { OPERATOR_WORDS, UNIT_WORDS } from './name-words.js';

/** A name in parts that can be compared. */
export interface NameForm {
  /** The name proper, folded and without blanks: `Bostedet Skovbrynet, afd. 2` is `skovbrynet`. */
  readonly core: string;
  /** The words of the core, each in plain letters. */
  readonly words: readonly string[];
  /** The core in plain letters, for counting typing errors. */
  readonly coreSpelling: string;
  /** What kind of place the name says it is (`bosted`); null where it does not say. */
  readonly kind: string | null;
  /** The numbers in the name proper: `Hus 1` and `Hus 2` are no typing errors of each other. */
  readonly digits: string;
  /** Whose name it is. OPERATOR: an organisation's. EITHER: an organisation has this name, and a place may too. */
  readonly owner: 'PLACE' | 'OPERATOR' | 'EITHER';
}

/** Names, compact and folded, that the registers use for other things than places. */
export interface NameVocabulary {
  readonly towns: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
}

/**
 * Reads a name as the registers write it: with the operator before or after it, with the town, the kind of place or the
 * afdeling behind it. Null where no letter or digit is left.
 */
export function normaliseName(text: string, vocabulary: NameVocabulary): NameForm | null {
  const segments = text
    .split(/[,()]/)
    .map(placePart)
    .filter((words) => words.length > 0);
  const telling = segments
    .filter((words, index) => index === 0 || isTelling(words, vocabulary))
    .map((words) => withoutOperator(words, vocabulary));
  const named =
    telling.find(
      (words) => hasCore(words) && !isOrganisation(words) && !isKnownOperator(words, vocabulary),
    ) ??
    telling.find((words) => hasCore(words) && !isOrganisation(words)) ??
    telling[0];
  if (!named) return null;
  const { core, kind } = splitKinds(named);
  const digits = core.join(' ').replace(/\D+/g, ' ').trim();
  // `Skovbrynet, bosted` is the place, also where some operator is called Skovbrynet.
  const mayBeOperator = isKnownOperator(wordsOf(text), vocabulary);
  const owner = isOrganisation(named) ? 'OPERATOR' : mayBeOperator ? 'EITHER' : 'PLACE';
  return {
    core: core.join(''),
    words: core.map(plainLetters),
    coreSpelling: plainLetters(core.join('')),
    kind,
    digits,
    owner,
  };
}

/** Of `Skovbrynet - Randers`, `Bosted - Skovbrynet` and `Fonden Havblik - Skovbrynet` the place's part. */
function placePart(segment: string): string[] {
  const parts = segment.split(/\s[-\u2013]\s/).map(wordsOf);
  return parts.find((words) => hasCore(words) && !isOrganisation(words)) ?? parts[0] ?? [];
}

/** Towns, afdelinger and kinds behind the name say nothing that another register would repeat. */
function isTelling(words: readonly string[], vocabulary: NameVocabulary): boolean {
  return hasCore(words) && !UNIT_WORDS.has(words[0] ?? '') && !vocabulary.towns.has(words.join(''));
}

function hasCore(words: readonly string[]): boolean {
  return splitKinds(words).hasCore;
}

function isKnownOperator(words: readonly string[], vocabulary: NameVocabulary): boolean {
  return vocabulary.operators.has(words.join(''));
}

/** Has the word of a legal form or a public body; `A/S` and `S/I` have fallen into two words. */
function isOrganisation(words: readonly string[]): boolean {
  return words.some((word) => OPERATOR_WORDS.has(word)) || / (a s|s i)$/.test(words.join(' '));
}

/** Takes a known operator's name off the front or the end, where a place's name is left. */
function withoutOperator(words: readonly string[], vocabulary: NameVocabulary): readonly string[] {
  if (isKnownOperator(words, vocabulary)) return words;
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (const [operator, rest] of [
      [words.slice(-length), words.slice(0, -length)],
      [words.slice(0, length), words.slice(length)],
    ] as const) {
      if (isKnownOperator(operator, vocabulary) && hasCore(rest) && !isOrganisation(rest)) return rest;
    }
  }
  return words;
}

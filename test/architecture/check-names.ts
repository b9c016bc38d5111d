import type { GlossaryEntry } from './glossary-table.js';
import { wordsOf, type FoundName } from './identifiers.js';

/** Names that others have fixed, with the reason why they are theirs. */
const NAMES_OF_OTHERS: Readonly<Record<string, string>> = {
  sameSite: 'attribute of a cookie (RFC 6265bis)',
  refuseCrossSite: 'a cross-site request is the term of the Fetch standard',
};

/** Names with letters that are not ASCII, one sentence each. */
export function foreignLetters(names: readonly FoundName[]): string[] {
  return distinct(
    names
      // eslint-disable-next-line no-control-regex -- ASCII begins with the control characters
      .filter(({ name }) => /[^\x00-\x7f]/.test(name))
      .map(({ name, place }) => `${place} "${name}" has letters outside ASCII`),
  );
}

/** Names that contain a word the glossary says not to write, one sentence each. */
export function forbiddenWords(names: readonly FoundName[], glossary: readonly GlossaryEntry[]): string[] {
  const forbidden = glossary.flatMap(({ term, doNotWrite }) =>
    doNotWrite.map((phrase) => ({ term, phrase, words: phrase.split(' ') })),
  );
  return distinct(
    names
      .filter(({ name }) => !(name in NAMES_OF_OTHERS))
      .flatMap(({ name, place }) => {
        const words = wordsOf(name);
        return forbidden
          .filter((entry) => follows(words, entry.words))
          .map(({ term, phrase }) => `${place} "${name}" says "${phrase}"; see "${term}" in the glossary`);
      }),
  );
}

/** Code names of the glossary that no name of the code contains any more. */
export function lostCodeNames(names: ReadonlySet<string>, glossary: readonly GlossaryEntry[]): string[] {
  const known = [...names].map((name) => wordsOf(name));
  return glossary
    .flatMap(({ codeNames }) => codeNames)
    .filter((codeName) => {
      const words = wordsOf(codeName);
      const plural = [...words.slice(0, -1), `${words.at(-1)}s`];
      return !known.some((candidate) => follows(candidate, words) || follows(candidate, plural));
    });
}

function follows(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_word, start) => phrase.every((each, index) => words[start + index] === each));
}

function distinct(sentences: readonly string[]): string[] {
  return [...new Set(sentences)];
}

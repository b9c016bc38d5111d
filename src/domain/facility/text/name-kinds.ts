import { editDistance } from './edit-distance.js';
import { FILLER_WORDS, KIND_WORDS } from './name-words.js';

export interface SplitName {
  /** The words of the name proper; all words where nothing else is left. */
  readonly core: readonly string[];
  readonly kind: string | null;
  readonly hasCore: boolean;
}

/** Parts the kind of place (`bosted`) from the name proper. */
export function splitKinds(words: readonly string[]): SplitName {
  let kind: string | null = null;
  const core: string[] = [];
  for (const word of words) {
    const read = readKind(word);
    if (read) kind ??= read.kind;
    const rest = read ? read.rest : word;
    if (rest && !FILLER_WORDS.has(rest)) core.push(rest);
  }
  return core.length > 0 ? { core, kind, hasCore: true } : { core: words, kind, hasCore: false };
}

const SHORTEST_MISTYPED_KIND = 6;
const SHORTEST_GLUED_NAME = 4;

interface ReadKind {
  readonly kind: string;
  readonly rest: string;
}

/** Words are read again and again; what was read is kept, up to a limit. */
const readWords = new Map<string, ReadKind | undefined>();
const MOST_WORDS = 100_000;

function readKind(word: string): ReadKind | undefined {
  if (readWords.has(word)) return readWords.get(word);
  const read = readNewWord(word);
  if (readWords.size >= MOST_WORDS) readWords.clear();
  readWords.set(word, read);
  return read;
}

function readNewWord(word: string): ReadKind | undefined {
  const exact = KIND_WORDS.get(word);
  if (exact) return { kind: exact, rest: '' };
  let glued: ReadKind | undefined;
  for (const [known, kind] of KIND_WORDS) {
    if (known.length < SHORTEST_MISTYPED_KIND) continue;
    // A typing error in the kind must not make it part of the name.
    if (editDistance(word, known, 1) <= 1) return { kind, rest: '' };
    // `BofaellesskabetHavblik`: the blank was lost. The longest kind wins, so the order of the list does not matter.
    const rest = word.slice(known.length);
    if (word.startsWith(known) && rest.length >= SHORTEST_GLUED_NAME) {
      if (!glued || rest.length < glued.rest.length) glued = { kind, rest };
    }
  }
  return glued;
}

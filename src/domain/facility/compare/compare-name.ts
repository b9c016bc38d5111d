import { plainLetters } from '../text/danish-text.js';
import { editDistance } from '../text/edit-distance.js';
import type { NameForm } from '../text/normalise-name.js';

/**
 * How far two names agree, best first. SAME: name proper and kind of place. SAME_CORE: one does not say the kind. NEAR:
 * typing errors. PART: one has all words of the other and more (`Boformen Skovbrynet`). OPERATOR: one is the name of the other's operator. UNKNOWN: one names an operator, or nothing.
 * OTHER_KIND: the same name for another kind of place.
 */
export const NAME_LEVELS = [
  'SAME',
  'SAME_CORE',
  'NEAR',
  'PART',
  'OPERATOR',
  'UNKNOWN',
  'OTHER_KIND',
  'DIFFERENT',
] as const;
export type NameLevel = (typeof NAME_LEVELS)[number];

interface Named {
  readonly names: readonly NameForm[];
  readonly operators: readonly string[];
}

const [SAME, SAME_CORE, NEAR, PART, OPERATOR, UNKNOWN, OTHER_KIND, DIFFERENT] = [...NAME_LEVELS.keys()] as [
  number, number, number, number, number, number, number, number,
]; // prettier-ignore

/** The best agreement between any name of the one and any name of the other. */
export function compareNames(left: Named, right: Named): NameLevel {
  return NAME_LEVELS[nameLevel(left, right)]!;
}

/** The number of the level in NAME_LEVELS. */
export function nameLevel(left: Named, right: Named): number {
  let best = left.names.length > 0 && right.names.length > 0 ? DIFFERENT : UNKNOWN;
  for (const a of left.names) {
    for (const b of right.names) {
      const level = compareForms(a, b);
      if (level < best) best = level;
    }
  }
  if (best <= OPERATOR) return best;
  return namesOperatorOf(left, right) || namesOperatorOf(right, left) ? OPERATOR : best;
}

function compareForms(left: NameForm, right: NameForm): number {
  if (left.owner === 'OPERATOR' || right.owner === 'OPERATOR') return UNKNOWN;
  if (left.core === right.core) {
    if (left.kind === right.kind) return SAME;
    return left.kind === null || right.kind === null ? SAME_CORE : OTHER_KIND;
  }
  const kindsAgree = left.kind === right.kind || left.kind === null || right.kind === null;
  if (kindsAgree && left.digits === right.digits && isMistyped(left.coreSpelling, right.coreSpelling))
    return NEAR;
  if (isPart(left.words, right.words) || isPart(right.words, left.words)) return PART;
  return left.owner === 'EITHER' || right.owner === 'EITHER' ? UNKNOWN : DIFFERENT;
}

const SHORTEST_MISTYPED = 5;
const SHORTEST_TWICE_MISTYPED = 9;

function isMistyped(left: string, right: string): boolean {
  const shortest = left.length < right.length ? left.length : right.length;
  if (shortest < SHORTEST_MISTYPED) return false;
  const limit = shortest < SHORTEST_TWICE_MISTYPED ? 1 : 2;
  return editDistance(left, right, limit) <= limit;
}

/** The words of `part` that carry a name (numbers and short ones do not) all stand in `whole`, typing errors aside. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length >= whole.length) return false;
  return (
    part.some(isTelling) &&
    part.every((word) => whole.some((other) => word === other || isMistyped(word, other)))
  );
}

const SHORTEST_TELLING = 4;

function isTelling(word: string): boolean {
  return word.length >= SHORTEST_TELLING && !/\d/.test(word);
}

function namesOperatorOf(left: Named, right: Named): boolean {
  if (right.operators.length === 0) return false;
  return left.names.some(
    ({ owner, core, coreSpelling }) =>
      owner !== 'PLACE' &&
      right.operators.some(
        (operator) => operator === core || isMistyped(plainLetters(operator), coreSpelling),
      ),
  );
}

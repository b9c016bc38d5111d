import { plainLetters } from '../text/danish-text.js';
import { editDistance } from '../text/edit-distance.js';
import type { NameForm } from '../text/normalise-name.js';

/**
 * How far two names agree, best first. SAME: name proper and kind of place. SAME_CORE: one does not say the kind. NEAR:
 * typing errors. OPERATOR: one is the name of the other's operator. UNKNOWN: one names an operator, or nothing.
 * OTHER_KIND: the same name for another kind of place.
 */
export const NAME_LEVELS = [
  'SAME',
  'SAME_CORE',
  'NEAR',
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

/** The best agreement between any name of the one and any name of the other. */
export function compareNames(left: Named, right: Named): NameLevel {
  let best =
    left.names.length > 0 && right.names.length > 0 ? NAME_LEVELS.length - 1 : NAME_LEVELS.indexOf('UNKNOWN');
  for (const a of left.names) {
    for (const b of right.names) best = Math.min(best, NAME_LEVELS.indexOf(compareForms(a, b)));
  }
  if (
    best > NAME_LEVELS.indexOf('OPERATOR') &&
    (namesOperatorOf(left, right) || namesOperatorOf(right, left))
  )
    return 'OPERATOR';
  return NAME_LEVELS[best] ?? 'DIFFERENT';
}

function compareForms(left: NameForm, right: NameForm): NameLevel {
  if (left.owner === 'OPERATOR' || right.owner === 'OPERATOR') return 'UNKNOWN';
  if (left.core === right.core) {
    if (left.kind === right.kind) return 'SAME';
    return left.kind === null || right.kind === null ? 'SAME_CORE' : 'OTHER_KIND';
  }
  const kindsAgree = left.kind === right.kind || left.kind === null || right.kind === null;
  if (kindsAgree && left.digits === right.digits && isMistyped(left.coreSpelling, right.coreSpelling))
    return 'NEAR';
  return left.owner === 'EITHER' || right.owner === 'EITHER' ? 'UNKNOWN' : 'DIFFERENT';
}

const SHORTEST_MISTYPED = 5;
const SHORTEST_TWICE_MISTYPED = 9;

function isMistyped(left: string, right: string): boolean {
  const shortest = Math.min(left.length, right.length);
  if (shortest < SHORTEST_MISTYPED) return false;
  const limit = shortest < SHORTEST_TWICE_MISTYPED ? 1 : 2;
  return editDistance(left, right, limit) <= limit;
}

function namesOperatorOf(left: Named, right: Named): boolean {
  return left.names.some(
    ({ owner, core, coreSpelling }) =>
      owner !== 'PLACE' &&
      right.operators.some(
        (operator) => operator === core || isMistyped(plainLetters(operator), coreSpelling),
      ),
  );
}

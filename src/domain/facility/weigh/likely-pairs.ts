import type { ComparableRecord } from '../match/comparable-record.js';
import type { IsKept } from './comparison-table.js';
import { CROSS_KINDS, LAST_SPOT_LEVEL, LEVELS, WITHIN_SOCIALTILSYNET, WITHIN_STPS } from './levels.js';
import { PRIOR_M, PRIOR_U } from './prior-shares.js';

/** Odds below which no estimate of the parameters could make a pair a question. */
const NEGLIGIBLE = 1e-6;
/** A rare name or operator may weigh this many times what its level does. */
const RAREST = 30;
/** Below this many records all countries are alike to the assumptions. */
const FEWEST_RECORDS = 8_192;

/**
 * How many records there are, coarsely: which pairs are worth weighing depends on it, and must not change with every
 * record that comes or goes.
 */
export function magnitudeOf(records: number): number {
  return Math.round(Math.log2(Math.max(FEWEST_RECORDS, records)));
}

/**
 * Tells which pairs are worth weighing: those that the stated assumptions do not rule out, and twins of one register.
 * It looks at the two records alone, so that a pair that was ruled out once stays so until one of them changes.
 */
export function likelyPairs(magnitude: number): IsKept {
  const prior = 3 / 2 ** magnitude;
  const [names, operators, pNumbers] = [LEVELS.NAME.length, LEVELS.OPERATOR.length, LEVELS.P_NUMBER.length];
  const isLikely = new Uint8Array(LEVELS.LOCATION.length * names * operators * pNumbers);
  const ratio = (field: keyof typeof LEVELS, level: number): number =>
    PRIOR_M[field][level]! / PRIOR_U[field][level]!;
  const identifier = (field: 'OPERATOR' | 'P_NUMBER', level: number): number =>
    LEVELS[field][level] === 'UNKNOWN' ? 1 : ratio(field, level);
  let at = 0;
  for (let location = 0; location < LEVELS.LOCATION.length; location += 1) {
    for (let name = 0; name < names; name += 1) {
      for (let operator = 0; operator < operators; operator += 1) {
        for (let pNumber = 0; pNumber < pNumbers; pNumber += 1, at += 1) {
          const odds =
            prior *
            ratio('LOCATION', location) *
            ratio('NAME', name) *
            (RARE_NAMES.has(LEVELS.NAME[name]!) ? RAREST : 1) *
            identifier('OPERATOR', operator) *
            identifier('P_NUMBER', pNumber);
          isLikely[at] = location <= LAST_SPOT_LEVEL || odds >= NEGLIGIBLE ? 1 : 0;
        }
      }
    }
  }
  return (left, right, kind, location, name, operator, pNumber) =>
    kind < CROSS_KINDS
      ? isLikely[((location * names + name) * operators + operator) * pNumbers + pNumber] === 1
      : (location <= LAST_SPOT_LEVEL && kind !== WITHIN_STPS) || isTwin(left, right, kind, pNumber);
}

const RARE_NAMES: ReadonlySet<string> = new Set(['SAME', 'SAME_CORE', 'PART']);

function isTwin(left: ComparableRecord, right: ComparableRecord, kind: number, pNumber: number): boolean {
  if (kind === WITHIN_SOCIALTILSYNET) return pNumber === 0;
  return kind === WITHIN_STPS && left.sorCode !== null && left.sorCode === right.sorCode;
}

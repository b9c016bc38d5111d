import type { OperatorKind } from '../country/operators.js';
import type { Draws } from '../draws.js';
import type { Noise } from '../noise.js';

/** The first word is the proper one; the others are what is also found in the column `driftsform`. */
const WORDS: Record<OperatorKind, readonly [string, ...string[]]> = {
  MUNICIPAL: ['Kommunal drift', 'kommunal', 'Kommunalt'],
  REGIONAL: ['Regionalt', 'regional'],
  PRIVATE: ['Privat', 'privat'],
  SELF_GOVERNING: ['Selvejende', 'fond/selvejende'],
  FOUNDATION: ['Fond', 'fond/selvejende'],
};
const ANY_WORD = 0.95;

/** How the operator's form is written in Socialtilsynet's list. */
export function ownershipWord(kind: OperatorKind, draws: Draws, noise: Noise): string {
  return draws.chance(noise.share(ANY_WORD)) ? draws.pick(WORDS[kind]) : WORDS[kind][0];
}

import type { ResponsibleUnit } from '../../shared/authority.js';

/** The five socialtilsyn by the names that they write themselves. */
export const SOCIALTILSYN_OFFICES: ReadonlyMap<string, ResponsibleUnit> = new Map<string, ResponsibleUnit>([
  ['Socialtilsyn Nord', 'SOCIALTILSYN_NORD'],
  ['Socialtilsyn Midt', 'SOCIALTILSYN_MIDT'],
  ['Socialtilsyn Syd', 'SOCIALTILSYN_SYD'],
  ['Socialtilsyn Øst', 'SOCIALTILSYN_OEST'],
  ['Socialtilsyn Hovedstaden', 'SOCIALTILSYN_HOVEDSTADEN'],
]);

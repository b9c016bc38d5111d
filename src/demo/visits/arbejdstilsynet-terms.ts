import type { Weighted } from '../draws.js';

export const PROBLEM_AREAS: Weighted<string> = [
  ['Psykisk arbejdsmiljø: vold og trusler', 26],
  ['Psykisk arbejdsmiljø: stor arbejdsmængde og tidspres', 18],
  ['Ergonomi', 14],
  ['Ulykkesrisici', 13],
  ['Psykisk arbejdsmiljø: høje følelsesmæssige krav', 12],
  ['Formelle krav: APV', 7],
  ['Indeklima', 7],
  ['Biologi', 3],
];

export const AT_REACTIONS: Weighted<string> = [
  ['Påbud med frist', 38],
  ['Strakspåbud', 23],
  ['Afgørelse uden handlepligt', 21],
  ['Vejledning', 11],
  ['Undersøgelsespåbud', 5],
  ['Forbud', 2],
];

/** The reactions that set a date; whether it was met is reported for the first of them only. */
export const DATED_REACTIONS = ['Påbud med frist', 'Undersøgelsespåbud'];
export const DAYS_GIVEN = [30, 60, 90, 180] as const;

export const NUMBER_OF_REACTIONS: Weighted<number> = [
  [1, 71.5],
  [2, 21],
  [3, 5.2],
  [4, 1.7],
  [5, 0.6],
];

export const ACCIDENT_KINDS: Weighted<string> = [
  ['vold og trusler', 41],
  ['andet', 18],
  ['fald', 17],
  ['forflytning', 16],
  ['stik og skær', 8],
];

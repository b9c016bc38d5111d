import type { Weighted } from '../draws.js';

export const CHECKPOINTS = [
  'Ansvar, kompetence og delegation',
  'Instrukser',
  'Journalføring',
  'Behov for behandling',
  'Medicinhåndtering',
  'Patientrettigheder og samtykke',
  'Hygiejne',
] as const;
/** The checkpoint that fails most often at places where people live. */
export const MEDICINE = 'Medicinhåndtering';

/** Chance that a checkpoint is not met, by overall category 0 - 3. */
export const NOT_MET = [0.03, 0.2, 0.42, 0.62] as const;
export const NOT_RELEVANT = 0.1;

export const FORMS: Weighted<string> = [
  ['varslet', 74],
  ['uanmeldt', 14],
  ['skriftligt', 12],
];

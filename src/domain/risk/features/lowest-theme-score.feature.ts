import type { RiskFeature } from './risk-feature.js';

/** The lowest theme score at Socialtilsynet's latest visit that gave any, 1.0-5.0. */
export const lowestThemeScore: RiskFeature = {
  key: 'LOWEST_THEME_SCORE',
  label: { da: 'Laveste af seneste temascorer', en: 'Lowest of the latest theme scores' },
  sourceAuthority: 'SOCIALTILSYNET',
  secrecyClass: 'SHARED',
  expectedDirection: -1,
  isActionable: true,
  unit: 'THEME_SCORE',
  scale: 'LINEAR',
  measure: (known) =>
    known.visits.SOCIALTILSYNET.findLast((visit) => visit.lowestThemeScore !== null)?.lowestThemeScore ??
    null,
};

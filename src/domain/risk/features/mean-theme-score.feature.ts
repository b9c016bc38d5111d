import { decayWeight } from './decay.js';
import type { RiskFeature } from './risk-feature.js';

/** Mean of Socialtilsynet's theme scores, 1.0-5.0; recent visits weigh more, since one visit covers few themes. */
export const meanThemeScore: RiskFeature = {
  key: 'MEAN_THEME_SCORE',
  label: { da: 'Gennemsnitlig temascore', en: 'Mean theme score' },
  sourceAuthority: 'SOCIALTILSYNET',
  secrecyClass: 'SHARED',
  expectedDirection: -1,
  isActionable: true,
  unit: 'THEME_SCORE',
  scale: 'LINEAR',
  measure(known) {
    let sum = 0;
    let weights = 0;
    for (const visit of known.visits.SOCIALTILSYNET) {
      if (visit.meanThemeScore === null) continue;
      const weight = decayWeight(visit.occurredOn, known.asOf);
      sum += weight * visit.meanThemeScore;
      weights += weight;
    }
    return weights === 0 ? null : sum / weights;
  },
};

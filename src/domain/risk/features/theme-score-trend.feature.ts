import { decayWeight } from './decay.js';
import type { RiskFeature } from './risk-feature.js';

/**
 * Latest mean theme score less the mean of the earlier visits (recent ones weigh more). Only visits by the same quality
 * model are compared: a new model measures other themes.
 */
export const themeScoreTrend: RiskFeature = {
  key: 'THEME_SCORE_TREND',
  label: {
    da: 'Ændring i temascore siden tidligere besøg',
    en: 'Change in theme score since earlier visits',
  },
  sourceAuthority: 'SOCIALTILSYNET',
  secrecyClass: 'SHARED',
  expectedDirection: -1,
  isActionable: true,
  unit: 'THEME_SCORE',
  scale: 'LINEAR',
  measure(known) {
    const scored = known.visits.SOCIALTILSYNET.filter((visit) => visit.meanThemeScore !== null);
    const latest = scored.at(-1);
    let sum = 0;
    let weights = 0;
    for (const visit of scored.slice(0, -1)) {
      if (visit.qualityModel !== latest?.qualityModel) continue;
      const weight = decayWeight(visit.occurredOn, known.asOf);
      sum += weight * (visit.meanThemeScore ?? 0);
      weights += weight;
    }
    return weights === 0 ? null : (latest?.meanThemeScore ?? 0) - sum / weights;
  },
};

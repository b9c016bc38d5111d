import { AUTHORITY_NAMES } from './authority-names.js';
import { decayWeight } from './decay.js';
import { findingsNoted } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

const PRIOR_VISITS = 2;

/** What is usually found at a visit (the mean of logarithms, recent visits weighing more); few visits say little. */
export const usualFindingsFeatures: readonly RiskFeature[] = AUTHORITIES.map(usualFindingsOf);

function usualFindingsOf(source: Authority): RiskFeature {
  return {
    key: `${source}_USUAL_FINDINGS`,
    label: {
      da: `Sædvanlige fund pr. besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Usual findings per visit by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: true,
    unit: 'AMOUNT',
    scale: 'LOG',
    isFading: true,
    measure(known, { halfLifeYears, usualFindings }) {
      const usual = usualFindings[source];
      let sum = 0;
      let weights = 0;
      for (const { visit, log } of findingsNoted(known, source)) {
        const weight = decayWeight(visit.occurredOn, known.asOf, halfLifeYears);
        sum += weight * log;
        weights += weight;
      }
      if (weights === 0 || usual === null) return null;
      return Math.expm1((sum + PRIOR_VISITS * usual) / (weights + PRIOR_VISITS));
    },
  };
}

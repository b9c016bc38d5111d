import { AUTHORITY_NAMES } from './authority-names.js';
import { decayWeight } from './decay.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** So many imagined visits at the usual rate are mixed in: one visit alone must not say 0 % or 100 %. */
const PRIOR_VISITS = 2;

/** Share of the authority's known visits that were serious: recent ones weigh more, and few visits say little. */
export const seriousShareFeatures: readonly RiskFeature[] = AUTHORITIES.map(seriousShareOf);

function seriousShareOf(source: Authority): RiskFeature {
  return {
    key: `${source}_SERIOUS_SHARE`,
    label: {
      da: `Andel alvorlige besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Share of serious visits by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'SHARE',
    scale: 'LINEAR',
    isFading: true,
    measure(known, context) {
      const usual = context.seriousBaseRates[source];
      let serious = 0;
      let weights = 0;
      for (const visit of known.visits[source]) {
        if (visit.serious === null) continue;
        const weight = decayWeight(visit.occurredOn, known.asOf, context.halfLifeYears);
        weights += weight;
        if (visit.serious) serious += weight;
      }
      if (weights === 0 || usual === null) return null;
      return (serious + PRIOR_VISITS * usual) / (weights + PRIOR_VISITS);
    },
  };
}

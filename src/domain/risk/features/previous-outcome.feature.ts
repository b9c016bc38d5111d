import { AUTHORITY_NAMES } from './authority-names.js';
import { judgedVisits } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** 1 where the visit before the latest one was serious. */
export const previousOutcomeFeatures: readonly RiskFeature[] = AUTHORITIES.map(previousOutcomeOf);

function previousOutcomeOf(source: Authority): RiskFeature {
  return {
    key: `${source}_PREVIOUS_OUTCOME`,
    label: {
      da: `Alvorligt fund ved næstseneste besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Serious finding at the visit before the latest by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'YES_NO',
    scale: 'LINEAR',
    measure(known) {
      const previous = judgedVisits(known, source).at(-2);
      return previous === undefined ? null : previous.serious ? 1 : 0;
    },
  };
}

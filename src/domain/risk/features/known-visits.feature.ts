import { AUTHORITY_NAMES } from './authority-names.js';

import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** How many visits of the authority are known: how much was looked at. */
export const knownVisitsFeatures: readonly RiskFeature[] = AUTHORITIES.map(knownVisitsOf);

function knownVisitsOf(source: Authority): RiskFeature {
  return {
    key: `${source}_KNOWN_VISITS`,
    label: {
      da: `Kendte besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Known visits by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 0,
    isActionable: false,
    unit: 'COUNT',
    scale: 'LOG',
    measure: (known) => known.visits[source].length,
  };
}

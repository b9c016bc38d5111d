import { AUTHORITY_NAMES } from './authority-names.js';
import { findingsNoted } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** The most that was found at one visit. */
export const mostFindingsFeatures: readonly RiskFeature[] = AUTHORITIES.map(mostFindingsOf);

function mostFindingsOf(source: Authority): RiskFeature {
  return {
    key: `${source}_MOST_FINDINGS`,
    label: {
      da: `Flest fund ved et besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Most findings at one visit by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'AMOUNT',
    scale: 'LOG',
    measure(known) {
      const noted = findingsNoted(known, source);
      return noted.length === 0 ? null : Math.expm1(Math.max(...noted.map(({ log }) => log)));
    },
  };
}

import { AUTHORITY_NAMES } from './authority-names.js';
import { findingsNoted } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** How much more was found at the latest visit than before it, as a difference of logarithms. */
export const findingsTrendFeatures: readonly RiskFeature[] = AUTHORITIES.map(findingsTrendOf);

function findingsTrendOf(source: Authority): RiskFeature {
  return {
    key: `${source}_FINDINGS_TREND`,
    label: {
      da: `Ændring i fund siden tidligere besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Change in findings since earlier visits by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'AMOUNT',
    scale: 'LINEAR',
    measure(known) {
      const noted = findingsNoted(known, source);
      const latest = noted.at(-1);
      if (latest === undefined || noted.length < 2) return null;
      const before = noted.slice(0, -1);
      return latest.log - before.reduce((sum, { log }) => sum + log, 0) / before.length;
    },
  };
}

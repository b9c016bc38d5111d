import { AUTHORITY_NAMES } from './authority-names.js';
import { findingsNoted } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

const PRIOR_VISITS = 2;

/** What was found at a visit on average (of logarithms), old visits counting as much as new; few visits say little. */
export const lastingFindingsFeatures: readonly RiskFeature[] = AUTHORITIES.map(lastingFindingsOf);

function lastingFindingsOf(source: Authority): RiskFeature {
  return {
    key: `${source}_LASTING_FINDINGS`,
    label: {
      da: `Fund pr. besøg i hele historikken af ${AUTHORITY_NAMES[source].da}`,
      en: `Findings per visit in the whole history by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: true,
    unit: 'AMOUNT',
    scale: 'LOG',
    measure(known, { usualFindings }) {
      const usual = usualFindings[source];
      let sum = 0;
      let weights = 0;
      for (const { log } of findingsNoted(known, source)) {
        sum += log;
        weights += 1;
      }
      if (weights === 0 || usual === null) return null;
      return Math.expm1((sum + PRIOR_VISITS * usual) / (weights + PRIOR_VISITS));
    },
  };
}

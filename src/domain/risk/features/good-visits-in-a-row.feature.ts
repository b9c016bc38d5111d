import { AUTHORITY_NAMES } from './authority-names.js';
import { judgedVisits } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** How many visits without a serious finding followed the latest serious one; all of them where there was none. */
export const goodVisitsInARowFeatures: readonly RiskFeature[] = AUTHORITIES.map(goodVisitsInARowOf);

function goodVisitsInARowOf(source: Authority): RiskFeature {
  return {
    key: `${source}_GOOD_VISITS_IN_A_ROW`,
    label: {
      da: `Besøg i træk uden alvorligt fund af ${AUTHORITY_NAMES[source].da}`,
      en: `Visits in a row without a serious finding by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: -1,
    isActionable: false,
    unit: 'COUNT',
    scale: 'LOG',
    measure(known) {
      const judged = judgedVisits(known, source);
      if (judged.length === 0) return null;
      return judged.length - 1 - judged.findLastIndex((visit) => visit.serious);
    },
  };
}

import { AUTHORITY_NAMES } from './authority-names.js';
import { judgedVisits } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** 1 where any known visit was serious, however long ago. */
export const everSeriousFeatures: readonly RiskFeature[] = AUTHORITIES.map(everSeriousOf);

function everSeriousOf(source: Authority): RiskFeature {
  return {
    key: `${source}_EVER_SERIOUS`,
    label: {
      da: `Nogensinde alvorligt fund af ${AUTHORITY_NAMES[source].da}`,
      en: `Ever a serious finding by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'YES_NO',
    scale: 'LINEAR',
    measure(known) {
      const judged = judgedVisits(known, source);
      if (judged.length === 0) return null;
      return judged.some((visit) => visit.serious) ? 1 : 0;
    },
  };
}

import { AUTHORITY_NAMES } from './authority-names.js';
import { judgedVisits } from './visits-known.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

const PRIOR_VISITS = 2;

/** Share of all known visits that were serious, old ones counting as much as new; few visits say little. */
export const lastingSeriousShareFeatures: readonly RiskFeature[] = AUTHORITIES.map(lastingSeriousShareOf);

function lastingSeriousShareOf(source: Authority): RiskFeature {
  return {
    key: `${source}_LASTING_SERIOUS_SHARE`,
    label: {
      da: `Andel alvorlige besøg i hele historikken af ${AUTHORITY_NAMES[source].da}`,
      en: `Share of serious visits in the whole history by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'SHARE',
    scale: 'LINEAR',
    measure(known, context) {
      const usual = context.seriousBaseRates[source];
      const judged = judgedVisits(known, source);
      if (judged.length === 0 || usual === null) return null;
      const serious = judged.filter((visit) => visit.serious).length;
      return (serious + PRIOR_VISITS * usual) / (judged.length + PRIOR_VISITS);
    },
  };
}

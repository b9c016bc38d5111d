import { AUTHORITY_NAMES } from './authority-names.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** 1 where the latest known visit was serious. Several visits on that day (two afdelinger) count as one. */
export const lastOutcomeFeatures: readonly RiskFeature[] = AUTHORITIES.map(lastOutcomeOf);

function lastOutcomeOf(source: Authority): RiskFeature {
  return {
    key: `${source}_LAST_OUTCOME`,
    label: {
      da: `Alvorligt fund ved seneste besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Serious finding at the latest visit by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: false,
    unit: 'YES_NO',
    scale: 'LINEAR',
    measure(known) {
      const judged = known.visits[source].filter((visit) => visit.serious !== null);
      const latestOn = judged.at(-1)?.occurredOn;
      if (latestOn === undefined) return null;
      return judged.some((visit) => visit.occurredOn === latestOn && visit.serious) ? 1 : 0;
    },
  };
}

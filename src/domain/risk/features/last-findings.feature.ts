import { AUTHORITY_NAMES } from './authority-names.js';

import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';

/** What was found at the latest visit that says so, documentation faults apart. */
export const lastFindingsFeatures: readonly RiskFeature[] = AUTHORITIES.map(lastFindingsOf);

function lastFindingsOf(source: Authority): RiskFeature {
  return {
    key: `${source}_LAST_FINDINGS`,
    label: {
      da: `Fund ved seneste besøg af ${AUTHORITY_NAMES[source].da}`,
      en: `Findings at the latest visit by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 1,
    isActionable: true,
    unit: 'AMOUNT',
    scale: 'LOG',
    measure: (known) => known.visits[source].findLast((visit) => visit.findings !== null)?.findings ?? null,
  };
}

import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES } from '../../shared/authority.js';

/** How many of the three authorities have no known visit: how much of the picture is missing. */
export const authoritiesWithoutVisit: RiskFeature = {
  key: 'AUTHORITIES_WITHOUT_VISIT',
  label: { da: 'Myndigheder uden kendte besøg', en: 'Authorities without a known visit' },
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 0,
  isActionable: false,
  unit: 'COUNT',
  scale: 'LINEAR',
  measure: (known) => AUTHORITIES.filter((authority) => known.visits[authority].length === 0).length,
};

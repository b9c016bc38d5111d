import type { RiskFeature } from './risk-feature.js';
import { addDays } from '../../shared/day.js';

const RECENT_DAYS = 730;

/** 1 where the place got a new operator within the last two years; null where such changes are not recorded. */
export const recentOperatorChange: RiskFeature = {
  key: 'RECENT_OPERATOR_CHANGE',
  label: { da: 'Ny driftsherre inden for to år', en: 'New operator within two years' },
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: false,
  unit: 'YES_NO',
  scale: 'LINEAR',
  measure(known) {
    if (known.operatorChanges === null) return null;
    const since = addDays(known.asOf, -RECENT_DAYS);
    return known.operatorChanges.some((change) => change.occurredOn > since) ? 1 : 0;
  },
};

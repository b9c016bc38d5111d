import { DAYS_PER_YEAR } from './decay.js';
import type { RiskFeature } from './risk-feature.js';
import { daysBetween } from '../../shared/day.js';

// Beyond this the register's own beginning would be measured, not the facility.
const MOST_YEARS = 4;

/** Years since the scored authority's latest known visit, at most four. */
export const yearsSinceVisit: RiskFeature = {
  key: 'YEARS_SINCE_OWN_VISIT',
  label: { da: 'År siden myndighedens seneste besøg', en: "Years since the authority's latest visit" },
  sourceAuthority: null,
  secrecyClass: 'SHARED',
  expectedDirection: 0,
  isActionable: false,
  unit: 'YEARS',
  scale: 'LINEAR',
  isOwn: true,
  measure(known, { authority }) {
    const latest = known.visits[authority].at(-1);
    if (latest === undefined) return null;
    return Math.min(daysBetween(latest.occurredOn, known.asOf) / DAYS_PER_YEAR, MOST_YEARS);
  },
};

import { AUTHORITY_NAMES } from './authority-names.js';
import { DAYS_PER_YEAR } from './decay.js';
import type { RiskFeature } from './risk-feature.js';
import { AUTHORITIES, type Authority } from '../../shared/authority.js';
import { daysBetween } from '../../shared/day.js';

// Two visits within days are one event, not a hundred visits a year.
const LEAST_YEARS = 0.25;

/** Known visits per year from the first to the latest; null with fewer than two. */
export const visitsPerYearFeatures: readonly RiskFeature[] = AUTHORITIES.map(visitsPerYearOf);

function visitsPerYearOf(source: Authority): RiskFeature {
  return {
    key: `${source}_VISITS_PER_YEAR`,
    label: {
      da: `Besøg pr. år af ${AUTHORITY_NAMES[source].da}`,
      en: `Visits per year by ${AUTHORITY_NAMES[source].en}`,
    },
    sourceAuthority: source,
    secrecyClass: 'SHARED',
    expectedDirection: 0,
    isActionable: false,
    unit: 'PER_YEAR',
    scale: 'LOG',
    measure(known) {
      const visits = known.visits[source];
      const first = visits[0];
      const latest = visits.at(-1);
      if (first === undefined || latest === undefined) return null;
      const years = daysBetween(first.occurredOn, latest.occurredOn) / DAYS_PER_YEAR;
      return years > 0 ? (visits.length - 1) / Math.max(years, LEAST_YEARS) : null;
    },
  };
}

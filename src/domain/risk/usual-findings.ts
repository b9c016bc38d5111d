import type { FacilityTimeline } from './facility-timeline.js';
import { AUTHORITIES, type Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/** Mean of ln(1 + findings) of each authority's visits; null where nothing is told of what was found. */
export type UsualFindings = Readonly<Record<Authority, number | null>>;

/** What was usually found at each authority's visits, as known on that day. */
export function usualFindings(timelines: readonly FacilityTimeline[], knownOn: Day): UsualFindings {
  const mean = (authority: Authority): number | null => {
    const told: number[] = [];
    for (const timeline of timelines) {
      for (const visit of timeline.visits[authority]) {
        if (visit.findings === null || visit.availableOn > knownOn) continue;
        told.push(Math.log1p(Math.max(0, visit.findings)));
      }
    }
    // Sums of floats depend on their order, so they get one of their own.
    const sum = Float64Array.from(told)
      .sort()
      .reduce((total, log) => total + log, 0);
    return told.length === 0 ? null : sum / told.length;
  };
  return Object.fromEntries(AUTHORITIES.map((authority) => [authority, mean(authority)])) as UsualFindings;
}

import type { FacilityTimeline } from './facility-timeline.js';
import { AUTHORITIES, type Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

export type SeriousBaseRates = Readonly<Record<Authority, number | null>>;

/** Share (0-1) of each authority's visits, as known on that day, that were serious; null where there were none. */
export function seriousBaseRates(timelines: readonly FacilityTimeline[], knownOn: Day): SeriousBaseRates {
  const rate = (authority: Authority): number | null => {
    let judged = 0;
    let serious = 0;
    for (const timeline of timelines) {
      for (const visit of timeline.visits[authority]) {
        if (visit.serious === null || visit.availableOn > knownOn) continue;
        judged += 1;
        if (visit.serious) serious += 1;
      }
    }
    return judged === 0 ? null : serious / judged;
  };
  return Object.fromEntries(AUTHORITIES.map((authority) => [authority, rate(authority)])) as SeriousBaseRates;
}

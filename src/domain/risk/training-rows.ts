import type { RiskFeature } from './features/risk-feature.js';
import { knownAsOf, type FacilityTimeline } from './facility-timeline.js';
import { measureFeatures } from './measure-features.js';
import type { SeriousBaseRates } from './serious-base-rates.js';
import type { Authority } from '../shared/authority.js';
import { addDays, type Day } from '../shared/day.js';

/** One visit: what was known the day before it, and what came of it. */
export interface TrainingRow {
  readonly facilityId: string;
  readonly visitKey: string;
  readonly occurredOn: Day;
  /** 1 = serious by the outcome definition in use. */
  readonly outcome: 0 | 1;
  /** One per feature, in the features' order; null where it was not known that day. */
  readonly values: readonly (number | null)[];
}

export interface VisitWindow {
  /** First and last day of the visits, inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** Only visits whose outcome was known on this day. */
  readonly outcomeKnownOn: Day;
}

/**
 * The rows of one authority's visits in the window. Visits without a known outcome are left out; first visits are kept,
 * with nulls for what was not known, because facilities without history are scored too.
 */
export function trainingRows(
  timelines: readonly FacilityTimeline[],
  authority: Authority,
  features: readonly RiskFeature[],
  seriousBaseRates: SeriousBaseRates,
  window: VisitWindow,
): TrainingRow[] {
  const context = { authority, seriousBaseRates };
  return timelines.flatMap((timeline) =>
    timeline.visits[authority].flatMap((visit): TrainingRow[] => {
      const isInside =
        visit.occurredOn >= window.from &&
        visit.occurredOn <= window.to &&
        visit.availableOn <= window.outcomeKnownOn;
      if (!isInside || visit.serious === null) return [];
      const known = knownAsOf(timeline, addDays(visit.occurredOn, -1));
      return [
        {
          facilityId: timeline.facilityId,
          visitKey: visit.visitKey,
          occurredOn: visit.occurredOn,
          outcome: visit.serious ? 1 : 0,
          values: measureFeatures(known, context, features),
        },
      ];
    }),
  );
}

import { HALF_LIFE_YEARS } from './features/decay.js';
import type { MeasureContext, RiskFeature } from './features/risk-feature.js';
import type { FacilityTimeline } from './facility-timeline.js';
import type { MeasuredTable } from './model/choose-settings.js';
import { peerShares } from './peer-shares.js';
import { visitTable, type VisitTable, type VisitWindow } from './visit-table.js';
import type { Authority } from '../shared/authority.js';

/** What is usual in the training period; measures of few visits are drawn towards it. */
export type UsualOutcomes = Pick<MeasureContext, 'seriousBaseRates' | 'usualFindings'>;

/** Half-lives that the training window chooses among; the first needs no reason. */
export const HALF_LIVES: readonly number[] = [HALF_LIFE_YEARS, 4];

/** The visits measured once for each half-life; what does not fade is measured once in all. */
export function measureVisits(
  timelines: readonly FacilityTimeline[],
  authority: Authority,
  features: readonly RiskFeature[],
  usual: UsualOutcomes,
  window: VisitWindow,
  halfLives: readonly number[] = HALF_LIVES,
): MeasuredTable[] {
  const peers = peerShares(timelines, authority, features);
  const measure = (measured: readonly RiskFeature[], halfLifeYears: number): VisitTable =>
    visitTable(timelines, measured, { authority, ...usual, halfLifeYears, peers }, window);
  const [first = HALF_LIFE_YEARS, ...others] = halfLives;
  const whole = measure(features, first);
  return [
    { halfLifeYears: first, table: whole },
    ...others.map((halfLifeYears) => {
      const faded = measure(
        features.filter((feature) => feature.isFading),
        halfLifeYears,
      );
      const columns = new Map(faded.features.map(({ key }, index) => [key, faded.columns[index]!]));
      const table = {
        ...whole,
        columns: whole.columns.map((column, index) => columns.get(features[index]!.key) ?? column),
      };
      return { halfLifeYears, table };
    }),
  ];
}

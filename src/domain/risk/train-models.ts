import type { RiskFeature } from './features/risk-feature.js';
import type { FacilityTimeline } from './facility-timeline.js';
import type { RiskModel } from './model/risk-model.js';
import { trainModel } from './model/train-model.js';
import { seriousBaseRates } from './serious-base-rates.js';
import { trainingRows } from './training-rows.js';
import { AUTHORITIES } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

export interface TrainModelsOptions {
  readonly version: string;
  readonly outcomeDefinition: number;
  /** Nothing that became known later reaches the models. */
  readonly trainedThrough: Day;
  /** Visits before this day are history only: the register's first visits look as if nobody ever came before. */
  readonly firstVisitOn: Day;
  readonly ridge: number;
}

/** One model per authority that has at least one visit with a known outcome in the period. */
export function trainModels(
  timelines: readonly FacilityTimeline[],
  features: readonly RiskFeature[],
  options: TrainModelsOptions,
): RiskModel[] {
  const { firstVisitOn, ...header } = options;
  const baseRates = seriousBaseRates(timelines, options.trainedThrough);
  return AUTHORITIES.flatMap((authority) => {
    const rows = trainingRows(timelines, authority, features, baseRates, {
      from: firstVisitOn,
      to: options.trainedThrough,
      outcomeKnownOn: options.trainedThrough,
    });
    if (rows.length === 0) return [];
    return [trainModel(rows, { ...header, authority, features, seriousBaseRates: baseRates })];
  });
}

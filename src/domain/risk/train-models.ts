import { adopt, type Adoption } from './evaluation/adopt-model.js';
import type { RiskFeature } from './features/risk-feature.js';
import type { FacilityTimeline } from './facility-timeline.js';
import { measureVisits } from './measure-visits.js';
import type { RiskModel } from './model/risk-model.js';
import { trainCandidates } from './model/train-candidates.js';
import { seriousBaseRates } from './serious-base-rates.js';
import { usualFindings } from './usual-findings.js';
import { AUTHORITIES, type Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

export interface TrainModelsOptions {
  readonly version: string;
  readonly outcomeDefinition: number;
  /** Nothing that became known later reaches the models. */
  readonly trainedThrough: Day;
  /** Visits before this day are history only: the register's first visits look as if nobody ever came before. */
  readonly firstVisitOn: Day;
  readonly seed: number;
}

/** A model in use, and the comparison that put it there. */
export interface TrainedModel {
  readonly model: RiskModel;
  readonly adoption: Adoption;
}

const LEAST_OF_EACH_OUTCOME = 1;

/**
 * One model per authority that has visits with both outcomes in the period: the fitted one where it beats the rule and
 * the last result inside the training window, the rule otherwise. The same facts and seed give the same bytes.
 */
export function trainModels(
  timelines: readonly FacilityTimeline[],
  features: readonly RiskFeature[],
  options: TrainModelsOptions,
  authorities: readonly Authority[] = AUTHORITIES,
): TrainedModel[] {
  const { firstVisitOn, seed, ...header } = options;
  const usual = {
    seriousBaseRates: seriousBaseRates(timelines, options.trainedThrough),
    usualFindings: usualFindings(timelines, options.trainedThrough),
  };
  return authorities.flatMap((authority) => {
    const tables = measureVisits(timelines, authority, features, usual, {
      from: firstVisitOn,
      to: options.trainedThrough,
      outcomeKnownOn: options.trainedThrough,
    });
    const { outcomes, rows } = tables[0]!.table;
    const serious = outcomes.reduce((sum, outcome) => sum + outcome, 0);
    if (Math.min(serious, rows - serious) < LEAST_OF_EACH_OUTCOME) return [];
    const candidates = trainCandidates(tables, { ...header, ...usual, authority }, 'ALL_VISITS');
    const adoption = adopt(candidates.chosen, seed);
    const { model } = {
      RIDGE_LOGISTIC: candidates.ridgeLogistic,
      ADDITIVE_BOOSTING: candidates.boosting,
      RULE: candidates.rule,
    }[adoption.method];
    return [{ model, adoption }];
  });
}

import type { ModelFeature, RiskModel } from './model/risk-model.js';
import { day } from '../shared/day.js';

/** A valid model for specs: intercept 0.2 and no features. */
export function riskModel(part: Partial<RiskModel> = {}): RiskModel {
  return {
    version: 'm1',
    method: 'LINEAR_PROBABILITY_RIDGE',
    authority: 'SOCIALTILSYNET',
    outcomeDefinition: 1,
    trainedThrough: day('2025-12-31'),
    ridge: 1,
    rows: 1000,
    seriousRows: 200,
    intercept: 0.2,
    seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: 0.4, STPS: 0.15 },
    features: [],
    dropped: [],
    ...part,
  };
}

/** Mean 0 and standard deviation 1, so that a value is its own distance from the mean. */
export function modelFeature(key: string, weight: number, part: Partial<ModelFeature> = {}): ModelFeature {
  return {
    key,
    scale: 'LINEAR',
    median: 0,
    lowest: -1000,
    highest: 1000,
    mean: 0,
    standardDeviation: 1,
    weight,
    ...part,
  };
}

import type { CurveTerm, LinearTerm, RiskModel } from './model/risk-model.js';
import type { MeasureContext } from './features/risk-feature.js';
import { HALF_LIFE_YEARS } from './features/decay.js';
import { NO_PEERS } from './peer-shares.js';
import { day } from '../shared/day.js';

/** A valid model for specs: log-odds 0, which are 70 points, no terms, and a probability that rises with the points. */
export function riskModel(part: Partial<RiskModel> = {}): RiskModel {
  return {
    version: 'm1',
    method: 'RIDGE_LOGISTIC',
    authority: 'SOCIALTILSYNET',
    outcomeDefinition: 1,
    trainedThrough: day('2025-12-31'),
    settings: {
      ridge: 100,
      halfLifeYears: HALF_LIFE_YEARS,
      learnsFromFirstVisits: true,
      comparesWithPeers: true,
    },
    rows: 1000,
    seriousRows: 200,
    intercept: 0,
    seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: 0.4, STPS: 0.15 },
    usualFindings: { SOCIALTILSYNET: 0.5, ARBEJDSTILSYNET: 0.5, STPS: 0.5 },
    terms: [],
    spread: null,
    calibration: { points: [0, 10_000], probabilities: [0, 1] },
    dropped: [],
    ...part,
  };
}

/** Mean 0 and standard deviation 1, so that a value is its own distance from the mean. */
export function linearTerm(key: string, weight: number, part: Partial<LinearTerm> = {}): LinearTerm {
  return {
    kind: 'LINE',
    key,
    scale: 'LINEAR',
    median: 0,
    lowest: -1000,
    highest: 1000,
    mean: 0,
    standardDeviation: 1,
    weight,
    unknown: 0,
    ...part,
  };
}

export function curveTerm(key: string, part: Partial<CurveTerm> = {}): CurveTerm {
  return { kind: 'STEPS', key, median: 0, borders: [1], steps: [0, 1], unknown: 0, ...part };
}

/** What a feature may know beside a place's own history, where a spec is about something else. */
export function measureContext(part: Partial<MeasureContext> = {}): MeasureContext {
  return {
    authority: 'STPS',
    seriousBaseRates: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: null, STPS: null },
    usualFindings: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: null, STPS: null },
    halfLifeYears: HALF_LIFE_YEARS,
    peers: NO_PEERS,
    ...part,
  };
}

import type { MeasureContext, RiskFeature } from './features/risk-feature.js';
import type { KnownHistory } from './known-history.js';
import { roundToSum } from './largest-remainder.js';
import { measureFeatures } from './measure-features.js';
import { calibrated } from './model/calibration.js';
import { standardise } from './model/feature-column.js';
import { HUNDREDTHS_PER_LOG_ODDS, onScale, pointsOfLogOdds } from './model/points.js';
import type { LinearTerm, RiskModel } from './model/risk-model.js';
import { termValue } from './model/term-value.js';
import { sumSpread } from './model/weight-spread.js';
import type { PeerShares } from './peer-shares.js';
import type { AuthorityScore, Contribution, ScoreInterval } from './risk-score.js';
import { tooLittleData, type TooLittleDataRule } from './too-little-data.js';

/** A model with its features found once, ready to score many places. */
export interface Scorer {
  readonly model: RiskModel;
  /** In the order of the model's terms. */
  readonly features: readonly RiskFeature[];
  readonly context: MeasureContext;
}

/** Throws RangeError when the model weighs a feature that is not given. */
export function scorerOf(model: RiskModel, features: readonly RiskFeature[], peers: PeerShares): Scorer {
  const { authority, seriousBaseRates, usualFindings } = model;
  const { halfLifeYears } = model.settings;
  const found = new Map(features.map((feature) => [feature.key, feature]));
  return {
    model,
    features: model.terms.map(({ key }) => {
      const feature = found.get(key);
      if (feature) return feature;
      throw new RangeError(
        `Model ${model.version} weighs ${key}, which is no feature. Maybe it was renamed.`,
      );
    }),
    context: { authority, seriousBaseRates, usualFindings, halfLifeYears, peers },
  };
}

/**
 * Scores what is known of a place: points are a straight line of the log-odds in whole hundredths, contributions sum to
 * them exactly, and the probability is the model's calibration of the points.
 */
export function scoreAuthority(known: KnownHistory, scorer: Scorer, rule: TooLittleDataRule): AuthorityScore {
  const { model } = scorer;
  const values = measureFeatures(known, scorer.context, scorer.features);
  const terms = model.terms.map((term, index) => termValue(term, values[index] ?? Number.NaN));
  const logOdds = terms.reduce((sum, term) => sum + term, model.intercept);
  const whole = pointsOfLogOdds(logOdds);
  const points = onScale(whole);
  const cutOff = Math.min(Math.max(whole, 0), 10_000) - whole;
  const hundredths = roundToSum(
    [pointsOfLogOdds(model.intercept), ...terms.map((term) => term * HUNDREDTHS_PER_LOG_ODDS), cutOff],
    points,
  );
  const contribution = (kind: Contribution['kind'], place: number): Contribution => ({
    kind,
    authority: model.authority,
    key: null,
    hundredths: hundredths[place] ?? 0,
    value: null,
    typical: null,
  });
  return {
    authority: model.authority,
    modelVersion: model.version,
    method: model.method,
    trainedThrough: model.trainedThrough,
    probability: calibrated(model.calibration, points),
    points,
    interval: intervalOf(model, logOdds, values),
    contributions: [
      contribution('BASELINE', 0),
      ...model.terms.map((term, index) => ({
        ...contribution('FEATURE', index + 1),
        key: term.key,
        value: values[index] ?? null,
        typical: term.median,
      })),
      contribution('CLAMPING', terms.length + 1),
    ],
    missing: model.terms.filter((_, index) => values[index] === null).map((term) => term.key),
    tooLittleData: tooLittleData(known, model, rule),
  };
}

/** 95 of 100 places like it, had the model been trained on other places of the same country, would score within. */
function intervalOf(
  model: RiskModel,
  logOdds: number,
  values: readonly (number | null)[],
): ScoreInterval | null {
  if (!model.spread) return null;
  const places = new Map(model.terms.map((term, index) => [term.key, index]));
  const row = [1, ...model.spread.columns.map((name) => columnValue(model, places, values, name))];
  const reach = 1.96 * sumSpread(model.spread.covariance, row);
  const lowPoints = onScale(pointsOfLogOdds(logOdds - reach));
  const highPoints = onScale(pointsOfLogOdds(logOdds + reach));
  return {
    lowPoints,
    highPoints,
    lowProbability: calibrated(model.calibration, lowPoints),
    highProbability: calibrated(model.calibration, highPoints),
  };
}

function columnValue(
  model: RiskModel,
  places: ReadonlyMap<string, number>,
  values: readonly (number | null)[],
  name: string,
): number {
  const isUnknown = name.endsWith('?');
  const place = places.get(isUnknown ? name.slice(0, -1) : name);
  if (place === undefined) return 0;
  const value = values[place] ?? null;
  if (isUnknown) return value === null ? 1 : 0;
  return standardise(model.terms[place] as LinearTerm, value ?? Number.NaN);
}

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
  /** Under which of the names that scorers share each feature's measure is kept. */
  readonly measures: readonly string[];
  /** Where in the model's terms each column of the spread lies; -1 where it is in none. */
  readonly spreadPlaces: readonly { readonly place: number; readonly isUnknown: boolean }[];
}

/** What was measured of one place, so that a second authority's model need not measure it again. */
export type Measured = Map<string, number | null>;

/** Throws RangeError when the model weighs a feature that is not given. */
export function scorerOf(model: RiskModel, features: readonly RiskFeature[], peers: PeerShares): Scorer {
  const { authority, seriousBaseRates, usualFindings } = model;
  const { halfLifeYears } = model.settings;
  const found = new Map(features.map((feature) => [feature.key, feature]));
  const weighed = model.terms.map(({ key }) => {
    const feature = found.get(key);
    if (feature) return feature;
    throw new RangeError(`Model ${model.version} weighs ${key}, which is no feature. Maybe it was renamed.`);
  });
  const places = new Map(model.terms.map((term, index) => [term.key, index]));
  return {
    model,
    features: weighed,
    measures: weighed.map((feature) => measureName(feature, model)),
    spreadPlaces: (model.spread?.columns ?? []).map((name) => {
      const isUnknown = name.endsWith('?');
      return { isUnknown, place: places.get(isUnknown ? name.slice(0, -1) : name) ?? -1 };
    }),
    context: { authority, seriousBaseRates, usualFindings, halfLifeYears, peers },
  };
}

/**
 * Scores what is known of a place: points are a straight line of the log-odds in whole hundredths, contributions sum to
 * them exactly, and the probability is the model's calibration of the points.
 */
export function scoreAuthority(
  known: KnownHistory,
  scorer: Scorer,
  rule: TooLittleDataRule,
  measured: Measured = new Map(),
): AuthorityScore {
  const { model } = scorer;
  const values = measureOnce(known, scorer, measured);
  const terms = model.terms.map((term, index) => termValue(term, values[index] ?? Number.NaN));
  const logOdds = terms.reduce((sum, term) => sum + term, model.intercept);
  const whole = pointsOfLogOdds(logOdds);
  const points = onScale(whole);
  const cutOff = Math.min(Math.max(whole, 0), 10_000) - whole;
  const hundredths = roundToSum(
    [pointsOfLogOdds(model.intercept), ...terms.map((term) => term * HUNDREDTHS_PER_LOG_ODDS), cutOff],
    points,
  );
  return {
    authority: model.authority,
    modelVersion: model.version,
    method: model.method,
    trainedThrough: model.trainedThrough,
    probability: calibrated(model.calibration, points),
    points,
    interval: intervalOf(scorer, logOdds, values),
    contributions: contributionsOf(model, values, hundredths),
    missing: model.terms.filter((_, index) => values[index] === null).map((term) => term.key),
    tooLittleData: tooLittleData(known, model, rule),
  };
}

function contributionsOf(
  { authority, terms }: RiskModel,
  values: readonly (number | null)[],
  hundredths: readonly number[],
): Contribution[] {
  const alone = (kind: 'BASELINE' | 'CLAMPING', place: number): Contribution => ({
    kind,
    authority,
    key: null,
    hundredths: hundredths[place] ?? 0,
    value: null,
    typical: null,
  });
  const contributions = [alone('BASELINE', 0)];
  for (let index = 0; index < terms.length; index += 1) {
    const { key, median } = terms[index]!;
    contributions.push({
      kind: 'FEATURE',
      authority,
      key,
      hundredths: hundredths[index + 1] ?? 0,
      value: values[index] ?? null,
      typical: median,
    });
  }
  contributions.push(alone('CLAMPING', terms.length + 1));
  return contributions;
}

/** 95 of 100 places like it, had the model been trained on other places of the same country, would score within. */
function intervalOf(
  { model, spreadPlaces }: Scorer,
  logOdds: number,
  values: readonly (number | null)[],
): ScoreInterval | null {
  if (!model.spread) return null;
  const row = new Float64Array(spreadPlaces.length + 1);
  row[0] = 1;
  for (let column = 0; column < spreadPlaces.length; column += 1) {
    const { place, isUnknown } = spreadPlaces[column]!;
    if (place < 0) continue;
    const value = values[place] ?? Number.NaN;
    row[column + 1] = isUnknown
      ? Number(Number.isNaN(value))
      : standardise(model.terms[place] as LinearTerm, value);
  }
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

// What depends on the authority or the half-life gets a name of its own.
function measureName(feature: RiskFeature, { authority, settings }: RiskModel): string {
  const isOwn = feature.isOwn === true || feature.peerGroup !== undefined;
  return `${feature.key} ${isOwn ? authority : ''} ${feature.isFading ? settings.halfLifeYears : ''}`;
}

function measureOnce(
  known: KnownHistory,
  { features, measures, context }: Scorer,
  measured: Measured,
): (number | null)[] {
  return features.map((feature, index) => {
    const name = measures[index]!;
    const kept = measured.get(name);
    if (kept !== undefined) return kept;
    const [value] = measureFeatures(known, context, [feature]);
    measured.set(name, value ?? null);
    return value ?? null;
  });
}

import type { MeasureContext, RiskFeature } from './features/risk-feature.js';
import type { KnownHistory } from './known-history.js';
import { roundToSum } from './largest-remainder.js';
import { measureFeatures } from './measure-features.js';
import { standardise } from './model/feature-column.js';
import type { RiskModel } from './model/risk-model.js';
import type { AuthorityScore, Contribution } from './risk-score.js';
import { tooLittleData, type TooLittleDataRule } from './too-little-data.js';

/** Hundredths of a point in the whole scale: probability 1 is 100.00 points. */
const FULL_SCALE = 10_000;

/** Scores what is known of a facility by one model. Throws RangeError when the model weighs a feature that is not given. */
export function scoreAuthority(
  known: KnownHistory,
  model: RiskModel,
  features: readonly RiskFeature[],
  rule: TooLittleDataRule,
): AuthorityScore {
  const context: MeasureContext = { authority: model.authority, seriousBaseRates: model.seriousBaseRates };
  const values = measureFeatures(known, context, featuresOf(model, features));
  const terms = values.map((value, index) => termOf(model, index, value));
  const raw = terms.reduce((sum, term) => sum + term, model.intercept);
  const probability = Math.min(Math.max(raw, 0), 1);
  const points = Math.round(probability * FULL_SCALE);
  const hundredths = roundToSum(
    [model.intercept, ...terms, probability - raw].map((term) => term * FULL_SCALE),
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
    trainedThrough: model.trainedThrough,
    probability,
    points,
    contributions: [
      contribution('BASELINE', 0),
      ...model.features.map((feature, index) => ({
        ...contribution('FEATURE', index + 1),
        key: feature.key,
        value: values[index] ?? null,
        typical: feature.median,
      })),
      contribution('CLAMPING', terms.length + 1),
    ],
    missing: model.features.filter((_, index) => values[index] === null).map((feature) => feature.key),
    tooLittleData: tooLittleData(known, model, rule),
  };
}

function termOf(model: RiskModel, index: number, value: number | null): number {
  const column = model.features[index];
  return column === undefined ? 0 : column.weight * standardise(column, value);
}

function featuresOf(model: RiskModel, features: readonly RiskFeature[]): RiskFeature[] {
  return model.features.map(({ key }) => {
    const feature = features.find((candidate) => candidate.key === key);
    if (feature) return feature;
    throw new RangeError(`Model ${model.version} weighs ${key}, which is no feature. Maybe it was renamed.`);
  });
}

import type { KnownHistory } from './known-history.js';
import type { MeasureContext, RiskFeature } from './features/risk-feature.js';

/** One value per feature, in the features' order; null where it is not known. Throws RangeError on NaN or infinity. */
export function measureFeatures(
  known: KnownHistory,
  context: MeasureContext,
  features: readonly RiskFeature[],
): (number | null)[] {
  return features.map((feature) => {
    const value = feature.measure(known, context);
    if (value !== null && !Number.isFinite(value))
      throw new RangeError(`${feature.key} measured ${value} as of ${known.asOf}; a feature must be finite.`);
    return value;
  });
}

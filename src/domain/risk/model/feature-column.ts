import type { RiskFeature } from '../features/risk-feature.js';

/** How one feature becomes a column of numbers: what fills its gaps, how it is scaled, centred and stretched. */
export interface FeatureColumn {
  readonly key: string;
  readonly scale: RiskFeature['scale'];
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

// A spread below this share of the column's size is rounding noise, not information.
const LEAST_RELATIVE_SPREAD = 1e-9;

/** Learns the column from the training rows' values, or says why there is nothing to learn. Throws RangeError on overflow. */
export function describeColumn(
  feature: Pick<RiskFeature, 'key' | 'scale'>,
  values: readonly (number | null)[],
): FeatureColumn | 'NEVER_KNOWN' | 'CONSTANT' {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const lowest = known[0];
  const highest = known[known.length - 1];
  if (lowest === undefined || highest === undefined) return 'NEVER_KNOWN';
  const median = medianOf(known);
  const scaled = values.map((value) => scaleValue(value ?? median, feature.scale));
  const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
  const standardDeviation = Math.sqrt(
    scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / scaled.length,
  );
  if (!Number.isFinite(standardDeviation))
    throw new RangeError(`${feature.key} spreads from ${lowest} to ${highest}: too wide to compute with.`);
  if (!(standardDeviation > LEAST_RELATIVE_SPREAD * Math.max(1, Math.abs(mean)))) return 'CONSTANT';
  // A stored model cannot hold -0, so none is made.
  return {
    key: feature.key,
    scale: feature.scale,
    median: median + 0,
    lowest: lowest + 0,
    highest: highest + 0,
    mean: mean + 0,
    standardDeviation,
  };
}

/** The value in standard deviations from the training mean; the median where it is not known. */
export function standardise(column: FeatureColumn, value: number | null): number {
  const limited = Math.min(Math.max(value ?? column.median, column.lowest), column.highest);
  return (scaleValue(limited, column.scale) - column.mean) / column.standardDeviation;
}

function scaleValue(value: number, scale: RiskFeature['scale']): number {
  return scale === 'LOG' ? Math.sign(value) * Math.log1p(Math.abs(value)) : value;
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

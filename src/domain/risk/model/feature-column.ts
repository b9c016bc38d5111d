import type { RiskFeature } from '../features/risk-feature.js';

// Looked up once: a global costs a search in every row.
const { log1p } = Math;

/** How one feature becomes a column of numbers: what fills its gaps, how it is scaled, centred and stretched. */
export interface FeatureColumn {
  readonly scale: RiskFeature['scale'];
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

// A spread below this share of the column's size is rounding noise, not information.
const LEAST_RELATIVE_SPREAD = 1e-9;

/**
 * Learns the column from the training rows' values (NaN: not known), or says why there is nothing to learn. Throws
 * RangeError on overflow.
 */
export function describeColumn(
  feature: Pick<RiskFeature, 'key' | 'scale'>,
  values: Float64Array,
): FeatureColumn | 'NEVER_KNOWN' | 'CONSTANT' {
  const known = values.filter((value) => value === value).sort();
  const lowest = known[0];
  const highest = known[known.length - 1];
  if (lowest === undefined || highest === undefined) return 'NEVER_KNOWN';
  const median = medianOf(known);
  const fill = scaleValue(median, feature.scale);
  let sum = 0;
  for (const value of values) sum += value !== value ? fill : scaleValue(value, feature.scale);
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values)
    squares += ((value !== value ? fill : scaleValue(value, feature.scale)) - mean) ** 2;
  const standardDeviation = Math.sqrt(squares / values.length);
  if (!Number.isFinite(standardDeviation))
    throw new RangeError(`${feature.key} spreads from ${lowest} to ${highest}: too wide to compute with.`);
  if (!(standardDeviation > LEAST_RELATIVE_SPREAD * Math.max(1, Math.abs(mean)))) return 'CONSTANT';
  // A stored model cannot hold -0, so none is made.
  return {
    scale: feature.scale,
    median: median + 0,
    lowest: lowest + 0,
    highest: highest + 0,
    mean: mean + 0,
    standardDeviation,
  };
}

/** The value in standard deviations from the training mean; the median's where it is NaN, not known. */
export function standardise(column: FeatureColumn, value: number): number {
  const known = value !== value ? column.median : value;
  const limited = known < column.lowest ? column.lowest : known > column.highest ? column.highest : known;
  return (scaleValue(limited, column.scale) - column.mean) / column.standardDeviation;
}

function scaleValue(value: number, scale: RiskFeature['scale']): number {
  if (scale === 'LINEAR') return value;
  return value < 0 ? -log1p(-value) : log1p(value);
}

function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

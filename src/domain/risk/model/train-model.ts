import { describeColumn, standardise, type FeatureColumn } from './feature-column.js';
import { fitRidge } from './fit-ridge.js';
import type { ModelFeature, RiskModel } from './risk-model.js';
import type { RiskFeature } from '../features/risk-feature.js';
import type { TrainingRow } from '../training-rows.js';

export interface TrainingOptions extends Pick<
  RiskModel,
  'version' | 'authority' | 'outcomeDefinition' | 'trainedThrough' | 'ridge' | 'seriousBaseRates'
> {
  /** In the order of the rows' values. */
  readonly features: readonly Pick<RiskFeature, 'key' | 'scale'>[];
}

// Twelve digits say all that a fit can know; the rest would differ between machines.
const WEIGHT_DIGITS = 12;

/**
 * Fits one authority's score. The order of the rows does not matter, and the same rows give the same bytes. Throws
 * RangeError without rows, and on a value that is not finite.
 */
export function trainModel(rows: readonly TrainingRow[], options: TrainingOptions): RiskModel {
  const { features, ...header } = options;
  if (rows.length === 0)
    throw new RangeError(`There are no known outcomes of ${options.authority} to learn from.`);
  const ordered = inOneOrder(rows);
  const columns: FeatureColumn[] = [];
  const dropped: RiskModel['dropped'][number][] = [];
  const standardised: number[][] = [];
  features.forEach((feature, index) => {
    const values = ordered.map((row) => finite(row.values[index], feature.key, row));
    const column = describeColumn(feature, values);
    if (typeof column === 'string') {
      dropped.push({ key: feature.key, reason: column });
    } else {
      columns.push(column);
      standardised.push(values.map((value) => standardise(column, value)));
    }
  });
  const seriousRows = ordered.filter((row) => row.outcome === 1).length;
  const baseRate = seriousRows / ordered.length;
  const weights = fitRidge(
    standardised,
    ordered.map((row) => row.outcome - baseRate),
    options.ridge,
  );
  return {
    version: header.version,
    method: 'LINEAR_PROBABILITY_RIDGE',
    authority: header.authority,
    outcomeDefinition: header.outcomeDefinition,
    trainedThrough: header.trainedThrough,
    ridge: header.ridge,
    rows: ordered.length,
    seriousRows,
    intercept: baseRate,
    seriousBaseRates: header.seriousBaseRates,
    features: columns.map((column, index) => modelFeature(column, weights[index] ?? 0)),
    dropped,
  };
}

function modelFeature(column: FeatureColumn, weight: number): ModelFeature {
  return { ...column, weight: Number(weight.toPrecision(WEIGHT_DIGITS)) };
}

// Sums of floats depend on their order, so the rows get one of their own.
function inOneOrder(rows: readonly TrainingRow[]): TrainingRow[] {
  const keyed = rows.map((row) => ({ row, key: `${row.occurredOn} ${row.visitKey} ${row.facilityId}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

function finite(value: number | null | undefined, key: string, row: TrainingRow): number | null {
  if (value === null || (value !== undefined && Number.isFinite(value))) return value;
  throw new RangeError(`${key} is ${value} for visit ${row.visitKey}; every value must be finite or null.`);
}

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
  readonly features: readonly Pick<RiskFeature, 'key' | 'scale' | 'expectedDirection'>[];
}

// Twelve digits say all that a fit can know; the rest would differ between machines.
const WEIGHT_DIGITS = 12;

/**
 * Fits one authority's score. The order of the rows does not matter, and the same rows give the same bytes. A feature
 * whose weight runs against its stated direction is left out, the most contrary one first, and the rest is fitted anew:
 * nobody could contest a score that a serious finding lowers. Throws RangeError without rows, and on a value that is not
 * finite.
 */
export function trainModel(rows: readonly TrainingRow[], options: TrainingOptions): RiskModel {
  const { features, ...header } = options;
  if (rows.length === 0)
    throw new RangeError(`There are no known outcomes of ${options.authority} to learn from.`);
  const ordered = inOneOrder(rows);
  const candidates: Candidate[] = [];
  const dropped: RiskModel['dropped'][number][] = [];
  features.forEach((feature, index) => {
    const values = ordered.map((row) => finite(row.values[index], feature.key, row));
    const column = describeColumn(feature, values);
    if (typeof column === 'string') {
      dropped.push({ key: feature.key, reason: column });
    } else {
      const standardised = values.map((value) => standardise(column, value));
      candidates.push({ column, standardised, direction: feature.expectedDirection });
    }
  });
  const seriousRows = ordered.filter((row) => row.outcome === 1).length;
  const baseRate = seriousRows / ordered.length;
  const outcomes = ordered.map((row) => row.outcome - baseRate);
  const { kept, contrary } = fitInDirection(candidates, outcomes, options.ridge);
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
    features: kept.map(({ column, weight }) => modelFeature(column, weight)),
    dropped: [...dropped, ...contrary.map((key) => ({ key, reason: 'AGAINST_DIRECTION' as const }))],
  };
}

interface Candidate {
  readonly column: FeatureColumn;
  readonly standardised: readonly number[];
  readonly direction: RiskFeature['expectedDirection'];
}

interface Fit {
  readonly kept: readonly (Candidate & { readonly weight: number })[];
  /** Keys of the features left out, in the order in which they were. */
  readonly contrary: readonly string[];
}

// Backward elimination; at most one fit per feature.
function fitInDirection(candidates: readonly Candidate[], outcomes: readonly number[], ridge: number): Fit {
  const contrary: string[] = [];
  for (let left = [...candidates]; ;) {
    const weights = fitRidge(
      left.map(({ standardised }) => standardised),
      outcomes,
      ridge,
    );
    const kept = left.map((candidate, index) => ({ ...candidate, weight: weights[index] ?? 0 }));
    const [worst] = kept.filter((each) => against(each) > 0).sort((a, b) => against(b) - against(a));
    if (!worst) return { kept, contrary };
    contrary.push(worst.column.key);
    left = left.filter(({ column }) => column.key !== worst.column.key);
  }
}

/** How far a weight runs against its feature's direction; 0 or less where it does not. */
function against({ weight, direction }: Candidate & { readonly weight: number }): number {
  return -weight * direction;
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

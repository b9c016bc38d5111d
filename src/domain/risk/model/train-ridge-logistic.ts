import { designMatrix, type DesignColumn } from './design-matrix.js';
import { fitRidgeLogistic } from './fit-ridge-logistic.js';
import type { LinearTerm, RiskModel } from './risk-model.js';
import { searchLogistic, type LogisticFit } from './search-logistic.js';
import { weightCovariance } from './weight-spread.js';
import type { VisitTable } from '../visit-table.js';

/** The fitted part of a model; calibration and header come from elsewhere. */
export type FittedTerms = Pick<RiskModel, 'intercept' | 'terms' | 'spread' | 'dropped'>;

// Nine digits say all that a fit can know; the rest would differ between machines.
const WEIGHT_DIGITS = 9;

/** Only the weights, quickly: for trying settings. Throws RangeError where all outcomes are the same. */
export function searchRidgeLogistic(table: VisitTable, ridge: number): FittedTerms {
  const { columns, dropped } = designMatrix(table);
  const fit = search(columns, table, ridge, 1e-4);
  return { ...asTerms(columns, fit.intercept, fit.weights), dropped, spread: null };
}

/**
 * The ridge-logistic model of these rows. A feature whose weight runs against its stated direction is left out and the
 * rest fitted anew: nobody could contest a score that a serious finding lowers. Throws RangeError where all outcomes are
 * the same.
 */
export function trainRidgeLogistic(table: VisitTable, ridge: number): FittedTerms {
  const design = designMatrix(table);
  const found = search(design.columns, table, ridge, 1e-9);
  const columns = design.columns.filter((_, index) => found.isKept[index]);
  const values = columns.map((column) => column.values);
  const fit = fitRidgeLogistic(values, table.outcomes, ridge, {
    intercept: found.intercept,
    weights: found.weights.filter((_, index) => found.isKept[index]),
  });
  const covariance = weightCovariance(
    values,
    table.outcomes,
    table.facilities,
    Float64Array.from([fit.intercept, ...fit.weights]),
    ridge,
  );
  const contrary = design.columns.filter((column, index) => !column.isUnknown && !found.isKept[index]);
  return {
    ...asTerms(columns, fit.intercept, fit.weights),
    spread: { columns: columns.map(nameOf), covariance },
    dropped: [
      ...design.dropped,
      ...contrary.map(({ key }) => ({ key, reason: 'AGAINST_DIRECTION' as const })),
    ],
  };
}

function search(
  columns: readonly DesignColumn[],
  table: VisitTable,
  ridge: number,
  tolerance: number,
): LogisticFit {
  return searchLogistic(
    {
      columns: columns.map((column) => column.values),
      outcomes: table.outcomes,
      ridge,
      directions: columns.map((column) => column.direction),
    },
    tolerance,
  );
}

export function nameOf(column: Pick<DesignColumn, 'key' | 'isUnknown'>): string {
  return column.isUnknown ? `${column.key}?` : column.key;
}

// A feature whose value was left out, but not its being unknown, keeps a term with weight 0.
function asTerms(
  columns: readonly DesignColumn[],
  intercept: number,
  weights: Float64Array,
): Pick<RiskModel, 'intercept' | 'terms'> {
  let start = intercept;
  const terms = new Map<string, LinearTerm>();
  columns.forEach((column, index) => {
    const weight = weights[index]!;
    const { key, description } = column;
    if (!column.isUnknown) {
      if (weight !== 0)
        terms.set(key, { kind: 'LINE', key, ...description, weight: rounded(weight), unknown: 0 });
      return;
    }
    // w * (flag - mean) / spread: what every row gets goes into the start.
    const unknown = weight / description.standardDeviation;
    start -= unknown * description.mean;
    const term = terms.get(key);
    if (term) terms.set(key, { ...term, unknown: rounded(unknown) });
    else if (weight !== 0) terms.set(key, { ...FLAT, key, unknown: rounded(unknown) });
  });
  return { intercept: rounded(start), terms: [...terms.values()] };
}

const FLAT: Omit<LinearTerm, 'key' | 'unknown'> = {
  kind: 'LINE',
  scale: 'LINEAR',
  median: 0,
  lowest: 0,
  highest: 0,
  mean: 0,
  standardDeviation: 1,
  weight: 0,
};

function rounded(value: number): number {
  return Number(value.toPrecision(WEIGHT_DIGITS)) + 0;
}

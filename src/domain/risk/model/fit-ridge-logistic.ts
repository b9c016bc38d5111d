import { MultivariateLinearRegression } from 'ml-regression';
import { linearSums, logistic, type LogisticFit } from './search-logistic.js';

const MOST_ITERATIONS = 25;
const TOLERANCE = 1e-8;
const LEAST_ROW_WEIGHT = 1e-6;

/**
 * The ridge-logistic fit that ships: weighted least squares, repeated with new weights until nothing moves. The library
 * is the least-squares core; it knows neither weights nor a ridge, so each row is multiplied by the root of its weight
 * and each column gets one extra row, sqrt(ridge) in its own place and 0 as target. `start` is the search's answer.
 * Throws RangeError on columns that are not finite or not standardised, and on an answer that is not finite or does not
 * settle: the library fails without a word (NaN in, NaN out; wildly scaled columns give weights near 0).
 */
export function fitRidgeLogistic(
  columns: readonly Float64Array[],
  outcomes: ArrayLike<number>,
  ridge: number,
  start: Pick<LogisticFit, 'intercept' | 'weights'>,
): { readonly intercept: number; readonly weights: Float64Array } {
  if (!(ridge > 0)) throw new RangeError(`The ridge must be above 0, not ${ridge}.`);
  columns.forEach(refuseUnscaled);
  const size = columns.length + 1;
  const weights = Float64Array.from([start.intercept, ...start.weights]);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const { rows, targets } = reweighted(columns, outcomes, weights);
    for (let column = 1; column < size; column += 1) {
      rows.push(Array.from({ length: size }, (_, place) => (place === column ? Math.sqrt(ridge) : 0)));
      targets.push([0]);
    }
    const fit = new MultivariateLinearRegression(rows, targets, { intercept: false, statistics: false });
    let change = 0;
    for (let column = 0; column < size; column += 1) {
      const weight = fit.weights[column]?.[0] ?? Number.NaN;
      if (!Number.isFinite(weight))
        throw new RangeError(`Column ${column - 1} got the weight ${weight}. Maybe a value was not finite.`);
      change = Math.max(change, Math.abs(weight - weights[column]!));
      weights[column] = weight;
    }
    if (change < TOLERANCE) return { intercept: weights[0]!, weights: weights.slice(1) };
  }
  throw new RangeError(
    `The fit did not settle in ${MOST_ITERATIONS} rounds; the columns cannot be told apart.`,
  );
}

function reweighted(
  columns: readonly Float64Array[],
  outcomes: ArrayLike<number>,
  weights: Float64Array,
): { readonly rows: number[][]; readonly targets: number[][] } {
  const sums = linearSums(columns, weights, outcomes.length);
  const rows: number[][] = [];
  const targets: number[][] = [];
  for (let row = 0; row < outcomes.length; row += 1) {
    const probability = logistic(sums[row]!);
    const weight = Math.max(probability * (1 - probability), LEAST_ROW_WEIGHT);
    const root = Math.sqrt(weight);
    rows.push([root, ...columns.map((column) => root * column[row]!)]);
    targets.push([root * (sums[row]! + (outcomes[row]! - probability) / weight)]);
  }
  return { rows, targets };
}

function refuseUnscaled(column: Float64Array, index: number): void {
  let sum = 0;
  let squares = 0;
  for (const value of column) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / column.length;
  const spread = Math.sqrt(squares / column.length - mean * mean);
  if (!(Math.abs(mean) < 1e-6 && Math.abs(spread - 1) < 1e-6))
    throw new RangeError(
      `Column ${index} has mean ${mean} and spread ${spread}; it must be standardised and finite.`,
    );
}

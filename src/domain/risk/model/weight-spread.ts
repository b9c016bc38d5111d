import { factorise, invertFactorised, squareMatrix } from './positive-definite.js';
import { linearSums, logistic, newtonStep } from './search-logistic.js';

/**
 * Covariance of intercept and weights, lower triangle row by row: the sandwich by place (Liang and Zeger 1986), since
 * visits of one place are alike.
 */
export function weightCovariance(
  columns: readonly Float64Array[],
  outcomes: ArrayLike<number>,
  facilities: Int32Array,
  weights: Float64Array,
  ridge: number,
): number[] {
  const size = columns.length + 1;
  const { curvature } = newtonStep(columns, outcomes, weights);
  for (let column = 1; column < size; column += 1) curvature.cells[column * size + column]! += ridge;
  const bread = invertFactorised(factorise(curvature)).cells;
  const sums = linearSums(columns, weights, outcomes.length);
  const scores = new Map<number, Float64Array>();
  for (let row = 0; row < outcomes.length; row += 1) {
    const residual = outcomes[row]! - logistic(sums[row]!);
    const score = scores.get(facilities[row]!) ?? new Float64Array(size);
    scores.set(facilities[row]!, score);
    score[0]! += residual;
    for (let column = 1; column < size; column += 1) score[column]! += residual * columns[column - 1]![row]!;
  }
  const meat = squareMatrix(size).cells;
  for (const score of scores.values()) {
    for (let high = 0; high < size; high += 1) {
      for (let low = 0; low < size; low += 1) meat[high * size + low]! += score[high]! * score[low]!;
    }
  }
  const whole = multiply(multiply(bread, meat, size), bread, size);
  const lower: number[] = [];
  for (let high = 0; high < size; high += 1) {
    for (let low = 0; low <= high; low += 1) lower.push(Number(whole[high * size + low]!.toPrecision(6)));
  }
  return lower;
}

/** Standard deviation of the sum of the terms: `values` are its columns' standardised values, the intercept's 1 first. */
export function sumSpread(covariance: readonly number[], values: ArrayLike<number>): number {
  let variance = 0;
  let place = 0;
  for (let high = 0; high < values.length; high += 1) {
    const value = values[high]!;
    let row = 0;
    for (let low = 0; low < high; low += 1) row += covariance[place + low]! * values[low]!;
    variance += value * (2 * row + covariance[place + high]! * value);
    place += high + 1;
  }
  return Math.sqrt(Math.max(0, variance));
}

function multiply(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let inner = 0; inner < size; inner += 1) {
      const factor = left[row * size + inner]!;
      for (let column = 0; column < size; column += 1)
        product[row * size + column]! += factor * right[inner * size + column]!;
    }
  }
  return product;
}

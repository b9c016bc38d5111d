import { factorise, solveFactorised, squareMatrix, type SquareMatrix } from './positive-definite.js';

/** What a logistic fit needs: standardised columns, and how each may move the odds. */
export interface LogisticProblem {
  /** Column by column, each one value per row. */
  readonly columns: readonly Float64Array[];
  /** 0 or 1 per row. */
  readonly outcomes: ArrayLike<number>;
  /** Penalty on the square of each weight; the intercept has none. */
  readonly ridge: number;
  /** +1 or -1: the weight may not have the other sign; 0: free. */
  readonly directions: readonly number[];
}

export interface LogisticFit {
  readonly intercept: number;
  /** 0 where the column would have run against its direction. */
  readonly weights: Float64Array;
  readonly isKept: readonly boolean[];
}

// Looked up once: a global costs a search in every row.
const { exp } = Math;

const MOST_ITERATIONS = 30;
// From here on a column that was left out stays out, or two columns could take turns for ever.
const SETTLED_AFTER = 4;
const LEAST_ROW_WEIGHT = 1e-6;

/**
 * Logistic regression with a ridge by Newton's method (iteratively reweighted least squares) on typed arrays: fast
 * enough to try many settings. A weight that would run against its direction is left out, the most contrary first,
 * inside each weighted least-squares step. Throws RangeError without both outcomes.
 */
export function searchLogistic(problem: LogisticProblem, tolerance = 1e-9, start?: LogisticFit): LogisticFit {
  const { columns, outcomes } = problem;
  const rows = outcomes.length;
  const size = columns.length + 1;
  let serious = 0;
  for (let row = 0; row < rows; row += 1) serious += outcomes[row]!;
  if (serious === 0 || serious === rows)
    throw new RangeError(`All ${rows} outcomes are the same; there is nothing to tell apart.`);
  const weights = new Float64Array(size);
  weights[0] = start?.intercept ?? Math.log(serious / (rows - serious));
  if (start) weights.set(start.weights, 1);
  let out: Uint8Array = new Uint8Array(size);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const { curvature, right } = newtonStep(columns, outcomes, weights);
    for (let column = 1; column < size; column += 1)
      curvature.cells[column * size + column]! += problem.ridge;
    const next = solveInDirection(
      curvature,
      right,
      problem.directions,
      iteration < SETTLED_AFTER ? new Uint8Array(size) : out,
    );
    out = next.out;
    let change = 0;
    for (let column = 0; column < size; column += 1)
      change = Math.max(change, Math.abs(next.weights[column]! - weights[column]!));
    weights.set(next.weights);
    if (change < tolerance) break;
  }
  return {
    intercept: weights[0],
    weights: weights.slice(1),
    isKept: columns.map((_, column) => out[column + 1] === 0),
  };
}

/** log-odds -> probability. */
export function logistic(value: number): number {
  return 1 / (1 + exp(-value));
}

/** X'WX and X'Wz of one reweighted step, the intercept first. */
export function newtonStep(
  columns: readonly Float64Array[],
  outcomes: ArrayLike<number>,
  weights: Float64Array,
): { readonly curvature: SquareMatrix; readonly right: Float64Array } {
  const rows = outcomes.length;
  const size = columns.length + 1;
  const sums = linearSums(columns, weights, rows);
  const rowWeight = new Float64Array(rows);
  const residual = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const probability = logistic(sums[row]!);
    const curve = probability * (1 - probability);
    const weight = curve > LEAST_ROW_WEIGHT ? curve : LEAST_ROW_WEIGHT;
    rowWeight[row] = weight;
    residual[row] = weight * sums[row]! + outcomes[row]! - probability;
  }
  const curvature = squareMatrix(size);
  const right = new Float64Array(size);
  const weighted = new Float64Array(rows);
  for (let high = 0; high < size; high += 1) {
    const column = high === 0 ? undefined : columns[high - 1]!;
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = column === undefined ? 1 : column[row]!;
      weighted[row] = rowWeight[row]! * value;
      sum += value * residual[row]!;
    }
    right[high] = sum;
    for (let low = 0; low <= high; low += 1) curvature.cells[high * size + low] = dot(weighted, low, columns);
  }
  return { curvature, right };
}

export function linearSums(
  columns: readonly Float64Array[],
  weights: Float64Array,
  rows: number,
): Float64Array {
  const sums = new Float64Array(rows).fill(weights[0]!);
  columns.forEach((column, index) => {
    const weight = weights[index + 1]!;
    if (weight === 0) return;
    for (let row = 0; row < rows; row += 1) sums[row]! += weight * column[row]!;
  });
  return sums;
}

function dot(weighted: Float64Array, index: number, columns: readonly Float64Array[]): number {
  let sum = 0;
  if (index === 0) {
    for (let row = 0; row < weighted.length; row += 1) sum += weighted[row]!;
    return sum;
  }
  const column = columns[index - 1]!;
  for (let row = 0; row < weighted.length; row += 1) sum += weighted[row]! * column[row]!;
  return sum;
}

/** Backward elimination in the quadratic: no pass over the rows, so it costs next to nothing. */
function solveInDirection(
  { size, cells }: SquareMatrix,
  right: Float64Array,
  directions: readonly number[],
  start: Uint8Array,
): { readonly weights: Float64Array; readonly out: Uint8Array } {
  const out = start.slice();
  for (;;) {
    const kept = Array.from({ length: size }, (_, index) => index).filter((index) => out[index] === 0);
    const part = squareMatrix(kept.length);
    kept.forEach((from, row) => {
      for (let column = 0; column <= row; column += 1)
        part.cells[row * kept.length + column] = cells[from * size + kept[column]!]!;
    });
    const solved = solveFactorised(
      factorise(part),
      kept.map((index) => right[index]!),
    );
    let worst = -1;
    let against = 0;
    kept.forEach((index, place) => {
      if (index === 0) return;
      const contrary = -solved[place]! * directions[index - 1]!;
      if (contrary > against) {
        against = contrary;
        worst = index;
      }
    });
    if (worst < 0) {
      const weights = new Float64Array(size);
      kept.forEach((index, place) => (weights[index] = solved[place]!));
      return { weights, out };
    }
    out[worst] = 1;
  }
}

import { MultivariateLinearRegression } from 'ml-regression';

/**
 * Least squares with a ridge on standardised columns and a centred target, so that no intercept is fitted. The library
 * has no ridge: one extra row per column, sqrt(ridge) in its own column and 0 as target, is the same thing, and keeps
 * collinear columns apart. Throws RangeError when the result is not finite: the library answers NaN without a word.
 */
export function fitRidge(
  columns: readonly ArrayLike<number>[],
  target: ArrayLike<number>,
  ridge: number,
): number[] {
  if (!(ridge > 0)) throw new RangeError(`The ridge must be above 0, not ${ridge}.`);
  if (columns.length === 0) return [];
  const rows = Array.from(target, (_, row) => columns.map((column) => column[row] ?? Number.NaN));
  const penalties = columns.map((_, penalised) =>
    columns.map((_, column) => (column === penalised ? Math.sqrt(ridge) : 0)),
  );
  const fit = new MultivariateLinearRegression(
    [...rows, ...penalties],
    [...Array.from(target), ...columns.map(() => 0)].map((value) => [value]),
    { intercept: false, statistics: false },
  );
  return columns.map((_, column) => {
    const weight = fit.weights[column]?.[0] ?? Number.NaN;
    if (!Number.isFinite(weight))
      throw new RangeError(`Column ${column} got the weight ${weight}. Maybe a value was not finite.`);
    return weight;
  });
}

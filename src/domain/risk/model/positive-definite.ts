/** A symmetric matrix of `size` rows, stored row by row; only the lower triangle is read. */
export interface SquareMatrix {
  readonly size: number;
  readonly cells: Float64Array;
}

export function squareMatrix(size: number): SquareMatrix {
  return { size, cells: new Float64Array(size * size) };
}

/**
 * The lower factor of a positive definite matrix (Cholesky). Throws RangeError where the matrix is not one: a column
 * that others already explain, or a number that is not finite.
 */
export function factorise({ size, cells }: SquareMatrix): SquareMatrix {
  const factor = squareMatrix(size);
  const lower = factor.cells;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = cells[row * size + column]!;
      for (let inner = 0; inner < column; inner += 1)
        sum -= lower[row * size + inner]! * lower[column * size + inner]!;
      if (row !== column) {
        lower[row * size + column] = sum / lower[column * size + column]!;
        continue;
      }
      if (!(sum > 0 && Number.isFinite(sum)))
        throw new RangeError(
          `Column ${row} leaves ${sum} after the columns before it; the fit has no answer.`,
        );
      lower[row * size + row] = Math.sqrt(sum);
    }
  }
  return factor;
}

/** Solves the system that the factor was made of, for one right side. */
export function solveFactorised(
  { size, cells: lower }: SquareMatrix,
  right: ArrayLike<number>,
): Float64Array {
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let inner = 0; inner < row; inner += 1)
      solution[row]! -= lower[row * size + inner]! * solution[inner]!;
    solution[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let inner = row + 1; inner < size; inner += 1)
      solution[row]! -= lower[inner * size + row]! * solution[inner]!;
    solution[row]! /= lower[row * size + row]!;
  }
  return solution;
}

/** The inverse of the matrix that the factor was made of. */
export function invertFactorised(factor: SquareMatrix): SquareMatrix {
  const inverse = squareMatrix(factor.size);
  for (let column = 0; column < factor.size; column += 1) {
    const unit = new Float64Array(factor.size);
    unit[column] = 1;
    inverse.cells.set(solveFactorised(factor, unit), column * factor.size);
  }
  return inverse;
}

import { standardise } from './feature-column.js';
import type { CurveTerm, ModelTerm, RiskModel } from './risk-model.js';

/** Change in log-odds that a value brings; NaN stands for not known. */
export function termValue(term: ModelTerm, value: number): number {
  if (term.kind === 'STEPS') return value !== value ? term.unknown : stepOf(term, value);
  const line = term.weight * standardise(term, value);
  return value !== value ? line + term.unknown : line;
}

/** The log-odds of rows given as columns, one per term of the model, NaN where a value is not known. */
export function logOddsOf(
  model: Pick<RiskModel, 'intercept' | 'terms'>,
  columns: readonly ArrayLike<number>[],
  rows: number,
): Float64Array {
  const sums = new Float64Array(rows).fill(model.intercept);
  model.terms.forEach((term, index) => {
    const column = columns[index]!;
    for (let row = 0; row < rows; row += 1) sums[row]! += termValue(term, column[row]!);
  });
  return sums;
}

function stepOf({ borders, steps }: CurveTerm, value: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return steps[low]!;
}

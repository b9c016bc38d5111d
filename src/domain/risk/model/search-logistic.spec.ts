import * as fc from 'fast-check';
import { designMatrix } from './design-matrix.js';
import { fitRidgeLogistic } from './fit-ridge-logistic.js';
import { namedFeature, randomVisits, tableOf } from './random-visits.factory.js';
import { logistic, searchLogistic, type LogisticFit } from './search-logistic.js';
import type { VisitTable } from '../visit-table.js';

function search(table: VisitTable, ridge: number): { fit: LogisticFit; columns: readonly Float64Array[] } {
  const design = designMatrix(table);
  const columns = design.columns.map(({ values }) => values);
  const directions = design.columns.map(({ direction }) => direction);
  return { fit: searchLogistic({ columns, outcomes: table.outcomes, ridge, directions }), columns };
}

describe(searchLogistic.name, () => {
  it('finds the weights at which the slope of the penalised likelihood is 0', () => {
    const table = randomVisits(600, 1);
    const { fit, columns } = search(table, 5);

    columns.forEach((column, index) => {
      let slope = -5 * fit.weights[index]!;
      for (let row = 0; row < table.rows; row += 1) {
        const sum = columns.reduce(
          (total, each, place) => total + fit.weights[place]! * each[row]!,
          fit.intercept,
        );
        slope += column[row]! * (table.outcomes[row]! - logistic(sum));
      }
      if (fit.isKept[index]) expect(slope).toBeCloseTo(0, 6);
    });
  });

  it('finds what made the outcomes, the better the more visits there are', () => {
    const { fit } = search(randomVisits(20_000, 2), 1);
    const [a, b, c, d] = fit.weights;

    // In standard deviations: A and B spread by 2 * sqrt(4 / 12), C and D by half of that.
    expect(a).toBeGreaterThan(0.9);
    expect(b).toBeLessThan(-0.45);
    expect(c).toBeGreaterThan(0.3);
    expect(Math.abs(d!)).toBeLessThan(0.06);
  });

  it('leaves out a column that would run against its direction, whatever the rows', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), value, value), {
      minLength: 4,
      maxLength: 30,
    });

    fc.assert(
      fc.property(rows, fc.constantFrom(1 as const, -1 as const), (drawn, direction) => {
        const table = tableOf(
          [namedFeature('A', direction), namedFeature('B', direction)],
          [[0, 0, 0], [1, 1, 1], ...drawn.map(([outcome, a, b]) => [outcome, a, b] as const)],
        );
        const { fit } = search(table, 1);

        expect(Array.from(fit.weights).every((weight) => weight * direction >= 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses outcomes that are all the same', () => {
    expect(() =>
      search(
        tableOf(
          [namedFeature('A')],
          [
            [1, 1],
            [1, 2],
          ],
        ),
        1,
      ),
    ).toThrow('All 2 outcomes are the same');
  });
});

describe(fitRidgeLogistic.name, () => {
  it('finds what the search found, by the library and from another start', () => {
    const table = randomVisits(800, 3);
    const { fit, columns } = search(table, 20);
    const kept = columns.filter((_, index) => fit.isKept[index]);

    const shipped = fitRidgeLogistic(kept, table.outcomes, 20, {
      intercept: 0,
      weights: new Float64Array(kept.length),
    });

    expect(shipped.intercept).toBeCloseTo(fit.intercept, 7);
    Array.from(fit.weights)
      .filter((_, index) => fit.isKept[index])
      .forEach((weight, index) => expect(shipped.weights[index]).toBeCloseTo(weight, 7));
  });

  const start = { intercept: 0, weights: new Float64Array(1) };
  it.each([
    ['not standardised', Float64Array.of(1, 2, 3, 4), 'must be standardised'],
    ['scaled wildly', Float64Array.of(-1e8, 1e8, -1e8, 1e8), 'must be standardised'],
    ['not finite', Float64Array.of(Number.NaN, 1, -1, 0), 'must be standardised and finite'],
  ])('refuses a column that is %s, which the library would take without a word', (_, column, message) => {
    expect(() => fitRidgeLogistic([column], [0, 1, 0, 1], 1, start)).toThrow(message);
  });

  it('refuses a ridge of 0', () => {
    expect(() => fitRidgeLogistic([], [0, 1], 0, start)).toThrow('The ridge must be above 0');
  });
});

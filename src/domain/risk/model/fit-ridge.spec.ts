import * as fc from 'fast-check';
import { fitRidge } from './fit-ridge.js';

describe(fitRidge.name, () => {
  it('shrinks a single column by hand: 10 / (10 + ridge)', () => {
    // x = (-2, -1, 0, 1, 2), y = x, so sum(xy) = sum(xx) = 10.
    const x = [-2, -1, 0, 1, 2];

    expect(fitRidge([x], x, 10)[0]).toBeCloseTo(0.5, 12);
    expect(fitRidge([x], x, 90)[0]).toBeCloseTo(0.1, 12);
  });

  it('solves two correlated columns as the normal equations do', () => {
    // X'X + I = [[5, 2], [2, 5]], X'y = [4, 2], so the weights are [16, 2] / 21.
    const columns = [
      [1, -1, 1, -1],
      [1, -1, 1, 1],
    ];
    const weights = fitRidge(columns, [1, -1, 1, -1], 1);

    expect(weights[0]).toBeCloseTo(16 / 21, 12);
    expect(weights[1]).toBeCloseTo(2 / 21, 12);
  });

  it('shares the weight between columns that say the same', () => {
    const x = [-2, -1, 0, 1, 2];
    const weights = fitRidge([x, x], x, 10);

    expect(weights[0]).toBeCloseTo(1 / 3, 12);
    expect(weights[1]).toBeCloseTo(1 / 3, 12);
  });

  it('stays small for columns that are nearly the same', () => {
    const x = [-2, -1, 0, 1, 2];
    const nearly = x.map((value, row) => value + (row % 2 === 0 ? 1e-7 : -1e-7));

    expect(Math.max(...fitRidge([x, nearly], [3, -1, 0, 2, -4], 1).map(Math.abs))).toBeLessThan(1);
  });

  it('has nothing to weigh without columns', () => {
    expect(fitRidge([], [0.5, -0.5], 1)).toEqual([]);
  });

  it('refuses what would silently become NaN', () => {
    expect(() => fitRidge([[1, Number.NaN]], [0, 1], 1)).toThrow('Column 0 got the weight NaN');
    expect(() => fitRidge([[1, -1], [1]], [0, 1], 1)).toThrow('got the weight NaN');
    expect(() => fitRidge([[1, -1]], [0, 1], 0)).toThrow('The ridge must be above 0');
  });

  it('leaves residuals that balance the penalty in every column', () => {
    const cells = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 });

    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), cells, (columns, target) => {
        const weights = fitRidge(columns, target, 2);

        const imbalances = columns.map((column, own) =>
          column.reduce(
            (sum, value, row) => {
              const fitted = columns.reduce(
                (total, other, index) => total + (other[row] ?? 0) * (weights[index] ?? 0),
                0,
              );
              return sum + value * ((target[row] ?? 0) - fitted);
            },
            -2 * (weights[own] ?? 0),
          ),
        );
        expect(Math.max(...imbalances.map(Math.abs))).toBeLessThan(1e-9);
      }),
    );
  });
});

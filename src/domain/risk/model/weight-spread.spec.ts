import { designMatrix } from './design-matrix.js';
import { randomVisits } from './random-visits.factory.js';
import { trainRidgeLogistic } from './train-ridge-logistic.js';
import { sumSpread } from './weight-spread.js';

describe('the spread of a linear sums', () => {
  it('is the root of x times the covariance times x', () => {
    // [[4, 1], [1, 9]] with x = (1, 2): 4 + 2 * 2 * 1 + 4 * 9 = 44.
    expect(sumSpread([4, 1, 9], [1, 2])).toBeCloseTo(Math.sqrt(44), 12);
  });

  it('is as wide as models of other visits differ from each other', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) =>
      trainRidgeLogistic(randomVisits(1_000, 100 + seed), 1),
    );
    const weights = drawn
      .map(({ terms }) => terms.find(({ key }) => key === 'B')!)
      .map((term) => (term.kind === 'LINE' ? term.weight : 0));
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    const spread = Math.sqrt(
      weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / (weights.length - 1),
    );
    const { spread: stated } = drawn[0]!;
    const place = stated!.columns.indexOf('B');
    const row = [0, ...stated!.columns.map((_, index) => (index === place ? 1 : 0))];

    expect(sumSpread(stated!.covariance, row) / spread).toBeGreaterThan(0.7);
    expect(sumSpread(stated!.covariance, row) / spread).toBeLessThan(1.4);
  });
});

describe(designMatrix.name, () => {
  it('leaves out a column that others explain, and refuses what is not finite', () => {
    const table = randomVisits(200, 1);
    const sum = table.columns[1]!.map((value, row) => 2 * value - table.columns[2]![row]!);
    const explained = designMatrix({ ...table, columns: [...table.columns.slice(0, 3), sum] });
    const broken = { ...table, columns: [...table.columns.slice(0, 3), sum.map(() => Infinity)] };

    expect(explained.dropped).toEqual([{ key: 'D', reason: 'COLLINEAR' }]);
    expect(() => designMatrix(broken)).toThrow('D is Infinity for visit v0');
  });

  it('gives "not known" a column of its own', () => {
    expect(
      designMatrix(randomVisits(400, 2)).columns.map(({ key, isUnknown }) => `${key}${isUnknown ? '?' : ''}`),
    ).toEqual(['A', 'B', 'C', 'D', 'A?']);
  });
});

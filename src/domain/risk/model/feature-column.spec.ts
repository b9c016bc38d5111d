import * as fc from 'fast-check';
import { describeColumn, standardise, type FeatureColumn } from './feature-column.js';

const feature = { key: 'PLACES', scale: 'LINEAR' } as const;
const known = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);
const column = (values: (number | null)[], scale: 'LINEAR' | 'LOG' = 'LINEAR'): FeatureColumn => {
  const described = describeColumn({ key: 'PLACES', scale }, known(values));
  if (typeof described === 'string') throw new Error(described);
  return described;
};

describe(describeColumn.name, () => {
  it('fills the gaps with the median of what is known', () => {
    // 1, 2, 9 and two gaps: median 2, so 1, 2, 9, 2, 2 with mean 3.2 and variance 41.8 / 5 - the gaps included.
    expect(column([9, null, 1, 2, null])).toEqual({
      scale: 'LINEAR',
      median: 2,
      lowest: 1,
      highest: 9,
      mean: 3.2,
      standardDeviation: expect.closeTo(2.9257, 4) as number,
    });
    expect(column([4, 1, 2, 9]).median).toBe(3);
  });

  it('measures the spread on the logarithm where the feature asks for it', () => {
    expect(column([0, Math.E - 1], 'LOG')).toMatchObject({
      median: (Math.E - 1) / 2,
      mean: expect.closeTo(0.5, 12) as number,
      standardDeviation: expect.closeTo(0.5, 12) as number,
    });
  });

  it.each([
    ['NEVER_KNOWN', [null, null]],
    ['CONSTANT', [7]],
    ['CONSTANT', [3, 3, null]],
    ['CONSTANT', [1e9, 1e9 + 1e-6, 1e9]],
  ])('says %s of %j', (reason, values) => {
    expect(describeColumn(feature, known(values))).toBe(reason);
  });

  it('refuses values too far apart to compute with', () => {
    expect(() => describeColumn(feature, known([-1e300, 1e300]))).toThrow(
      'PLACES spreads from -1e+300 to 1e+300',
    );
  });
});

describe(standardise.name, () => {
  const learnt = column([0, 10, 20]);

  it.each([
    [10, 0],
    [20, 1.2247],
    [0, -1.2247],
    [null, 0],
    [1e12, 1.2247],
    [-1e12, -1.2247],
  ])('takes %s for %f standard deviations: never beyond what the rows had', (value, expected) => {
    expect(standardise(learnt, value ?? Number.NaN)).toBeCloseTo(expected, 4);
  });

  it('is finite for every finite value, negative ones on a logarithm too', () => {
    const values = fc.double({ noNaN: true, noDefaultInfinity: true });

    fc.assert(
      fc.property(values, fc.constantFrom('LINEAR', 'LOG'), (value, scale) => {
        expect(Number.isFinite(standardise(column([-3, 5, 12], scale), value))).toBe(true);
      }),
    );
  });
});

import { bandOf } from './risk-bands.js';
import { RISK_BANDS_VERSION_3 } from './risk-bands-version-3.js';

describe(bandOf.name, () => {
  it.each([
    [0, 'LOW'],
    [4999, 'LOW'],
    [5000, 'MEDIUM'],
    [5415, 'HIGH'],
    [5999, 'HIGH'],
    [6000, 'VERY_HIGH'],
    [10000, 'VERY_HIGH'],
  ])('puts %i hundredths in %s by the third proposal', (points, band) => {
    expect(bandOf(points, RISK_BANDS_VERSION_3).band).toBe(band);
    expect(bandOf(points, RISK_BANDS_VERSION_3.toReversed()).band).toBe(band);
  });

  it.each([
    ['a band is missing', RISK_BANDS_VERSION_3.slice(1)],
    ['two bands begin together', RISK_BANDS_VERSION_3.map((row) => ({ ...row, lowerPoints: 0 }))],
    [
      'the order is another',
      RISK_BANDS_VERSION_3.map((row) => ({ ...row, lowerPoints: 9000 - row.lowerPoints })),
    ],
    [
      'the scale does not begin at 0',
      RISK_BANDS_VERSION_3.map((row) => ({ ...row, lowerPoints: row.lowerPoints + 1 })),
    ],
  ])('refuses a table where %s', (_, table) => {
    expect(() => bandOf(5000, table)).toThrow('The bands must be LOW, MEDIUM, HIGH, VERY_HIGH');
  });

  it('is a proposal: no band is confirmed', () => {
    expect(RISK_BANDS_VERSION_3.filter((row) => row.confirmed)).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { calibrated, fitCalibration } from './calibration.js';
import { seededRandom } from '../../shared/seeded-random.js';

describe(fitCalibration.name, () => {
  const drawn = (rows: number, chance: (points: number) => number): Parameters<typeof fitCalibration>[0] => {
    const random = seededRandom(5);
    const points = Array.from({ length: rows }, () => 10_000 * random());
    return { points, outcomes: points.map((value) => (random() < chance(value) ? 1 : 0)) };
  };

  it('says what happened at those points', () => {
    const calibration = fitCalibration(drawn(20_000, (points) => 0.1 + 0.5 * (points / 10_000) ** 2));

    expect(calibrated(calibration, 2_000)).toBeCloseTo(0.12, 1);
    expect(calibrated(calibration, 8_000)).toBeCloseTo(0.42, 1);
  });

  it('pools neighbours that fall: points that tell nothing give the base rate everywhere', () => {
    const rows = drawn(4_000, (points) => 0.5 - 0.4 * (points / 10_000));
    const base = Array.from(rows.outcomes).reduce((sum, outcome) => sum + outcome, 0) / 4_000;
    const calibration = fitCalibration(rows);

    expect(calibrated(calibration, 0)).toBeCloseTo(base, 2);
    expect(calibrated(calibration, 10_000)).toBeCloseTo(base, 2);
  });

  it('counts rows as much as their weight says', () => {
    const rows = { points: [1, 1, 1, 1], outcomes: [1, 0, 0, 0] };

    expect(calibrated(fitCalibration({ ...rows, weights: [1e6, 1, 1, 1] }), 1)).toBeCloseTo(1, 4);
    expect(calibrated(fitCalibration(rows), 1)).toBeCloseTo(0.275, 3);
  });

  it('never falls, and stays between 0 and 1, whatever the rows', () => {
    const row = fc.record({
      points: fc.integer({ min: 0, max: 10_000 }),
      outcome: fc.integer({ min: 0, max: 1 }),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 400 }), (rows) => {
        const calibration = fitCalibration({
          points: rows.map(({ points }) => points),
          outcomes: rows.map(({ outcome }) => outcome),
          weights: rows.map(({ weight }) => weight),
        });
        const probabilities = Array.from({ length: 101 }, (_, step) => calibrated(calibration, 100 * step));

        expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses to calibrate by nothing', () => {
    expect(() => fitCalibration({ points: [], outcomes: [] })).toThrow('no predictions with a known outcome');
  });
});

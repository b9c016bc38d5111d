import { calibrated } from './calibration.js';
import {
  calibrationAsOf,
  chooseLevelHalfLife,
  dayNumber,
  type KnownPredictions,
} from './calibration-as-of.js';
import { day } from '../../shared/day.js';
import { seededRandom } from '../../shared/seeded-random.js';

const FIRST = dayNumber(day('2020-01-01'));

/** Four visits a day for three years; `chance` is what their points meant on the day. */
function predictions(chance: (points: number, dayOfAll: number) => number): KnownPredictions {
  const random = seededRandom(4);
  const rows = Array.from({ length: 3 * 365 * 4 }, (_, row) => {
    const points = Math.floor(4_000 + 3_000 * random());
    const since = Math.floor(row / 4);
    return { points, since, outcome: random() < chance(points, since) ? 1 : 0 };
  });
  return {
    points: rows.map(({ points }) => points),
    outcomes: rows.map(({ outcome }) => outcome),
    dayNumbers: rows.map(({ since }) => FIRST + since),
  };
}
const asOf = FIRST + 3 * 365;
const steady = (points: number): number => (points - 3_500) / 10_000;

const halfOdds = (points: number): number => steady(points) / (2 - steady(points));

describe(calibrationAsOf.name, () => {
  it('says what happened where nothing moves', () => {
    const calibration = calibrationAsOf(predictions(steady), asOf, 90);

    for (const points of [4_500, 5_500, 6_500])
      expect(Math.abs(calibrated(calibration, points) - steady(points))).toBeLessThan(0.03);
  });

  it('follows a rule that was changed nine months ago, and keeps the order', () => {
    const halved = predictions((points, since) =>
      since > 3 * 365 - 273 ? halfOdds(points) : steady(points),
    );
    const calibration = calibrationAsOf(halved, asOf, 90);

    for (const points of [4_500, 5_500, 6_500])
      expect(Math.abs(calibrated(calibration, points) - halfOdds(points))).toBeLessThan(0.045);
    // Without following it would be off by a tenth.
    expect(steady(6_500) - halfOdds(6_500)).toBeGreaterThan(0.1);
    expect(calibration.probabilities).toEqual([...calibration.probabilities].sort((a, b) => a - b));
  });

  it('stays inside 0 and 1 where all recent outcomes are alike', () => {
    const good = predictions((points, since) => (since > 2 * 365 ? 0 : steady(points)));
    const { probabilities } = calibrationAsOf(good, asOf, 90);

    expect(probabilities.every((probability) => probability > 0 && probability < 0.2)).toBe(true);
  });
});

describe(chooseLevelHalfLife.name, () => {
  it('answers the first where nothing speaks for another, also without any visit', () => {
    expect(chooseLevelHalfLife(predictions(steady))).toBe(90);
    expect(chooseLevelHalfLife({ points: [], outcomes: [], dayNumbers: [] })).toBe(90);
  });
});

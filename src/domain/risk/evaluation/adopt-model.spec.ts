import { adopt } from './adopt-model.js';
import type { ChosenSettings, HonestPredictions } from '../model/choose-settings.js';
import { day } from '../../shared/day.js';
import { seededRandom } from '../../shared/seeded-random.js';

const ROWS = 800;
const outcomes = Array.from({ length: ROWS }, (_, row) => (row % 4 === 0 ? 1 : 0));

/** Predictions that know this much of the outcome. */
function knowing(share: number, seed: number): HonestPredictions {
  const random = seededRandom(seed);
  return {
    points: outcomes.map((outcome) => share * outcome + random()),
    outcomes,
    occurredOn: outcomes.map(() => day('2025-01-01')),
    facilities: outcomes.map((_, row) => row >> 2),
  };
}
const chosen = (part: Partial<ChosenSettings>): ChosenSettings => ({
  settings: { ridge: 100, halfLifeYears: 1.5, learnsFromFirstVisits: true, comparesWithPeers: true },
  boostingRounds: 50,
  auc: 0.5,
  boostingAuc: 0.5,
  predictions: knowing(0.5, 1),
  boostingPredictions: knowing(0.5, 2),
  rulePredictions: knowing(0.1, 3),
  lastResultPredictions: knowing(0.1, 4),
  ...part,
});

describe(adopt.name, () => {
  it('uses the fitted model where it beats the rule and the last result outside the interval', () => {
    expect(adopt(chosen({}), 1, 60)).toMatchObject({
      method: 'RIDGE_LOGISTIC',
      visits: ROWS,
      overRule: { isOutside: true },
      overLastResult: { isOutside: true },
      challenge: { isOutside: false },
    });
  });

  it('lets the challenger replace it only where it wins outside the interval', () => {
    expect(adopt(chosen({ boostingPredictions: knowing(2, 2) }), 1, 60).method).toBe('ADDITIVE_BOOSTING');
  });

  it.each([
    ['the rule is as good', { rulePredictions: knowing(0.5, 3) }],
    ['the last result is better', { lastResultPredictions: knowing(2, 3) }],
  ])('falls back on the rule where %s', (_, part) => {
    expect(adopt(chosen(part), 1, 60).method).toBe('RULE');
  });

  it('falls back on the rule where nothing could be compared', () => {
    const none: HonestPredictions = { points: [], outcomes: [], occurredOn: [], facilities: [] };
    const all = {
      predictions: none,
      boostingPredictions: none,
      rulePredictions: none,
      lastResultPredictions: none,
    };

    expect(adopt(chosen(all), 1, 60)).toMatchObject({ method: 'RULE', visits: 0 });
  });
});

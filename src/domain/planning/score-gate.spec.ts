import { gatedProbability, mayPlanByScore } from './score-gate.js';

describe(mayPlanByScore.name, () => {
  const measured = (discrimination: number | null) => ({ authority: 'STPS' as const, discrimination });

  it('refuses a score that was not measured or does not tell places apart', () => {
    expect(mayPlanByScore(measured(null), 0.6)).toBe(false);
    expect(mayPlanByScore(measured(0.59), 0.6)).toBe(false);
    expect(mayPlanByScore(measured(0.6), 0.6)).toBe(true);
  });

  it('takes all places to be alike where it refuses', () => {
    expect(gatedProbability(0.9, measured(0.55), 0.6, 0.2)).toBe(0.2);
    expect(gatedProbability(0.9, measured(0.7), 0.6, 0.2)).toBe(0.9);
  });
});

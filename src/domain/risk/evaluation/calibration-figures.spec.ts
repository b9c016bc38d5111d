import { byProbability, calibrationFigures, reliabilityTable } from './calibration-figures.js';

const figuresOf = (probabilities: number[], outcomes: number[]): ReturnType<typeof calibrationFigures> =>
  calibrationFigures(
    byProbability(probabilities),
    probabilities,
    outcomes,
    outcomes.map(() => 1),
  );

describe(calibrationFigures.name, () => {
  it('is 0 for the base rate, and 1 for knowing', () => {
    const outcomes = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0];

    expect(
      figuresOf(
        outcomes.map(() => 0.3),
        outcomes,
      ).brierGain,
    ).toBeCloseTo(0, 12);
    expect(figuresOf(outcomes, outcomes)).toEqual({ brierGain: 1, ece: 0 });
  });

  it('weighs how far each tenth is from what happened', () => {
    // Ten visits, one a bin: |.2 - 0| eight times and |.2 - 1| twice.
    const outcomes = [0, 0, 0, 0, 1, 0, 0, 0, 1, 0];

    expect(
      figuresOf(
        outcomes.map(() => 0.2),
        outcomes,
      ).ece,
    ).toBeCloseTo((8 * 0.2 + 2 * 0.8) / 10, 12);
  });

  it('cuts bins of equally many visits, whatever they weigh', () => {
    const probabilities = Array.from({ length: 25 }, (_, row) => row / 25);
    const weights = probabilities.map((_, row) => (row % 3) + 1);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const table = reliabilityTable(byProbability(probabilities), probabilities, probabilities, weights);

    expect(table).toHaveLength(10);
    table.forEach((bin) => {
      expect(bin.visits).toBeCloseTo(all / 10, 9);
      expect(bin.observed).toBeCloseTo(bin.stated, 12);
    });
  });
});

import fc from 'fast-check';
import { hazardOf, HazardCurves, problemProbability, undetectedWeeks, within12Months } from './hazard.js';

/** The integral of the probability by the midpoint rule: slow, and written apart from what it checks. */
function undetectedByMidpoints(scaleWeeks: number, shape: number, weeks: number): number {
  const steps = 20_000;
  let sum = 0;
  for (let index = 0; index < steps; index += 1) {
    const at = ((index + 0.5) * weeks) / steps;
    sum += (1 - Math.exp(-((at / scaleWeeks) ** shape))) * (weeks / steps);
  }
  return sum;
}

describe(hazardOf.name, () => {
  const curves = new HazardCurves(1.5);

  it.each([0.01, 0.3, 0.9])('meets the 12-month probability %d after 52 weeks', (probability) => {
    expect(problemProbability(hazardOf(probability, curves), 52)).toBeCloseTo(probability, 12);
  });

  it('survives probabilities of 0 and 1', () => {
    expect(problemProbability(hazardOf(0, curves), 52)).toBeCloseTo(0.0001, 8);
    expect(problemProbability(hazardOf(1, curves), 52)).toBeCloseTo(0.9999, 8);
  });
});

describe(within12Months.name, () => {
  const curves = new HazardCurves(1.5);

  it('expects at the usual interval what the score says, and less before', () => {
    const probability = within12Months(0.42, 108, 1.5);
    expect(problemProbability(hazardOf(probability, curves), 108)).toBeCloseTo(0.42, 10);
    expect(probability).toBeCloseTo(0.166, 3);
  });

  it('leaves the score of an authority that comes every year as it is', () => {
    expect(within12Months(0.42, 52, 1.5)).toBeCloseTo(0.42, 12);
    expect(within12Months(0, 108, 1.5)).toBe(0);
    expect(within12Months(1, 30, 1.5)).toBeLessThanOrEqual(1);
  });
});

describe(undetectedWeeks.name, () => {
  it.each([1, 1.5, 3])('agrees with a plain numerical integral for the shape %d', (shape) => {
    const curves = new HazardCurves(shape);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.5, max: 800, noNaN: true }),
        (p, weeks) => {
          const hazard = hazardOf(p, curves);
          const expected = undetectedByMidpoints(hazard.scaleWeeks, shape, weeks);
          expect(Math.abs(undetectedWeeks(hazard, weeks) - expected)).toBeLessThan(
            1e-5 * Math.max(1, expected),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is nothing on the day of a visit and refuses a shape under which waiting would be safe', () => {
    expect(undetectedWeeks(hazardOf(0.3, new HazardCurves(1.5)), 0)).toBe(0);
    expect(() => new HazardCurves(0.5)).toThrow(RangeError);
  });
});

import * as fc from 'fast-check';
import { capacity } from './features/capacity.feature.js';
import type { RiskFeature } from './features/risk-feature.js';
import { facilityHistory } from './facility-history.factory.js';
import { knownAsOf, timelineOf } from './facility-timeline.js';
import type { ModelTerm } from './model/risk-model.js';
import { NO_PEERS } from './peer-shares.js';
import { curveTerm, linearTerm, riskModel } from './risk-model.factory.js';
import type { AuthorityScore } from './risk-score.js';
import { scoreAuthority, scorerOf } from './score-authority.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from './too-little-data.js';
import { day } from '../shared/day.js';

const NOTHING_KNOWN = knownAsOf(timelineOf(facilityHistory()), day('2026-01-01'));
const measuring = (key: string, value: number | null): RiskFeature => ({
  ...capacity,
  key,
  measure: () => value,
});

function score(
  values: Record<string, number | null>,
  features: ModelTerm[],
  intercept = Math.log(0.25),
): AuthorityScore {
  const measured = Object.entries(values).map(([key, value]) => measuring(key, value));
  const model = riskModel({ terms: features, intercept });
  return scoreAuthority(NOTHING_KNOWN, scorerOf(model, measured, NO_PEERS), TOO_LITTLE_DATA_RULE_VERSION_1);
}
const terms = (result: AuthorityScore): (readonly [string, number])[] =>
  result.contributions.map((term) => [term.key ?? term.kind, term.hundredths] as const);

describe(scoreAuthority.name, () => {
  it('adds the terms up by hand: 50 points are one in five, ten more double the odds', () => {
    const result = score({ A: 2, B: 1 }, [linearTerm('A', Math.LN2 / 2), linearTerm('B', -Math.LN2 / 10)]);

    expect(result.points).toBe(5900);
    expect(result.probability).toBeCloseTo(0.59, 12);
    expect(terms(result)).toEqual([
      ['BASELINE', 5000],
      ['A', 1000],
      ['B', -100],
      ['CLAMPING', 0],
    ]);
  });

  it.each([
    [8, 10000, 8000, -3000],
    [-8, 0, -8000, 3000],
    [2, 7000, 2000, 0],
  ])('cuts off at the ends of the scale, and says how much: %f', (value, points, term, clamping) => {
    const result = score({ A: value }, [linearTerm('A', Math.LN2)]);

    expect(result.points).toBe(points);
    expect(terms(result)).toEqual([
      ['BASELINE', 5000],
      ['A', term],
      ['CLAMPING', clamping],
    ]);
  });

  it('takes the median for what is not known, adds what not knowing goes with, and lists it', () => {
    const result = score({ A: null, B: 0 }, [
      linearTerm('A', Math.LN2, { median: 0.5, unknown: Math.LN2 / 4 }),
      linearTerm('B', 0.1),
    ]);

    expect(result.points).toBe(5750);
    expect(result.missing).toEqual(['A']);
    expect(result.contributions[1]).toEqual({
      kind: 'FEATURE',
      authority: 'SOCIALTILSYNET',
      key: 'A',
      hundredths: 750,
      value: null,
      typical: 0.5,
    });
  });

  it('goes no further than the rows it learnt from', () => {
    const inside = [linearTerm('A', Math.LN2, { lowest: -2, highest: 4 })];

    expect(score({ A: 1e9 }, inside).points).toBe(9000);
    expect(score({ A: -1e9 }, inside).points).toBe(3000);
  });

  it.each([
    [-1, 5000],
    [1, 6000],
    [7.9, 6000],
    [8, 4000],
    [null, 5500],
  ])('takes the step that %f falls on', (value, points) => {
    const steps = curveTerm('A', { borders: [1, 8], steps: [0, Math.LN2, -Math.LN2], unknown: Math.LN2 / 2 });

    expect(score({ A: value }, [steps]).points).toBe(points);
  });

  it('says how far it could as well have been, where the model knows', () => {
    const model = riskModel({
      intercept: Math.log(0.25),
      terms: [linearTerm('A', Math.LN2)],
      // The intercept is sure; the weight has a standard deviation of ln(2) / 1.96.
      spread: { columns: ['A', 'A?'], covariance: [0, 0, (Math.LN2 / 1.96) ** 2, 0, 0, 0] },
    });
    const at = (value: number): AuthorityScore =>
      scoreAuthority(
        NOTHING_KNOWN,
        scorerOf(model, [measuring('A', value)], NO_PEERS),
        TOO_LITTLE_DATA_RULE_VERSION_1,
      );

    expect(at(1).interval).toMatchObject({ lowPoints: 5000, highPoints: 7000, lowProbability: 0.5 });
    expect(at(0).interval).toMatchObject({ lowPoints: 5000, highPoints: 5000 });
    expect(score({}, []).interval).toBeNull();
  });

  it('says which model it is, and that a facility without visits has too little data', () => {
    expect(score({}, [])).toMatchObject({
      authority: 'SOCIALTILSYNET',
      modelVersion: 'm1',
      trainedThrough: '2025-12-31',
      tooLittleData: ['FEW_KNOWN_VISITS'],
    });
  });

  it('refuses a model whose feature does not exist', () => {
    expect(() => score({}, [linearTerm('GONE', 1)])).toThrow('Model m1 weighs GONE, which is no feature');
  });

  it('always sums exactly to points between 0 and 10000, and gives the same bytes again', () => {
    // Sevenths and the like, so that terms have remainders to round; any finite number beside them.
    const within = (most: number): fc.Arbitrary<number> =>
      fc.integer({ min: -1000, max: 1000 }).map((share) => (most * share) / 997);
    const number = fc.oneof(within(50), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const columns = fc.array(
      fc.record({
        value: fc.option(number, { nil: null }),
        weight: within(0.1),
        mean: within(20),
        standardDeviation: fc.integer({ min: 1, max: 1000 }).map((share) => share / 37),
        scale: fc.constantFrom('LINEAR', 'LOG'),
      }),
      { maxLength: 12 },
    );

    fc.assert(
      fc.property(columns, within(4), (drawn, intercept) => {
        const features = drawn.map(({ value: _, ...column }, index) => linearTerm(`F${index}`, 0, column));
        const values = Object.fromEntries(drawn.map(({ value }, index) => [`F${index}`, value]));

        const result = score(values, features, intercept);

        expect(result.contributions.reduce((sum, term) => sum + term.hundredths, 0)).toBe(result.points);
        expect(result.contributions.filter((term) => !Number.isInteger(term.hundredths))).toEqual([]);
        expect(result.points).toBeGreaterThanOrEqual(0);
        expect(result.points).toBeLessThanOrEqual(10_000);
        expect(JSON.stringify(score(values, features, intercept))).toBe(JSON.stringify(result));
      }),
      { numRuns: 500 },
    );
  });
});

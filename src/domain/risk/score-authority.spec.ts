import * as fc from 'fast-check';
import { capacity } from './features/capacity.feature.js';
import type { RiskFeature } from './features/risk-feature.js';
import { facilityHistory } from './facility-history.factory.js';
import { knownAsOf, timelineOf } from './facility-timeline.js';
import type { ModelFeature } from './model/risk-model.js';
import { modelFeature, riskModel } from './risk-model.factory.js';
import type { AuthorityScore } from './risk-score.js';
import { scoreAuthority } from './score-authority.js';
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
  features: ModelFeature[],
  intercept = 0.2,
): AuthorityScore {
  const measured = Object.entries(values).map(([key, value]) => measuring(key, value));
  return scoreAuthority(
    NOTHING_KNOWN,
    riskModel({ features, intercept }),
    measured,
    TOO_LITTLE_DATA_RULE_VERSION_1,
  );
}
const terms = (result: AuthorityScore): (readonly [string, number])[] =>
  result.contributions.map((term) => [term.key ?? term.kind, term.hundredths] as const);

describe(scoreAuthority.name, () => {
  it('adds the terms up by hand', () => {
    // 0.2 + 2 * 0.05 - 1 * 0.0123 = 0.2877
    const result = score({ A: 2, B: 1 }, [modelFeature('A', 0.05), modelFeature('B', -0.0123)]);

    expect(result.points).toBe(2877);
    expect(result.probability).toBeCloseTo(0.2877, 12);
    expect(terms(result)).toEqual([
      ['BASELINE', 2000],
      ['A', 1000],
      ['B', -123],
      ['CLAMPING', 0],
    ]);
  });

  it.each([
    [3, 10000, 30000, -22000],
    [-3, 0, -30000, 28000],
    [0.8, 10000, 8000, 0],
  ])('cuts off at the ends of the scale, and says how much: %f', (value, points, term, clamping) => {
    const result = score({ A: value }, [modelFeature('A', 1)]);

    expect(result.points).toBe(points);
    expect(terms(result)).toEqual([
      ['BASELINE', 2000],
      ['A', term],
      ['CLAMPING', clamping],
    ]);
  });

  it('takes the median for what is not known, and lists it', () => {
    const result = score({ A: null, B: 0 }, [
      modelFeature('A', 0.1, { median: 0.5 }),
      modelFeature('B', 0.1),
    ]);

    expect(result.points).toBe(2500);
    expect(result.missing).toEqual(['A']);
    expect(result.contributions[1]).toEqual({
      kind: 'FEATURE',
      authority: 'SOCIALTILSYNET',
      key: 'A',
      hundredths: 500,
      value: null,
      typical: 0.5,
    });
  });

  it('goes no further than the rows it learnt from', () => {
    const inside = [modelFeature('A', 0.01, { lowest: -2, highest: 4 })];

    expect(score({ A: 1e9 }, inside).points).toBe(2400);
    expect(score({ A: -1e9 }, inside).points).toBe(1800);
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
    expect(() => score({}, [modelFeature('GONE', 1)])).toThrow('Model m1 weighs GONE, which is no feature');
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
      fc.property(columns, within(1).map(Math.abs), (drawn, intercept) => {
        const features = drawn.map(({ value: _, ...column }, index) => modelFeature(`F${index}`, 0, column));
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

import * as fc from 'fast-check';
import { combineScores, limitToDocumentation } from './combine-scores.js';
import { COMBINATION_RULE_VERSION_1 as RULE } from './dimensions/combination-rule.js';
import type { AuthorityScore, Contribution } from './risk-score.js';
import { AUTHORITIES } from '../shared/authority.js';
import { day } from '../shared/day.js';

function authorityScore(index: number, hundredths: number[]): AuthorityScore {
  const authority = AUTHORITIES[index] ?? 'STPS';
  return {
    authority,
    modelVersion: 'm1',
    trainedThrough: day('2025-12-31'),
    method: 'RULE',
    probability: 0,
    interval: null,
    points: hundredths.reduce((sum, part) => sum + part, 0),
    contributions: hundredths.map((part, place): Contribution => ({
      kind: place === 0 ? 'BASELINE' : 'FEATURE',
      authority,
      key: place === 0 ? null : `F${place}`,
      hundredths: part,
      value: 1,
      typical: 0,
    })),
    missing: [],
    tooLittleData: [],
  };
}

const USUAL = { severity: null, vulnerability: null };
const terms = (combined: { contributions: readonly Contribution[] }): unknown[] =>
  combined.contributions.map((term) => [term.authority, term.key ?? term.kind, term.hundredths]);

describe(combineScores.name, () => {
  it('is the mean of the points, and of every term', () => {
    const combined = combineScores(
      [authorityScore(0, [900, 300]), authorityScore(1, [3600]), authorityScore(2, [1500, -300])],
      USUAL,
      RULE,
    );

    expect(combined.points).toBe(2000);
    expect(combined.likelihoodPoints).toBe(2000);
    expect(terms(combined)).toEqual([
      ['SOCIALTILSYNET', 'BASELINE', 300],
      ['SOCIALTILSYNET', 'F1', 100],
      ['ARBEJDSTILSYNET', 'BASELINE', 1200],
      ['STPS', 'BASELINE', 500],
      ['STPS', 'F1', -100],
      [null, 'SEVERITY', 0],
      [null, 'VULNERABILITY', 0],
    ]);
  });

  it('adds what is at stake: two steps of severity, or four of vulnerability, weigh like a doubling of the odds', () => {
    const combined = combineScores(
      [authorityScore(1, [4000, -123])],
      { severity: 4.5, vulnerability: 2 },
      RULE,
    );

    expect(combined.likelihoodPoints).toBe(3877);
    expect(combined.points).toBe(3877 + 1000 - 250);
    expect(terms(combined).slice(2)).toEqual([
      [null, 'SEVERITY', 1000],
      [null, 'VULNERABILITY', -250],
    ]);
  });

  it('cuts off at the end of the scale, and says so', () => {
    const high = combineScores([authorityScore(0, [9900])], { severity: 4, vulnerability: 4 }, RULE);
    const low = combineScores([authorityScore(0, [100])], { severity: 1, vulnerability: 0 }, RULE);

    expect([high.points, terms(high).at(-1)]).toEqual([10_000, [null, 'CLAMPING', -900]]);
    expect([low.points, terms(low).at(-1)]).toEqual([0, [null, 'CLAMPING', 1400]]);
  });

  it('refuses to combine nothing', () => {
    expect(() => combineScores([], USUAL, RULE)).toThrow('no authority has a model');
  });

  it('always sums exactly', () => {
    const parts = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 20 });
    const level = fc.option(fc.double({ min: 0, max: 4, noNaN: true }));

    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1, maxLength: 3 }),
        level,
        level,
        fc.nat(10_000),
        (scores, severity, vulnerability, ceiling) => {
          const combined = combineScores(
            scores.map((hundredths, index) => authorityScore(index, hundredths)),
            { severity, vulnerability },
            RULE,
          );

          for (const each of [combined, limitToDocumentation(combined, ceiling)]) {
            expect(each.contributions.reduce((sum, term) => sum + term.hundredths, 0)).toBe(each.points);
            expect(each.points).toBeGreaterThanOrEqual(0);
          }
          expect(limitToDocumentation(combined, ceiling).points).toBe(Math.min(ceiling, combined.points));
        },
      ),
    );
  });
});

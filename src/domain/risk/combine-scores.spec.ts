import * as fc from 'fast-check';
import { combineScores } from './combine-scores.js';
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

describe(combineScores.name, () => {
  it('is the mean of the points, and of every term', () => {
    const combined = combineScores([
      authorityScore(0, [900, 300]),
      authorityScore(1, [3600]),
      authorityScore(2, [1500, -300]),
    ]);

    expect(combined.points).toBe(2000);
    expect(combined.contributions.map((term) => [term.authority, term.key, term.hundredths])).toEqual([
      ['SOCIALTILSYNET', null, 300],
      ['SOCIALTILSYNET', 'F1', 100],
      ['ARBEJDSTILSYNET', null, 1200],
      ['STPS', null, 500],
      ['STPS', 'F1', -100],
    ]);
  });

  it('is the score itself where there is one', () => {
    const only = authorityScore(1, [4000, -123]);

    expect(combineScores([only])).toEqual({ points: 3877, contributions: only.contributions });
  });

  it('refuses to combine nothing', () => {
    expect(() => combineScores([])).toThrow('no authority has a model');
  });

  it('always sums exactly', () => {
    const parts = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 20 });

    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 3 }), (scores) => {
        const combined = combineScores(scores.map((hundredths, index) => authorityScore(index, hundredths)));

        expect(combined.contributions.reduce((sum, term) => sum + term.hundredths, 0)).toBe(combined.points);
      }),
    );
  });
});

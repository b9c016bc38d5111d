import * as fc from 'fast-check';
import { boostCurves } from './boost-curves.js';
import { namedFeature, randomVisits, tableOf } from './random-visits.factory.js';
import { columnsOf } from './choose-settings.js';
import { logOddsOf, termValue } from './term-value.js';
import { rank, rankingFigures } from '../evaluation/ranking.js';

describe(boostCurves.name, () => {
  it('draws the step that made the outcomes, and orders visits it has not seen', () => {
    const fitted = boostCurves(randomVisits(4_000, 1), 200);
    const step = fitted.terms.find(({ key }) => key === 'C')!;
    const unseen = randomVisits(2_000, 2);
    const scores = logOddsOf(fitted, columnsOf(fitted, unseen), unseen.rows);
    const { auc } = rankingFigures(rank(scores), unseen.outcomes, new Uint8Array(unseen.rows).fill(1));

    expect(termValue(step, 0.3) - termValue(step, -0.3)).toBeGreaterThan(0.6);
    expect(termValue(step, 1) - termValue(step, 0.3)).toBeLessThan(0.3);
    expect(auc).toBeGreaterThan(0.74);
  });

  it('never draws a curve that turns against its direction, whatever the rows', () => {
    const value = fc.option(fc.double({ min: -5, max: 5, noNaN: true }), { nil: null });
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), value), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(rows, fc.constantFrom(1 as const, -1 as const), (drawn, direction) => {
        const table = tableOf([namedFeature('A', direction)], [[0, 1], [1, 1], ...drawn]);

        for (const term of boostCurves(table, 60).terms) {
          const steps = [-5, -2, -1, 0, 1, 2, 5].map((at) => direction * termValue(term, at));
          expect(steps).toEqual([...steps].sort((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('ends when it is told to, and names what it did not choose', () => {
    const stages: number[] = [];
    const fitted = boostCurves(randomVisits(400, 3), 200, (_, rounds) => {
      stages.push(rounds);
      return rounds < 100;
    });

    expect(stages).toEqual([50, 100]);
    expect(fitted.terms.length + fitted.dropped.length).toBe(4);
  });
});

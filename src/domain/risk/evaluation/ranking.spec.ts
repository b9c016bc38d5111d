import * as fc from 'fast-check';
import { rank, rankingFigures } from './ranking.js';

const ones = (rows: number): Float64Array => new Float64Array(rows).fill(1);

describe(rankingFigures.name, () => {
  it('counts by hand', () => {
    // Serious at places 1, 2 and 5 of 10: 7 + 7 + 5 of 21 pairs are in order.
    const figures = rankingFigures(
      rank([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
      [1, 1, 0, 0, 1, 0, 0, 0, 0, 0],
      ones(10),
    );

    expect(figures.auc).toBeCloseTo(19 / 21, 12);
    expect(figures.lift10).toBeCloseTo(1 / 0.3, 12);
    expect(figures.recall10).toBeCloseTo(1 / 3, 12);
    expect(figures.recall50).toBeCloseTo(1, 12);
    // Three picked, two of them serious: agreed 8 of 10, by chance .3 * .3 + .7 * .7 = .58.
    expect(figures.kappa).toBeCloseTo((0.8 - 0.58) / 0.42, 12);
  });

  it('is what chance gives where all scores are the same', () => {
    const figures = rankingFigures(rank([1, 1, 1, 1, 1]), [1, 0, 0, 0, 1], ones(5));

    expect(figures.auc).toBeCloseTo(0.5, 12);
    expect(figures.lift10).toBeCloseTo(1, 12);
    expect(figures.recall10).toBeCloseTo(0.1, 12);
    expect(figures.kappa).toBeCloseTo(0, 12);
  });

  it('is the share of pairs in order, ties counting half, and weights count rows', () => {
    const row = fc.record({
      score: fc.integer({ min: 0, max: 6 }),
      outcome: fc.integer({ min: 0, max: 1 }),
      weight: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), (drawn) => {
        const repeated = drawn.flatMap((each) => Array.from({ length: each.weight }, () => each));
        const serious = repeated.filter(({ outcome }) => outcome === 1);
        const good = repeated.filter(({ outcome }) => outcome === 0);
        fc.pre(serious.length > 0 && good.length > 0);
        let pairs = 0;
        for (const a of serious)
          for (const b of good) pairs += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
        const figures = rankingFigures(
          rank(drawn.map(({ score }) => score)),
          drawn.map(({ outcome }) => outcome),
          drawn.map(({ weight }) => weight),
        );
        const whole = rankingFigures(
          rank(repeated.map(({ score }) => score)),
          repeated.map(({ outcome }) => outcome),
          ones(repeated.length),
        );

        expect(figures.auc).toBeCloseTo(pairs / serious.length / good.length, 10);
        for (const name of ['lift10', 'recall10', 'recall50', 'kappa'] as const)
          expect(figures[name]).toBeCloseTo(whole[name], 10);
      }),
    );
  });
});

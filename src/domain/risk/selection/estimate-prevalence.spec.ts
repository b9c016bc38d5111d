import { seededRandom, textHash, type Random } from '../../shared/seeded-random.js';
import { drawPlaces } from './draw-places.js';
import { estimatePrevalence, horvitzThompsonShare, type SampledPlace } from './estimate-prevalence.js';

const places = (count: number, serious: number, probability: number): SampledPlace[] =>
  Array.from({ length: count }, (_, index) => ({ probability, isSerious: index < serious }));

/** 400 places, 15 % of them serious, far more of them among those that the model would choose. */
function population(random: Random): { facilityId: string; stratum: string; isSerious: boolean }[] {
  return Array.from({ length: 400 }, (_, index) => {
    const stratum = index < 100 ? 'HIGH' : 'LOW';
    return {
      facilityId: `place ${index}`,
      stratum,
      isSerious: random() < (stratum === 'HIGH' ? 0.42 : 0.06),
    };
  });
}

describe(estimatePrevalence.name, () => {
  it('counts each place as many as it stands for', () => {
    // By hand: 1/.5 + 1/.1 = 12 of weights 2 + 2 + 10 + 10 = 24 among 24 places.
    const sampled = [
      { probability: 0.5, isSerious: true },
      { probability: 0.5, isSerious: false },
      { probability: 0.1, isSerious: true },
      { probability: 0.1, isSerious: false },
    ];

    expect(estimatePrevalence([{ places: 24, sampled }], 1).share).toBeCloseTo(0.5, 12);
    expect(horvitzThompsonShare({ places: 24, sampled })).toBeCloseTo(0.5, 12);
  });

  it('adds the arms up by their known numbers of places', () => {
    // By hand: 10 certain places, 5 serious; 90 by chance, a tenth of the visited serious: (5 + 9) / 100.
    const answer = estimatePrevalence(
      [
        { places: 10, sampled: places(10, 5, 1) },
        { places: 90, sampled: places(30, 3, 1 / 3) },
      ],
      30,
    );

    expect(answer).toMatchObject({ places: 100, sampled: 40, visited: 40, serious: 8 });
    expect(answer.share).toBeCloseTo(0.14, 12);
    expect(answer.interval!.low).toBeLessThan(0.14);
    expect(answer.interval!.high).toBeGreaterThan(0.14);
  });

  it('is sure where every place was visited', () => {
    const answer = estimatePrevalence([{ places: 40, sampled: places(40, 10, 1) }], 30);

    expect([answer.share, answer.interval]).toEqual([0.25, { low: 0.25, high: 0.25 }]);
  });

  it.each([
    ['few were visited', [{ places: 90, sampled: places(29, 3, 1 / 3) }]],
    [
      'one arm was not visited at all',
      [
        { places: 90, sampled: places(60, 3, 1 / 3) },
        { places: 9, sampled: [{ probability: 1, isSerious: null }] },
      ],
    ],
    ['nobody was sampled', []],
  ])('answers "too few" where %s', (_, arms) => {
    expect(estimatePrevalence(arms, 30)).toMatchObject({ share: null, interval: null });
  });

  it('is unbiased over all draws, where the plain share of the visited is not', () => {
    const everybody = population(seededRandom(11));
    const truth = everybody.filter(({ isSerious }) => isSerious).length / everybody.length;
    const outcome = new Map(everybody.map(({ facilityId, isSerious }) => [facilityId, isSerious]));
    const estimates: number[] = [];
    let covered = 0;
    const draws = 1_500;
    for (let seed = 0; seed < draws; seed += 1) {
      const uniformOf = (label: string): number => seededRandom(textHash(`${seed}/${label}`))();
      const sampled = drawPlaces(everybody, 60, uniformOf)
        .filter(({ isDrawn }) => isDrawn)
        .map(({ facilityId, probability }) => ({ probability, isSerious: outcome.get(facilityId)! }));
      estimates.push(horvitzThompsonShare({ places: 400, sampled }));
      const { interval } = estimatePrevalence([{ places: 400, sampled }], 30);
      if (interval!.low <= truth && truth <= interval!.high) covered += 1;
    }

    const mean = estimates.reduce((sum, share) => sum + share, 0) / draws;
    const error = Math.sqrt(estimates.reduce((sum, share) => sum + (share - mean) ** 2, 0)) / draws;
    expect(Math.abs(mean - truth)).toBeLessThan(4 * error);
    expect(covered / draws).toBeGreaterThan(0.94);
    // What the model's choice alone would tell, which is what this guards against.
    const chosen = everybody.filter(({ stratum }) => stratum === 'HIGH');
    expect(chosen.filter(({ isSerious }) => isSerious).length / chosen.length).toBeGreaterThan(truth + 0.2);
  });
});

describe(horvitzThompsonShare.name, () => {
  it('refuses to guess what a missing visit would have found', () => {
    expect(() => horvitzThompsonShare({ places: 9, sampled: [{ probability: 1, isSerious: null }] })).toThrow(
      'Not every sampled place was visited',
    );
  });
});

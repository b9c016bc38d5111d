import fc from 'fast-check';
import { competenceShortage } from './competence-shortage.js';

const COMPETENCES = ['a', 'b', 'c'];

/** Hall's condition over every set of competences: a second way to the same number. */
function shortageBySets(
  demand: Map<string | null, number>,
  groups: { competences: string[]; hours: number }[],
): number {
  const kinds = [...demand.keys()];
  let worst = 0;
  for (let set = 1; set < 1 << kinds.length; set += 1) {
    const members = kinds.filter((_, bit) => set & (1 << bit));
    const asked = members.reduce((sum, kind) => sum + demand.get(kind)!, 0);
    const able = groups.filter((group) =>
      members.some((kind) => kind === null || group.competences.includes(kind)),
    );
    worst = Math.max(worst, asked - able.reduce((sum, group) => sum + group.hours, 0));
  }
  return worst;
}

describe(competenceShortage.name, () => {
  it('gives the hours that nobody able can take', () => {
    const groups = [
      { competences: ['a'], hours: 10 },
      { competences: ['a', 'b'], hours: 10 },
    ];

    expect(
      competenceShortage(
        new Map([
          ['a', 15],
          ['b', 5],
        ]),
        groups,
      ),
    ).toBeCloseTo(0, 9);
    expect(
      competenceShortage(
        new Map([
          ['a', 15],
          ['b', 8],
        ]),
        groups,
      ),
    ).toBeCloseTo(3, 9);
    expect(competenceShortage(new Map([['b', 15]]), groups)).toBeCloseTo(5, 9);
    expect(competenceShortage(new Map([[null, 21]]), groups)).toBeCloseTo(1, 9);
  });

  it('agrees with the greatest shortage over all sets of competences', () => {
    const hours = fc.integer({ min: 0, max: 40 });
    const groups = fc.array(fc.record({ competences: fc.subarray(COMPETENCES), hours }), { maxLength: 5 });
    const demands = fc.tuple(hours, hours, hours, hours);
    fc.assert(
      fc.property(demands, groups, ([a, b, c, any], given) => {
        const demand = new Map<string | null, number>([
          ['a', a],
          ['b', b],
          ['c', c],
          [null, any],
        ]);
        expect(competenceShortage(demand, given)).toBeCloseTo(shortageBySets(demand, given), 6);
      }),
    );
  });
});

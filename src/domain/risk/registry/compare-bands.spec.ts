import { compareBands, type Standing } from './compare-bands.js';

const standing = (points: number): Standing => ({ points, band: points < 5000 ? 'LOW' : 'HIGH' });

describe(compareBands.name, () => {
  it('counts who moves, each band before and after, and who leaves the top', () => {
    const before = new Map([
      ['a', standing(6000)],
      ['b', standing(4000)],
      ['c', standing(3000)],
      ['gone', standing(2000)],
    ]);
    const after = new Map([
      ['a', standing(4500)],
      ['b', standing(7000)],
      ['c', standing(3100)],
    ]);

    expect(compareBands(before, after)).toEqual({
      bands: [
        { band: 'LOW', before: 3, after: 2 },
        { band: 'MEDIUM', before: 0, after: 0 },
        { band: 'HIGH', before: 1, after: 1 },
        { band: 'VERY_HIGH', before: 0, after: 0 },
      ],
      raised: 1,
      lowered: 1,
      unchanged: 1,
      topSize: 3,
      leavingTop: 0,
    });
  });

  it('looks at the highest hundred', () => {
    const places = (points: (index: number) => number): Map<string, Standing> =>
      new Map(Array.from({ length: 150 }, (_, index) => [`p${index}`, standing(points(index))]));

    const changes = compareBands(
      places((index) => index),
      places((index) => (index === 149 ? 0 : index)),
    );

    expect([changes.topSize, changes.leavingTop]).toEqual([100, 1]);
  });
});

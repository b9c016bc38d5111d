import fc from 'fast-check';
import { editDistance } from './edit-distance.js';

describe(editDistance.name, () => {
  it.each([
    ['skovbrynet', 'skovbrynet', 0, 'equal'],
    ['skovbrynet', 'skovbyrnet', 1, 'neighbours swapped'],
    ['skovbrynet', 'skovbynet', 1, 'a letter lost'],
    ['skovbrynet', 'skovbrrynet', 1, 'a letter twice'],
    ['skovbrynet', 'skavbrynet', 1, 'another letter'],
    ['skovvej', 'skolevej', 2, 'two errors'],
    ['vestergade', 'ostergade', 2, 'two other words that lie near'],
    ['', 'ab', 2, 'nothing and two letters'],
    ['engparken', 'enghaven', 3, 'over the limit'],
  ])('finds between %s and %s the distance %i: %s', (left, right, distance) => {
    expect(editDistance(left, right, 2)).toBe(distance);
  });

  it('is never more than the limit and one', () => {
    expect(editDistance('abcdefgh', 'stuvwxyz', 2)).toBe(3);
  });

  it('agrees with the whole table wherever the distance is within the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (left, right, limit) => {
        expect(editDistance(left, right, limit)).toBe(Math.min(wholeTable(left, right), limit + 1));
      }),
    );
  });
});

/** The textbook form, by recursion: no band, no shortcuts. */
function wholeTable(left: string, right: string): number {
  if (!left || !right) return left.length + right.length;
  const [a, b] = [left.slice(0, -1), right.slice(0, -1)];
  const options = [
    wholeTable(a, right) + 1,
    wholeTable(left, b) + 1,
    wholeTable(a, b) + (left.at(-1) === right.at(-1) ? 0 : 1),
  ];
  const isSwap = a && b && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1);
  if (isSwap) options.push(wholeTable(left.slice(0, -2), right.slice(0, -2)) + 1);
  return Math.min(...options);
}

import * as fc from 'fast-check';
import { roundToSum } from './largest-remainder.js';

describe(roundToSum.name, () => {
  it.each<[number[], number, number[]]>([
    [[3331.4, 120.3, -51.7], 3400, [3332, 120, -52]],
    [[0.5, 0.5], 1, [1, 0]],
    [[1 / 3, 1 / 3, 1 / 3], 1, [1, 0, 0]],
    [[-0.4, 0.4], 0, [0, 0]],
    [[-0.6, 0.3, 0.3], 0, [0, 0, 0]],
    [[10, 0, -3], 7, [10, 0, -3]],
    [[-0], 0, [0]],
    [[], 0, []],
  ])('rounds %j to the sum %i', (parts, total, expected) => {
    expect(roundToSum(parts, total)).toEqual(expected);
  });

  it('sums exactly, and moves no part by 1 or more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }).map((part) => part / 7)), (parts) => {
        const total = Math.round(parts.reduce((sum, part) => sum + part, 0)) + 0;

        const rounded = roundToSum(parts, total);

        expect(rounded.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(
          rounded.every((part, index) => Number.isInteger(part) && Math.abs(part - parts[index]!) < 1.0001),
        ).toBe(true);
      }),
    );
  });

  it('leaves whole parts alone', () => {
    expect(roundToSum([5, 0.6, 0, 0.7], 6)).toEqual([5, 0, 0, 1]);
  });

  it('refuses a sum that the parts do not round to', () => {
    expect(() => roundToSum([1.2, 2.3], 9)).toThrow(RangeError);
    expect(() => roundToSum([1.2, 2.3], 2)).toThrow(RangeError);
  });
});

import { daysEarlier } from './days-earlier.js';
import { aucWithinGroups } from './within-groups.js';
import { addDays, day } from '../../shared/day.js';

const on = (offset: number): ReturnType<typeof day> => addDays(day('2026-01-01'), offset);

describe(daysEarlier.name, () => {
  it('lets the highest score have the first day', () => {
    // The serious visit of day 20 moves to day 0, that of day 10 to day 10.
    const days = [on(0), on(10), on(20)];

    expect(daysEarlier([1, 2, 3], [0, 1, 1], days, [1, 1, 1])).toBeCloseTo(10, 12);
    expect(daysEarlier([3, 2, 1], [0, 1, 1], days, [1, 1, 1])).toBeCloseTo(0, 12);
  });

  it('shares days among equal scores, so that knowing nothing gains nothing on average', () => {
    expect(daysEarlier([1, 1, 1], [1, 1, 1], [on(0), on(10), on(20)], [1, 2, 1])).toBeCloseTo(0, 12);
    expect(daysEarlier([1, 1], [0, 1], [on(0), on(20)], [1, 1])).toBeCloseTo(10, 12);
  });

  it('changes no days across sixty, nor across groups', () => {
    expect(daysEarlier([1, 2], [0, 1], [on(0), on(60)], [1, 1])).toBe(0);
    expect(daysEarlier([1, 2], [0, 1], [on(0), on(20)], [1, 1], ['a', 'b'])).toBe(0);
    expect(daysEarlier([1, 2], [0, 1], [on(0), on(20)], [1, 1], ['a', 'a'])).toBe(20);
  });
});

describe(aucWithinGroups.name, () => {
  it('sees through an order that only knows who inspected', () => {
    const groups = ['strict', 'strict', 'mild', 'mild'];

    expect(aucWithinGroups([2, 2, 1, 1], [1, 0, 1, 0], groups, [1, 1, 1, 1])).toBe(0.5);
    expect(aucWithinGroups([2, 1, 4, 3], [1, 0, 1, 0], groups, [1, 1, 1, 1])).toBe(1);
    expect(aucWithinGroups([2, 1], [1, 0], [null, null], [1, 1])).toBeNaN();
  });
});

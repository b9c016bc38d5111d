import fc from 'fast-check';
import { Draws } from '../draws.js';
import { chanceDays, tourDays } from './arrivals.js';

describe(chanceDays.name, () => {
  it('comes as often as the rate says, in order, and never after the last day', () => {
    const days = Array.from({ length: 400 }, (_, index) =>
      chanceDays(Draws.for(index, 'days'), 1_461, () => 2),
    );
    const all = days.flat();

    expect(all.length / 400 / 4).toBeCloseTo(2, 0);
    expect(Math.max(...all)).toBeLessThanOrEqual(1_461);
    expect(days.every((one) => one.every((day, index) => day >= (one[index - 1] ?? 0)))).toBe(true);
  });

  it('follows a rate that changes', () => {
    const days = Array.from({ length: 400 }, (_, index) =>
      chanceDays(Draws.for(index, 'days'), 3_652, (day) => (day < 1_826 ? 0 : 1)),
    ).flat();

    expect(days.filter((day) => day < 1_826)).toEqual([]);
    expect(days.length).toBeGreaterThan(1_500);
  });
});

describe(tourDays.name, () => {
  it('keeps the shortest gap and stays within the period', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(4_000), (seed, last) => {
        const days = tourDays(Draws.for(seed, 'tour'), last, {
          firstWithin: 400,
          shortest: 330,
          meanExtra: 90,
        });
        const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0));

        expect(gaps.every((gap) => gap >= 330)).toBe(true);
        expect(days.every((day) => day >= 0 && day <= last)).toBe(true);
      }),
    );
  });
});

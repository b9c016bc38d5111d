import * as fc from 'fast-check';
import { addDays, day, daysBetween } from './day.js';

describe('the arithmetic of days', () => {
  it('counts as the calendar of the machine does, leap years and centuries included', () => {
    const first = day('1900-01-01');

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 109_000 }), (count) => {
        const later = addDays(first, count);

        expect(daysBetween(first, later)).toBe(count);
        expect(daysBetween(first, later)).toBe((Date.parse(later) - Date.parse(first)) / 86_400_000);
      }),
    );
  });

  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2100-02-28', '2100-03-01', 1],
    ['2026-03-29', '2026-03-28', -1],
  ])('counts from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });
});

import { day } from '../domain/shared/day.js';
import { DemoCalendar } from './demo-calendar.js';

describe(DemoCalendar.name, () => {
  const calendar = new DemoCalendar(day('2024-02-28'), day('2024-03-10'));

  it('counts days from the first day over a leap day, and writes them in both forms', () => {
    expect(calendar.iso(1)).toBe('2024-02-29');
    expect(calendar.danish(2)).toBe('01-03-2024');
    expect(calendar.last).toBe(11);
  });

  it('also has days before the first and after the last', () => {
    expect(calendar.danish(-60)).toBe('30-12-2023');
    expect(calendar.year(400)).toBe('2025');
  });

  it('moves weekends to the Friday before and leaves other days', () => {
    expect([2, 3, 4, 5].map((offset) => calendar.workday(offset))).toEqual([2, 2, 2, 5]);
  });

  it('refuses days far outside', () => {
    expect(() => calendar.iso(5_000)).toThrow('Day 5000 is outside the demo calendar');
  });
});

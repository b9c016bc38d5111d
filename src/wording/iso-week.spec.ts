import { isoWeekOf } from './iso-week.js';

describe(isoWeekOf.name, () => {
  it.each([
    ['2026-11-23', 48, 2026],
    ['2026-12-28', 53, 2026],
    ['2027-01-03', 53, 2026],
    ['2027-01-04', 1, 2027],
    ['2024-12-30', 1, 2025],
  ])('puts %s into week %i of %i', (day, week, year) => {
    expect(isoWeekOf(day)).toEqual({ week, year });
  });
});

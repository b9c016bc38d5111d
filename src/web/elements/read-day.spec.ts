import { readDay } from './read-day.js';

describe(readDay.name, () => {
  it.each([
    ['31.12.2026', '2026-12-31'],
    ['1-2-2027', '2027-02-01'],
    [' 01/02/2027 ', '2027-02-01'],
    ['2027-02-01', '2027-02-01'],
    ['31.02.2027', undefined],
    ['i morgen', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

import { day } from '../../shared/day.js';
import { nextQuarter, quarterOf } from './quarter.js';

describe(quarterOf.name, () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-03-31'],
    ['2028-02-29', '2028-01-01', '2028-03-31'],
    ['2026-06-30', '2026-04-01', '2026-06-30'],
    ['2026-11-22', '2026-10-01', '2026-12-31'],
  ])('puts %s between %s and %s', (on, from, to) => {
    expect(quarterOf(day(on))).toEqual({ from, to });
  });

  it('goes on over the turn of the year', () => {
    expect(nextQuarter(quarterOf(day('2026-12-31')))).toEqual({ from: '2027-01-01', to: '2027-03-31' });
  });
});

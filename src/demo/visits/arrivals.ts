import type { Draws } from '../draws.js';
import { DAYS_PER_QUARTER } from '../places/strain.js';

const QUARTERS_PER_YEAR = 4;

/** Days of events that come by chance; `perYear` gives the rate on a day. Sorted, from day 0 to `last`. */
export function chanceDays(draws: Draws, last: number, perYear: (day: number) => number): number[] {
  const days: number[] = [];
  for (let start = 0; start <= last; start += DAYS_PER_QUARTER) {
    const count = draws.poisson(perYear(Math.floor(start)) / QUARTERS_PER_YEAR);
    for (let event = 0; event < count; event += 1) {
      days.push(Math.floor(start + draws.uniform() * DAYS_PER_QUARTER));
    }
  }
  return days.filter((day) => day <= last).sort((a, b) => a - b);
}

/** A tour that comes back: the first time within `firstWithin` days, then after `shortest` days plus some more. */
export function tourDays(
  draws: Draws,
  last: number,
  tour: { readonly firstWithin: number; readonly shortest: number; readonly meanExtra: number },
): number[] {
  const days: number[] = [];
  let day = Math.floor(draws.uniform() * tour.firstWithin);
  while (day <= last) {
    days.push(day);
    day += Math.ceil(tour.shortest + draws.exponential(tour.meanExtra));
  }
  return days;
}

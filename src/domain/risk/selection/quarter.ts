import { addDays, dayOf, type Day } from '../../shared/day.js';

/** The days of one draw: a quarter of the calendar, both days included. */
export interface Quarter {
  readonly from: Day;
  readonly to: Day;
}

/** The quarter that holds the day. */
export function quarterOf(day: Day): Quarter {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const first = month - ((month - 1) % 3);
  const from = dayOf(year, first, 1);
  const next = first === 10 ? dayOf(year + 1, 1, 1) : dayOf(year, first + 3, 1);
  if (!from || !next) throw new RangeError(`The day ${day} lies in no quarter.`);
  return { from, to: addDays(next, -1) };
}

export function nextQuarter(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarter.to, 1));
}

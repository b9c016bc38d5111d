import { addDays, day, dayOf, type Day } from '../shared/day.js';

/** A day on which no visits are planned. Rows of a table that a planner can change; computed only to fill it. */
export interface HolidayRow {
  readonly day: Day;
  /** Danish name, as calendars write it. */
  readonly name: string;
  /** USUAL_CLOSING depends on agreements and offices: never taken as given. */
  readonly kind: 'OFFICIAL' | 'USUAL_CLOSING';
  readonly source: string;
  readonly confirmed: boolean;
}

/** Easter Sunday of a year by the Gregorian computus (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1;
  const easter = dayOf(year, month, dayOfMonth);
  if (!easter) throw new RangeError(`No Easter can be computed for the year ${year}.`);
  return easter;
}

/**
 * Official holidays and usual closing days of one year, by day; two rows where both fall on one day. Store bededag is
 * among them until 2023. None counts as confirmed before a person has looked at the table.
 */
export function danishHolidays(year: number): HolidayRow[] {
  const easter = easterSunday(year);
  const official: [Day, string][] = [
    [day(`${year}-01-01`), 'Nytårsdag'],
    [addDays(easter, -3), 'Skærtorsdag'],
    [addDays(easter, -2), 'Langfredag'],
    [easter, 'Påskedag'],
    [addDays(easter, 1), '2. påskedag'],
    [addDays(easter, 39), 'Kristi himmelfartsdag'],
    [addDays(easter, 49), 'Pinsedag'],
    [addDays(easter, 50), '2. pinsedag'],
    [day(`${year}-12-25`), 'Juledag'],
    [day(`${year}-12-26`), '2. juledag'],
  ];
  if (year <= 2023) official.push([addDays(easter, 26), 'Store bededag']);
  const usual: [Day, string][] = [
    [addDays(easter, 40), 'Dagen efter Kristi himmelfartsdag'],
    [day(`${year}-06-05`), 'Grundlovsdag'],
    [day(`${year}-12-24`), 'Juleaftensdag'],
    [day(`${year}-12-31`), 'Nytårsaftensdag'],
  ];
  return [
    ...official.map(([on, name]) => row(on, name, 'OFFICIAL')),
    ...usual.map(([on, name]) => row(on, name, 'USUAL_CLOSING')),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

const SOURCE = {
  OFFICIAL: 'Helligdag, beregnet ud fra påskedag; store bededag er ikke helligdag fra 2024',
  USUAL_CLOSING: 'Lukkedag efter aftale eller sædvane; kan være forskellig fra kontor til kontor',
} as const;

function row(on: Day, name: string, kind: HolidayRow['kind']): HolidayRow {
  return { day: on, name, kind, source: SOURCE[kind], confirmed: false };
}

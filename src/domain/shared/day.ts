/** A calendar day in Denmark as ISO text, `YYYY-MM-DD`. Days compare correctly as text. */
export type Day = string & { readonly __brand: 'Day' };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 by the Gregorian calendar (H. Hinnant, days_from_civil); asked for every fact, so no Date. */
function epochDay(day: Day): number {
  const digit = (place: number): number => day.charCodeAt(place) - 48;
  const month = 10 * digit(5) + digit(6);
  const year = 1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - 400 * era;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + 10 * digit(8) + digit(9) - 1;
  const dayOfEra = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return 146_097 * era + dayOfEra - 719_468;
}

function fromEpochDay(value: number): Day {
  return new Date(value * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

/** The day with these parts, or undefined where the calendar has no such day (31 February, month 13). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists && year >= 1900 && year <= 2200 ? (date.toISOString().slice(0, 10) as Day) : undefined;
}

/** Reads `YYYY-MM-DD`; undefined for any other form and for days the calendar lacks. */
export function parseDay(text: string): Day | undefined {
  const match = ISO_DAY.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Like parseDay, for literals that are known to be right; throws RangeError otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new RangeError(`Not a calendar day: "${text}". Write it as YYYY-MM-DD.`);
  return parsed;
}

/** The day `count` days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  return fromEpochDay(epochDay(from) + count);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
export function isoWeekday(value: Day): number {
  return ((((epochDay(value) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that holds this day. */
export function mondayOf(value: Day): Day {
  return addDays(value, 1 - isoWeekday(value));
}

/** The Danish calendar day at an instant: Europe/Copenhagen, whatever the machine's zone. */
export function dayInDenmark(instant: Date): Day {
  return day(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(instant));
}

// The only locale whose short date is written year-month-day.
const DAY_IN_DENMARK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The day it is in Denmark, YYYY-MM-DD. */
export function today(now = new Date()): string {
  return DAY_IN_DENMARK.format(now);
}

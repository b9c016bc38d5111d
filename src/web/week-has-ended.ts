const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** True from the Monday after. Both days are YYYY-MM-DD, `monday` the first of the week. */
export function weekHasEnded(monday: string, today: string): boolean {
  return Date.parse(`${monday}T00:00:00Z`) + WEEK_MS <= Date.parse(`${today}T00:00:00Z`);
}

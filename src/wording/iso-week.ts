const MS_PER_DAY = 86_400_000;

/** The ISO 8601 week that a day (YYYY-MM-DD) lies in, as Danish calendars number them. */
export function isoWeekOf(day: string): { week: number; year: number } {
  const date = new Date(`${day}T00:00:00Z`);
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - daysSinceMonday) * MS_PER_DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * MS_PER_DAY));
  return { week, year };
}

import type { Wording } from '../../wording/da.js';
import type { CalendarAnswer } from './calendar.query.js';

type Visits = CalendarAnswer['plannedVisits']['visits'];

/**
 * The visits as a spreadsheet reads them in Denmark: semicolons, a byte order mark, CR LF, one line for each authority's
 * part. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function visitsAsCsv(visits: Visits, words: Wording): string {
  const { calendar, visit, labels } = words.planning;
  const head = ['id', calendar.when, calendar.place, calendar.municipality, visit.parts, visit.office, calendar.how, visit.form, visit.status]; // prettier-ignore
  const rows = visits.flatMap((each) =>
    each.parts.map((part) => [
      each.id,
      each.weekStart,
      each.facilityName,
      each.municipality ?? '',
      words.labels.authority[part.authority],
      part.office,
      words.labels.visitMode[each.mode],
      labels.form[each.form],
      labels.partState[part.state],
    ]),
  );
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

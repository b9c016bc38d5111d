import type { EditableCell, EditableRow } from '../domain/inspection/register-file.js';
import { splitCsvLine } from './csv-line.js';

/** Values beside the column names of the header; a short line leaves the last ones empty. */
export function takeCsvApart(headerLine: string, line: string): EditableRow {
  const names = columnsOf(headerLine);
  const { values } = splitCsvLine(line);
  return {
    cells: names.map((column, index) => ({ column, value: values[index] ?? '' })),
    surplus: values.slice(names.length),
  };
}

/** A line in the order of the header; columns that are not given stay empty. */
export function putCsvTogether(headerLine: string, cells: readonly EditableCell[]): string {
  const byName = new Map(cells.map(({ column, value }) => [column, value]));
  return columnsOf(headerLine)
    .map((column) => quoted(byName.get(column) ?? ''))
    .join(';');
}

function columnsOf(headerLine: string): string[] {
  return splitCsvLine(headerLine).values.map((name) => name.trim().toLowerCase());
}

function quoted(value: string): string {
  const inOneLine = value.replace(/[\r\n]+/g, ' ');
  return /[;"]/.test(inOneLine) ? `"${inOneLine.replaceAll('"', '""')}"` : inOneLine;
}

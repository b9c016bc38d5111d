import { type Day, dayOf, parseDay } from '../../shared/day.js';
import { CellFault } from './cell-fault.js';
import type { RowCells } from './row-cells.js';
import { requiredText } from './text-cells.js';

/** How a register writes days. */
export interface DayForm {
  readonly parse: (text: string) => Day | undefined;
  readonly shape: string;
}

const DANISH = /^(\d{2})-(\d{2})-(\d{4})$/;

export const DANISH_DAY: DayForm = {
  parse: (text) => {
    const match = DANISH.exec(text);
    return match ? dayOf(Number(match[3]), Number(match[2]), Number(match[1])) : undefined;
  },
  shape: 'dd-mm-yyyy, e.g. 24-12-2025',
};

export const ISO_DAY: DayForm = { parse: parseDay, shape: 'yyyy-mm-dd, e.g. 2025-12-24' };

export function optionalDay<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  form: DayForm = DANISH_DAY,
): Day | null {
  const text = cells.text(column);
  return text === '' ? null : parse(text, column, form);
}

export function requiredDay<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  form: DayForm = DANISH_DAY,
): Day {
  return parse(requiredText(cells, column), column, form);
}

/** The last day of a period that began on `start`, null where it is open; BAD_DATE where it lies before the start. */
export function optionalEnd<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  start: Day | null,
): Day | null {
  return cells.text(column) === '' ? null : requiredEnd(cells, column, start);
}

export function requiredEnd<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  start: Day | null,
): Day {
  const end = requiredDay(cells, column);
  if (start !== null && end < start)
    throw new CellFault({
      reason: 'BAD_DATE',
      field: column,
      value: cells.text(column),
      mend: `"${column}" lies before the start of the period. Correct one of the two days.`,
    });
  return end;
}

function parse(text: string, column: string, form: DayForm): Day {
  const day = form.parse(text);
  if (day === undefined)
    throw new CellFault({
      reason: 'BAD_DATE',
      field: column,
      value: text,
      mend: `Write "${column}" as a day of the calendar in the form ${form.shape}.`,
    });
  return day;
}

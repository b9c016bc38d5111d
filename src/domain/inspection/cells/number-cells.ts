import { CellFault } from './cell-fault.js';
import type { RowCells } from './row-cells.js';
import { requiredText } from './text-cells.js';

/** Both ends belong to the range. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

const INTEGER = /^\d{1,9}$/;
const DECIMAL_COMMA = /^\d{1,9}(,\d{1,9})?$/;

export function requiredInteger<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  range: NumberRange,
): number {
  return parse(requiredText(cells, column), column, range, INTEGER, 'a whole number');
}

export function optionalInteger<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  range: NumberRange,
): number | null {
  return cells.text(column) === '' ? null : requiredInteger(cells, column, range);
}

/** A number with the Danish decimal comma, `4,2` or `37`. */
export function requiredDecimal<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  range: NumberRange,
): number {
  return parse(requiredText(cells, column), column, range, DECIMAL_COMMA, 'a number with decimal comma');
}

function parse(text: string, column: string, range: NumberRange, form: RegExp, what: string): number {
  const value = form.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (!(value >= range.from && value <= range.to))
    throw new CellFault({
      reason: 'BAD_NUMBER',
      field: column,
      value: text,
      mend: `Write "${column}" as ${what} from ${range.from} to ${range.to}.`,
    });
  return value;
}

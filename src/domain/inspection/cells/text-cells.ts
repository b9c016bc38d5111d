import { CellFault } from './cell-fault.js';
import type { RowCells } from './row-cells.js';

export function optionalText<Column extends string>(cells: RowCells<Column>, column: Column): string | null {
  return cells.text(column) || null;
}

export function requiredText<Column extends string>(cells: RowCells<Column>, column: Column): string {
  const text = cells.text(column);
  if (text === '')
    throw new CellFault({
      reason: 'MISSING_VALUE',
      field: column,
      value: text,
      mend: `Fill in "${column}".`,
    });
  return text;
}

/** A part of the row's key: never empty, and without the `/` that joins the parts. */
export function keyPart<Column extends string>(cells: RowCells<Column>, column: Column): string {
  const text = cells.text(column);
  if (text === '')
    throw new CellFault({
      reason: 'MISSING_KEY',
      field: column,
      value: text,
      mend: `Fill in "${column}": without it nobody can tell which record the row is about.`,
    });
  if (text.includes('/'))
    throw new CellFault({
      reason: 'BAD_IDENTIFIER',
      field: column,
      value: text,
      mend: `Take the / out of "${column}": it separates the parts of a key.`,
    });
  return text;
}

/** Several values in one cell; empty ones are left out. */
export function textList<Column extends string>(
  cells: RowCells<Column>,
  column: Column,
  separator: string,
): readonly string[] {
  return cells
    .text(column)
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

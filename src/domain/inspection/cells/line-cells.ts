import { CellFault } from './cell-fault.js';
import { type Header } from './header.js';
import type { RowCells } from './row-cells.js';
import { shortRow } from './row-shape.js';

/** The cells of a delimited line. `values` may be fewer than the header names: only those can be read. */
export class LineCells<Column extends string> implements RowCells<Column> {
  constructor(
    private readonly header: Header,
    private readonly values: readonly string[],
  ) {}

  readonly text = (column: Column): string => {
    const position = this.header.positionOf(column);
    const value = position === undefined ? undefined : this.values[position];
    if (value === undefined) throw new CellFault(shortRow(this.values.length, this.header.width));
    return value.trim();
  };
}

/** The cells of one row by the register's own column names; reading a column that was not declared does not compile. */
export interface RowCells<Column extends string> {
  /** The cell without surrounding white space, `''` where it is empty. Throws CellFault where it cannot be read. */
  readonly text: (column: Column) => string;
}

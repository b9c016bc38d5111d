import type { RowFault } from '../register-file.js';

/** Thrown by the readers of cells, caught once per row: the fault of the row stands at the first bad cell. */
export class CellFault extends Error {
  constructor(readonly fault: RowFault) {
    super(fault.mend);
  }
}

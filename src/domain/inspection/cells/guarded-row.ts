import type { ParsedRow, RowFault } from '../register-file.js';
import type { RegisterFacts } from '../register-facts.js';
import { CellFault } from './cell-fault.js';
import { isReadable } from './readable-text.js';

/** Reads key, then facts; the first bad cell makes the row a fault, which keeps the key if that was read before. */
export function guardRow(readKey: () => string, readFacts: () => RegisterFacts): ParsedRow {
  let key: string | undefined;
  try {
    key = readKey();
    return { kind: 'row', key, facts: readFacts() };
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    return { kind: 'fault', fault: error.fault, key };
  }
}

/** A row that is already known to be damaged, with its key where what is left of the row still shows it. */
export function damagedRow(fault: RowFault, readKey: () => string): ParsedRow {
  const attempt = guardRow(readKey, () => ({}));
  const key = attempt.key !== undefined && isReadable(attempt.key) ? attempt.key : undefined;
  return { kind: 'fault', fault, key };
}

import { CellFault } from './cell-fault.js';
import type { RowCells } from './row-cells.js';
import { requiredText } from './text-cells.js';

/**
 * A word on which an outcome or a right depends, so that an unknown one must not pass: UNKNOWN_TERM. Compared exactly,
 * because the word is kept as delivered and looked up later.
 */
export function requiredTerm<Column extends string, Term extends string>(
  cells: RowCells<Column>,
  column: Column,
  vocabulary: readonly Term[],
): Term {
  const text = requiredText(cells, column);
  const term = vocabulary.find((candidate) => candidate === text);
  if (term === undefined) throw unknownTerm(column, text, vocabulary);
  return term;
}

/** Like requiredTerm, but through a table to the neutral value. */
export function translatedTerm<Column extends string, Neutral>(
  cells: RowCells<Column>,
  column: Column,
  table: ReadonlyMap<string, Neutral>,
): Neutral {
  const text = requiredText(cells, column);
  const neutral = table.get(text);
  if (neutral === undefined) throw unknownTerm(column, text, [...table.keys()]);
  return neutral;
}

/** A word that only describes: spelling in capitals does not matter, and an unknown one becomes null. */
export function tolerantTerm<Column extends string, Neutral>(
  cells: RowCells<Column>,
  column: Column,
  table: ReadonlyMap<string, Neutral>,
): Neutral | null {
  return table.get(cells.text(column).toLowerCase()) ?? null;
}

export function unknownTerm(column: string, value: string, vocabulary: readonly string[]): CellFault {
  return new CellFault({
    reason: 'UNKNOWN_TERM',
    field: column,
    value,
    mend: `Write "${column}" in one of the agreed words: ${vocabulary.map((word) => `"${word}"`).join(', ')}.`,
  });
}

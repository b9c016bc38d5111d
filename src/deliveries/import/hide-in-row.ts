import { maskPersonNumbers } from '../../domain/shared/person-number.js';
import { MASK, type TextScan } from './hold-texts.js';
import type { MaskLine } from './mask-line.js';
import type { StagedRow } from './stage-rows.js';

/** The row with its own line and its fault masked: any row may still come into quarantine, as a conflicting duplicate. */
export function hideInRow(
  row: StagedRow,
  maskLine: MaskLine,
  identifierColumns: readonly string[],
  { harmless }: TextScan,
): StagedRow {
  const rawText = harmless.has(row.rawText) ? row.rawText : maskLine(row.rawText);
  const isIdentifier = row.field !== null && identifierColumns.includes(row.field);
  const value = row.value === null || isIdentifier ? row.value : maskPersonNumbers(row.value, MASK);
  const mend = row.mend === null ? null : maskPersonNumbers(row.mend, MASK);
  if (rawText === row.rawText && value === row.value && mend === row.mend) return row;
  const line = { field: RAW_TEXT, text: row.rawText, shown: rawText };
  return { ...row, rawText, value, mend, held: rawText === row.rawText ? row.held : [...row.held, line] };
}

/** The field that stands for the whole line. */
export const RAW_TEXT = 'raw_text';

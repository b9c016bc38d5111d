import type { RegisterFacts } from './register-facts.js';
import type { DropSource } from '../shared/authority.js';

/** Why a row cannot be used. Closed: every reason has a sentence in the quarantine list. */
export const FAULT_REASONS = [
  'SHORT_ROW', // fewer columns than the header
  'LONG_ROW', // more columns than the header
  'MISSING_KEY',
  'BAD_DATE',
  'BAD_NUMBER',
  'BAD_IDENTIFIER',
  'UNKNOWN_TERM', // a word that is not in the register's vocabulary
  'MISSING_VALUE',
  'BROKEN_JSON',
  'BAD_ENCODING', // bytes that the file's encoding does not have, or control characters
  'TOO_LONG', // a line beyond the limit
  'CONFLICTING_DUPLICATE', // the same key again in the same file with other content; the first row is kept
] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

/** A row that is set aside: what is wrong, where, and how the sender can mend it. `value` is as delivered. */
export interface RowFault {
  readonly reason: FaultReason;
  readonly field?: string;
  readonly value?: string;
  readonly mend: string;
}

export type ParsedRow =
  | { readonly kind: 'row'; readonly key: string; readonly facts: RegisterFacts }
  /** `key` is given where it could still be read, so that a broken row of a known record is not taken for its end. */
  | { readonly kind: 'fault'; readonly fault: RowFault; readonly key?: string };

/** Reads the lines of one open file; made anew per file because the header decides the columns. */
export interface RowReader {
  /** One physical line without its line ending; pure and total: a bad line is a fault, never an exception. */
  readLine(line: string): ParsedRow;
}

/** One named value of a row, as it is written in the file. */
export interface EditableCell {
  readonly column: string;
  readonly value: string;
}

/** A row as somebody can edit it. `surplus` are values that no column is left for; they belong somewhere before. */
export interface EditableRow {
  readonly cells: readonly EditableCell[];
  readonly surplus: readonly string[];
}

/** A fault of the whole file: it is reported, and the other files go on. */
export class UnreadableFile extends Error {}

/** One kind of file of one register: all that the importer must know about it. */
export interface RegisterFile {
  readonly source: DropSource;
  /** Path inside the drop, e.g. `socialtilsynet/tilbud.csv`. */
  readonly path: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'iso-8859-1';
  /** True where the first line names the columns. */
  readonly hasHeader: boolean;
  /** Columns (in JSON: fields) that hold identifiers and nothing else; all other values may be free text. */
  readonly identifierColumns: readonly string[];
  /** OWNER_ONLY rows (concerns) are seen by the owning authority alone, also when quarantined. */
  readonly secrecy: 'SHARED' | 'OWNER_ONLY';
  /** Throws UnreadableFile, naming the missing columns, when the header does not fit. */
  open(headerLine: string | undefined): RowReader;
  /** The values of a broken line by name; undefined where the line can only be edited as a whole. */
  takeApart(headerLine: string | undefined, line: string): EditableRow | undefined;
  /** A line that holds these values, to be read with the same header line. */
  putTogether(headerLine: string | undefined, cells: readonly EditableCell[]): string;
}

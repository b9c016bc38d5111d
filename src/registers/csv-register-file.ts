import { type RowCells } from '../domain/inspection/cells/row-cells.js';
import { damagedRow, guardRow } from '../domain/inspection/cells/guarded-row.js';
import { readHeader } from '../domain/inspection/cells/header.js';
import { LineCells } from '../domain/inspection/cells/line-cells.js';
import { findDamage } from '../domain/inspection/cells/row-shape.js';
import { keyPart } from '../domain/inspection/cells/text-cells.js';
import type { RegisterFacts } from '../domain/inspection/register-facts.js';
import { type RegisterFile, UnreadableFile } from '../domain/inspection/register-file.js';
import { putCsvTogether, takeCsvApart } from './csv-editing.js';
import { splitCsvLine } from './csv-line.js';

/** What distinguishes one CSV file from another. */
export interface CsvKind<Column extends string> extends Pick<
  RegisterFile,
  'source' | 'path' | 'encoding' | 'secrecy' | 'identifierColumns'
> {
  /** The columns that are read; the file may have others, in any order. */
  readonly columns: readonly Column[];
  /** The columns that name the record. */
  readonly keyColumns: readonly Column[];
  /** Takes off what wraps the values before the line is split. */
  readonly unwrap?: (line: string) => string;
  /** Default: the key columns, each of them filled in, joined by `/`. */
  readonly readKey?: (cells: RowCells<Column>) => string;
  readonly readFacts: (cells: RowCells<Column>) => RegisterFacts;
}

/** A `;`-separated register file with a header line. */
export function csvRegisterFile<const Column extends string>(kind: CsvKind<Column>): RegisterFile {
  const {
    source,
    path,
    encoding,
    secrecy,
    identifierColumns,
    keyColumns,
    unwrap = (line: string): string => line,
  } = kind;
  const keyOf = kind.readKey ?? ((cells) => keyColumns.map((column) => keyPart(cells, column)).join('/'));
  return {
    source,
    path,
    encoding,
    secrecy,
    identifierColumns,
    hasHeader: true,
    takeApart: (headerLine, line) => takeCsvApart(unwrap(headerLine ?? ''), unwrap(line)),
    putTogether: (headerLine, cells) => putCsvTogether(unwrap(headerLine ?? ''), cells),
    open: (headerLine) => {
      if (headerLine === undefined)
        throw new UnreadableFile(`${path} is empty. Deliver it with its header line.`);
      const header = readHeader(path, splitCsvLine(unwrap(headerLine)).values, kind.columns);
      const leading = header.leadingRunOf(keyColumns);
      return {
        readLine: (line) => {
          const split = splitCsvLine(unwrap(line));
          const damage = findDamage(line, split, header, leading);
          const cells = new LineCells<Column>(header, damage?.trusted ?? split.values);
          const readKey = (): string => keyOf(cells);
          return damage ? damagedRow(damage.fault, readKey) : guardRow(readKey, () => kind.readFacts(cells));
        },
      };
    },
  };
}

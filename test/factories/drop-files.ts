import type { Cells } from './register-rows.js';

/** A row as cells, or a whole line as it should stand in the file, broken or not. */
export type Line = Cells | string;

const BYTE_ORDER_MARK = '\uFEFF';

/** `;`, CRLF, header from the first row; UTF-8 with byte order mark, as Socialtilsynet delivers. */
export function utf8Csv(valid: Cells, lines: readonly Line[]): Buffer {
  return Buffer.from(`${BYTE_ORDER_MARK}${csv(valid, lines, (value) => value)}`, 'utf8');
}

/** The same in Windows-1252, as Arbejdstilsynet delivers. */
export function windows1252Csv(valid: Cells, lines: readonly Line[]): Buffer {
  return toWindows1252(csv(valid, lines, (value) => value));
}

/** The same in ISO-8859-1 with every value wrapped, as SOR delivers. */
export function excelCsv(valid: Cells, lines: readonly Line[]): Buffer {
  return Buffer.from(
    csv(valid, lines, (value) => (value === '' ? '' : `="${value}"`)),
    'latin1',
  );
}

/** One JSON object in each line. */
export function jsonLines(lines: readonly (object | string)[]): Buffer {
  return Buffer.from(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
    'utf8',
  );
}

function csv(valid: Cells, lines: readonly Line[], wrap: (value: string) => string): string {
  const columns = Object.keys(valid);
  const lineOf = (line: Line): string =>
    typeof line === 'string' ? line : columns.map((column) => wrap(line[column] ?? '')).join(';');
  return [columns.join(';'), ...lines.map(lineOf)].map((line) => `${line}\r\n`).join('');
}

// Letters of 0x80-0x9F, the only ones in which Windows-1252 differs from ISO-8859-1.
const WINDOWS_LETTERS = new Map([
  ['€', 0x80],
  ['…', 0x85],
  ['Š', 0x8a],
  ['Ž', 0x8e],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
]);

function toWindows1252(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const byte = WINDOWS_LETTERS.get(letter) ?? letter.codePointAt(0)!;
      if (byte > 0xff) throw new RangeError(`"${letter}" is not in Windows-1252.`);
      return byte;
    }),
  );
}

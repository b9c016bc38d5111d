import { findPersonNumbers, type PersonNumberHit } from '../../domain/shared/person-number.js';
import { MASK } from './hold-texts.js';

/** Masks a line as it was delivered, but for the values of its identifier columns. */
export type MaskLine = (line: string) => string;

const SEPARATOR = ';';

/** For lines of values between semicolons; the header line tells where the identifier columns are. */
export function maskCsvLines(headerLine: string, identifierColumns: readonly string[]): MaskLine {
  const columns = headerLine.split(SEPARATOR).map((cell) => cell.replace(/["=\ufeff]/g, '').trim());
  const places = new Set(identifierColumns.map((column) => columns.indexOf(column)));
  return (line) =>
    maskHits(line, ({ index }) => {
      const start = line.lastIndexOf(SEPARATOR, index) + 1;
      const end = line.indexOf(SEPARATOR, index);
      const cell = line.slice(start, end < 0 ? undefined : end);
      return (
        /^[="\s]*\d{10}["\s]*$/.test(cell) && places.has(line.slice(0, start).split(SEPARATOR).length - 1)
      );
    });
}

/** For lines that are JSON objects, whole or broken. */
export function maskJsonLines(identifierFields: readonly string[]): MaskLine {
  return (line) =>
    maskHits(line, ({ index, length }) => {
      const name = /"(\w+)"\s*:\s*"?$/.exec(line.slice(Math.max(0, index - 60), index))?.[1];
      return length === 10 && name !== undefined && identifierFields.includes(name);
    });
}

function maskHits(line: string, isIdentifier: (hit: PersonNumberHit) => boolean): string {
  let masked = '';
  let end = 0;
  for (const hit of findPersonNumbers(line)) {
    if (isIdentifier(hit)) continue;
    masked += line.slice(end, hit.index) + MASK;
    end = hit.index + hit.length;
  }
  return end === 0 ? line : masked + line.slice(end);
}

import type { RowFault } from '../register-file.js';
import { type Header } from './header.js';
import { isReadable, unreadableText } from './readable-text.js';

/** A line after splitting. `isCut`: a quotation mark was left open, so the last value is not whole. */
export interface SplitLine {
  readonly values: readonly string[];
  readonly isCut: boolean;
}

/** What is wrong with a line as a whole, and the leading values that can still be trusted to find its key. */
export interface LineDamage {
  readonly fault: RowFault;
  readonly trusted: readonly string[];
}

export function shortRow(found: number, wanted: number): RowFault {
  return {
    reason: 'SHORT_ROW',
    mend: `The row has ${found} values where the header names ${wanted} columns. Deliver the whole row again.`,
  };
}

const LEFT_OPEN: RowFault = {
  reason: 'SHORT_ROW',
  mend: 'A quotation mark is not closed on this line. Close it, or take the line break out of the value.',
};

function longRow(found: number, wanted: number): RowFault {
  return {
    reason: 'LONG_ROW',
    mend: `The row has ${found} values where the header names ${wanted} columns. Put a value that holds ; in quotation marks.`,
  };
}

/**
 * Looks for damage that makes the cells of a line unreliable. A row that is too long is shifted from an unknown place
 * on, so that nothing after its first `leading` values is trusted; of a short row the last value may be cut.
 */
export function findDamage(
  line: string,
  split: SplitLine,
  header: Header,
  leading: number,
): LineDamage | undefined {
  const { values, isCut } = split;
  if (!isReadable(line)) {
    const position = values.findIndex((value) => !isReadable(value));
    const whole = values.length === header.width && !isCut;
    return {
      fault: unreadableText(header.nameAt(position), values[position]),
      trusted: values.slice(0, whole ? values.length : leading),
    };
  }
  if (isCut) return { fault: LEFT_OPEN, trusted: values.slice(0, -1) };
  if (values.length < header.width)
    return { fault: shortRow(values.length, header.width), trusted: values.slice(0, -1) };
  if (values.length > header.width)
    return { fault: longRow(values.length, header.width), trusted: values.slice(0, leading) };
  return undefined;
}

import { createReadStream } from 'node:fs';

/** A physical line longer than this is no row of any register; it is set aside instead of filling the memory. */
export const LONGEST_LINE = 1_000_000;

export interface PhysicalLine {
  /** From 1, counting every line of the file, the header too. */
  readonly lineNumber: number;
  /** Decoded, without line ending and byte order mark. Cut at LONGEST_LINE. */
  readonly text: string;
  readonly isTooLong: boolean;
}

/**
 * The lines of a file in batches, decoded while they stream in. Lines end at LF or CRLF; a last line without an ending
 * counts. Calls `onBytes` with the bytes read so far.
 */
export async function* physicalLines(
  file: string,
  encoding: 'utf-8' | 'windows-1252' | 'iso-8859-1',
  onBytes: (bytes: number) => void,
): AsyncGenerator<PhysicalLine[]> {
  const decode = decoderOf(encoding);
  let lineNumber = 0;
  let bytes = 0;
  let rest = '';
  let restIsTooLong = false;

  const lineOf = (raw: string): PhysicalLine => {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    lineNumber += 1;
    const isTooLong = restIsTooLong || text.length > LONGEST_LINE;
    restIsTooLong = false;
    return { lineNumber, text: isTooLong ? text.slice(0, LONGEST_LINE) : text, isTooLong };
  };

  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    bytes += (chunk as Buffer).length;
    const pieces = (rest + decode(chunk as Buffer)).split('\n');
    rest = pieces.pop() ?? '';
    const lines = pieces.map(lineOf);
    if (rest.length > LONGEST_LINE) {
      rest = rest.slice(0, LONGEST_LINE);
      restIsTooLong = true;
    }
    onBytes(bytes);
    if (lines.length > 0) yield lines;
  }
  rest += decode();
  if (rest !== '') yield [lineOf(rest)];
}

/** The first line that is not blank; undefined where there is none. */
export async function firstLine(
  file: string,
  encoding: 'utf-8' | 'windows-1252' | 'iso-8859-1',
): Promise<string | undefined> {
  for await (const lines of physicalLines(file, encoding, () => undefined)) {
    const found = lines.find(({ text }) => text.trim() !== '');
    if (found) return found.text;
  }
  return undefined;
}

// The web's "iso-8859-1" is Windows-1252 in truth and would turn control codes into letters; latin1 keeps them visible.
function decoderOf(encoding: 'utf-8' | 'windows-1252' | 'iso-8859-1'): (chunk?: Buffer) => string {
  if (encoding === 'iso-8859-1') return (chunk) => chunk?.toString('latin1') ?? '';
  const decoder = new TextDecoder(encoding);
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}

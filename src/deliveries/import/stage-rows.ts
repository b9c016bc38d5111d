import { createHash } from 'node:crypto';
import {
  type FaultReason,
  type RegisterFile,
  type RowReader,
  UnreadableFile,
} from '../../domain/inspection/register-file.js';
import { holdTexts, type HeldText, type TextScan } from './hold-texts.js';
import { hideInRow } from './hide-in-row.js';
import { maskCsvLines, maskJsonLines, type MaskLine } from './mask-line.js';
import { LONGEST_LINE, physicalLines } from './physical-lines.js';

/** One line of a file as it goes into the staging table: facts, or the fault that keeps it out. */
export interface StagedRow {
  readonly lineNumber: number;
  readonly rowKey: string | null;
  readonly contentHash: string | null;
  readonly facts: string | null;
  readonly sourceKey: string | null;
  readonly visitKey: string | null;
  readonly reason: FaultReason | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly mend: string | null;
  readonly rawText: string;
  /** Texts of the row that are not shown as delivered. */
  readonly held: readonly HeldText[];
}

/** Reads a file row by row, with person numbers masked; throws UnreadableFile when its header does not fit. */
export async function* stageRows(
  file: RegisterFile,
  absolutePath: string,
  onBytes: (bytes: number) => void,
  scan: TextScan,
): AsyncGenerator<StagedRow[]> {
  let reader: RowReader | undefined = file.hasHeader ? undefined : file.open(undefined);
  let mask: MaskLine = maskJsonLines(file.identifierColumns);
  for await (const lines of physicalLines(absolutePath, file.encoding, onBytes)) {
    const rows: StagedRow[] = [];
    for (const line of lines) {
      if (line.text.trim() === '') continue;
      if (!reader) {
        reader = file.open(line.text);
        mask = maskCsvLines(line.text, file.identifierColumns);
      } else {
        const row = line.isTooLong
          ? tooLong(line.lineNumber, line.text)
          : stage(reader, line.lineNumber, line.text, scan);
        rows.push(hideInRow(row, mask, file.identifierColumns, scan));
      }
    }
    if (rows.length > 0) yield rows;
  }
  if (!reader) throw new UnreadableFile('The file is empty; it needs at least its header line.');
}

/** One line that somebody mended, read as if it stood in the file. Throws UnreadableFile for an unfit header line. */
export function stageLine(
  file: RegisterFile,
  headerLine: string | undefined,
  { lineNumber, text }: { lineNumber: number; text: string },
  scan: TextScan,
): StagedRow {
  const mask =
    headerLine === undefined
      ? maskJsonLines(file.identifierColumns)
      : maskCsvLines(headerLine, file.identifierColumns);
  const row = text.length > LONGEST_LINE ? tooLong(lineNumber, text.slice(0, LONGEST_LINE)) : undefined;
  return hideInRow(
    row ?? stage(file.open(headerLine), lineNumber, text, scan),
    mask,
    file.identifierColumns,
    scan,
  );
}

function stage(reader: RowReader, lineNumber: number, text: string, scan: TextScan): StagedRow {
  const parsed = reader.readLine(text);
  if (parsed.kind === 'row') {
    const { facts: shown, held } = holdTexts(parsed.facts, scan);
    const facts = JSON.stringify(shown);
    if (UNSTORABLE.test(facts)) return unstorable(lineNumber, parsed.key, text);
    return {
      ...NO_FAULT,
      lineNumber,
      rowKey: parsed.key,
      contentHash: createHash('md5').update(facts).digest('hex'),
      facts,
      sourceKey: parsed.facts.record?.sourceKey ?? null,
      visitKey: parsed.facts.visit?.visitKey ?? null,
      rawText: text,
      held,
    };
  }
  return {
    lineNumber,
    rowKey: parsed.key ?? null,
    contentHash: null,
    facts: null,
    sourceKey: null,
    visitKey: null,
    reason: parsed.fault.reason,
    field: parsed.fault.field ?? null,
    value: parsed.fault.value ?? null,
    mend: parsed.fault.mend,
    rawText: text,
    held: [],
  };
}

// JSON can carry NUL and halves of surrogate pairs as escapes; no database text can.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

function unstorable(lineNumber: number, rowKey: string, rawText: string): StagedRow {
  return {
    ...NO_FAULT,
    lineNumber,
    rowKey,
    contentHash: null,
    facts: null,
    sourceKey: null,
    visitKey: null,
    reason: 'BAD_ENCODING',
    mend: 'The row holds a NUL or half a character as a \\u escape; remove it.',
    rawText,
    held: [],
  };
}

const NO_FAULT = { reason: null, field: null, value: null, mend: null };

function tooLong(lineNumber: number, text: string): StagedRow {
  return {
    ...NO_FAULT,
    lineNumber,
    rowKey: null,
    contentHash: null,
    facts: null,
    sourceKey: null,
    visitKey: null,
    reason: 'TOO_LONG',
    mend: `The line is longer than ${LONGEST_LINE} characters; a line break is probably missing. It is kept cut off.`,
    rawText: text,
    held: [],
  };
}

import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { parseDay, type Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { namesInspector } from '../../domain/risk/inspector-names.js';
import type { HistoryRow } from '../../domain/risk/evaluation/history-rows.js';

interface ParsedRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

const NEEDED = ['facility_id', 'inspected_on', 'outcome', 'findings'] as const;

/**
 * Reads an inspection-history file (`.csv` or `.csv.gz`): one completed visit a row. Columns: facility_id, inspected_on
 * (ISO day), outcome (0 or 1), findings (a number, 0 or more, may be empty), inspector_id (may be absent), and facts known when
 * the visit was planned in num_* and cat_*. Who inspected is refused as a fact. Throws BAD_INPUT that names line, column
 * and mend.
 */
export async function readInspectionHistory(file: string): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = [];
  let columns: string[] = [];
  const parser = parse({
    bom: true,
    columns: (header: string[]) => (columns = checkedHeader(file, header)),
    skip_empty_lines: true,
    info: true,
  });
  const source = createReadStream(file);
  const text = file.endsWith('.gz') ? source.compose<Duplex>(createGunzip()) : source;
  try {
    await pipeline(text, parser, async (records: AsyncIterable<ParsedRecord>) => {
      for await (const { record, info } of records) rows.push(readRow(file, record, info.lines, columns));
    });
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    throw new ExpectedError('BAD_INPUT', `${file} cannot be read: ${(error as Error).message}`);
  }
  if (rows.length === 0) throw new ExpectedError('BAD_INPUT', `${file} holds no visits.`);
  return rows;
}

function checkedHeader(file: string, header: readonly string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new ExpectedError(
      'BAD_INPUT',
      `${file} lacks the column ${missing.join(', ')}; the first line must name it.`,
    );
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ExpectedError('BAD_INPUT', `${file} names the column ${twice} twice.`);
  return names;
}

function readRow(
  file: string,
  record: Readonly<Record<string, string>>,
  line: number,
  columns: readonly string[],
): HistoryRow {
  const refuse = (column: string, mend: string): never => {
    throw new ExpectedError('BAD_INPUT', `${file}, line ${line}: ${column} is "${record[column]}"; ${mend}.`);
  };
  const numberIn = (column: string): number => {
    const value = Number(record[column]);
    return Number.isFinite(value) ? value : refuse(column, 'write a number or leave it empty');
  };
  const facilityId = record['facility_id'] || refuse('facility_id', 'write which place was visited');
  const inspectedOn: Day =
    parseDay(record['inspected_on'] ?? '') ?? refuse('inspected_on', 'write a day as YYYY-MM-DD');
  const outcome = record['outcome'] ?? '';
  if (!/^[01](\.0+)?$/.test(outcome)) refuse('outcome', 'write 1 for a serious finding, otherwise 0');
  const findings = record['findings'] === '' ? null : numberIn('findings');
  if (findings !== null && findings < 0) refuse('findings', 'write 0 or more');
  const facts: Record<string, number | string> = {};
  for (const column of columns) {
    const value = record[column];
    if (value === undefined || value === '' || namesInspector(column)) continue;
    if (column.startsWith('num_')) facts[column] = numberIn(column);
    else if (column.startsWith('cat_')) facts[column] = value;
  }
  return {
    facilityId,
    inspectedOn,
    isSerious: outcome.startsWith('1'),
    findings,
    inspectorId: record['inspector_id'] || null,
    facts,
  };
}

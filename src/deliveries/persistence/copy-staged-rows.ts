import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { maskPersonNumbers } from '../../domain/shared/person-number.js';
import { MASK } from '../import/hold-texts.js';
import type { StagedRow } from '../import/stage-rows.js';

const CREATE = `
  create temp table staged_rows (
    line_number integer not null, row_key text, content_hash uuid, facts jsonb, source_key text, visit_key text,
    reason text, field text, value text, mend text, raw_text text not null, held jsonb, shown_key text
  ) on commit drop`;

interface CopyingClient {
  query(stream: ReturnType<typeof copyFrom>): NodeJS.WritableStream;
}

/** Streams rows into the temporary table `staged_rows` of the running transaction. */
export async function copyStagedRows(
  manager: EntityManager,
  rows: AsyncIterable<readonly StagedRow[]>,
): Promise<void> {
  await manager.query(CREATE);
  const client = (await manager.queryRunner!.connect()) as CopyingClient;
  const target = client.query(copyFrom('copy staged_rows from stdin'));
  await pipeline(Readable.from(lines(rows)), target);
  await manager.query('analyze staged_rows');
}

async function* lines(rows: AsyncIterable<readonly StagedRow[]>): AsyncGenerator<string> {
  for await (const batch of rows) yield batch.map(copyLine).join('');
}

function copyLine(row: StagedRow): string {
  return `${row.lineNumber}\t${cell(row.rowKey)}\t${cell(row.contentHash)}\t${cell(row.facts)}\t${cell(row.sourceKey)}\t${cell(row.visitKey)}\t${cell(row.reason)}\t${cell(row.field)}\t${cell(row.value)}\t${cell(row.mend)}\t${cell(row.rawText)}\t${cell(heldCell(row))}\t${cell(shownKey(row))}\n`;
}

// A conflicting duplicate is named by its key, and a theme's name is part of some keys.
function shownKey({ rowKey }: StagedRow): string | null {
  return rowKey === null ? null : maskPersonNumbers(rowKey, MASK);
}

// What JSON can carry as an escape and no database text can is written out, as in the line itself.
function heldCell({ held }: StagedRow): string | null {
  if (held.length === 0) return null;
  return JSON.stringify(
    held.map(({ field, text, shown }) => ({ field, text: storable(text), shown: storable(shown) })),
  );
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\\x00');
}

const SPECIAL = /[\\\n\r\t\0]/;
const SPECIALS = /[\\\n\r\t\0]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\\\x00',
};

/** COPY's text format; a NUL, which no PostgreSQL text can hold, is written out as \x00. */
function cell(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value)
    ? value.replace(SPECIALS, (character) => ESCAPED[character] ?? character)
    : value;
}

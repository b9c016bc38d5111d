import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

interface CopyingClient {
  query(stream: ReturnType<typeof copyFrom>): NodeJS.WritableStream;
}

const LINES_AT_ONCE = 500;

/** Streams rows into a table of the running transaction; every cell is text as COPY reads it, or null. */
export async function copyRows(
  manager: EntityManager,
  table: string,
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  const client = (await manager.queryRunner!.connect()) as CopyingClient;
  await pipeline(Readable.from(chunks(rows)), client.query(copyFrom(`copy ${table} from stdin`)));
  await manager.query(`analyze ${table}`);
}

function* chunks(rows: Iterable<readonly (string | number | null)[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.map(cell).join('\t')}\n`);
    if (lines.length < LINES_AT_ONCE) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

const SPECIALS = /[\\\n\r\t]/g;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function cell(value: string | number | null): string {
  if (value === null) return '\\N';
  return typeof value === 'number' ? String(value) : value.replace(SPECIALS, (sign) => ESCAPED[sign] ?? sign);
}

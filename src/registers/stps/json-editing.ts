import type { EditableCell, EditableRow, RowReader } from '../../domain/inspection/register-file.js';
import { parseJsonObject } from './json-line.js';

/** The fields of the object, those that are no text as JSON; undefined where the line is no object. */
export function takeJsonApart(line: string): EditableRow | undefined {
  const parsed = parseJsonObject(line);
  if ('fault' in parsed) return undefined;
  const cells = Object.entries(parsed.object).map(([column, value]) => ({
    column,
    value: typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
  }));
  return { cells, surplus: [] };
}

/**
 * One object on one line. An empty value is null, and every other one a text, unless the reader says that the field
 * must not be one: then the value is taken as the JSON that it is.
 */
export function putJsonTogether(cells: readonly EditableCell[], reader: RowReader): string {
  const object: Record<string, unknown> = Object.fromEntries(
    cells.map(({ column, value }) => [column, value.trim() === '' ? null : value]),
  );
  for (let tries = 0; tries < cells.length; tries += 1) {
    const read = reader.readLine(JSON.stringify(object));
    const field = read.kind === 'fault' ? read.fault.field : undefined;
    if (field === undefined || typeof object[field] !== 'string') break;
    const value = jsonOf(object[field]);
    if (value === undefined || typeof value === 'string') break;
    object[field] = value;
  }
  return JSON.stringify(object);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { isJsonObject, type JsonObject } from '../../domain/inspection/cells/object-cells.js';
import { isReadable, unreadableText } from '../../domain/inspection/cells/readable-text.js';
import type { RowFault } from '../../domain/inspection/register-file.js';

// Without a value: the line itself is kept beside the fault.
const BROKEN_JSON: RowFault = {
  reason: 'BROKEN_JSON',
  mend: 'The line is not one whole JSON object. Write one object on each line and deliver the row again.',
};

export function parseJsonObject(
  line: string,
): { readonly object: JsonObject } | { readonly fault: RowFault } {
  if (!isReadable(line)) return { fault: unreadableText() };
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? { object: value } : { fault: BROKEN_JSON };
  } catch {
    return { fault: BROKEN_JSON };
  }
}

const LOCATION = /"sted_id"\s*:\s*"([^"\\/]+)"/;
const VISIT = /"tilsyn_id"\s*:\s*(?:"([^"\\/]+)"|null)/;

/** The row's key from a line that cannot be parsed, if both of its parts still stand there whole. */
export function salvageKey(line: string): string | undefined {
  const location = LOCATION.exec(line)?.[1];
  const visit = VISIT.exec(line);
  if (location === undefined || visit === null) return undefined;
  const key = visit[1] === undefined ? location : `${location}/${visit[1]}`;
  return isReadable(key) ? key : undefined;
}

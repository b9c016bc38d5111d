import { randomUUID } from 'node:crypto';

const ids = new WeakMap<object, string>();

/** One id for all that is asked within one HTTP request: a page asks more than one question. */
export function correlationIdOf(request: object): string {
  let id = ids.get(request);
  if (id === undefined) ids.set(request, (id = randomUUID()));
  return id;
}

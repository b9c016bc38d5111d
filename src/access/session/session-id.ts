import { createHash, randomBytes } from 'node:crypto';

/** What a browser holds to be known again: 256 random bits, unguessable and without meaning. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it; undefined for a text that cannot be one of our ids. */
export function hashOfSessionId(id: string): Buffer | undefined {
  return /^[\w-]{43}$/.test(id) ? createHash('sha256').update(id).digest() : undefined;
}

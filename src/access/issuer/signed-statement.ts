import { findPersonNumbers } from '../../domain/shared/person-number.js';
import type { Statement } from '../grants/claims.js';
import type { KnownIssuer } from './issuer.js';

const LONGEST_SUBJECT = 255;

/**
 * What an issuer signed, in our form; undefined where it calls somebody by nothing, by something endless, or by a
 * person-number, which would then stand in every log.
 */
export function statementOf(
  issuer: Pick<KnownIssuer, 'name'>,
  claims: Readonly<Record<string, unknown>>,
): Statement | undefined {
  const { sub } = claims;
  if (typeof sub !== 'string' || sub.trim() === '' || sub.length > LONGEST_SUBJECT) return undefined;
  if (isPersonNumber(sub)) return undefined;
  return { issuer: issuer.name, subject: sub, claims };
}

// The whole name, or what stands behind its last colon: somewhere inside a random name, digits mean nothing.
function isPersonNumber(name: string): boolean {
  const last = name.split(':').at(-1)!.trim();
  return findPersonNumbers(last).some(({ length }) => length === last.length);
}

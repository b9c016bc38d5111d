import type { ChainHead } from '../audit-entry.js';
import type { AuditKeys } from './audit-keys.js';

/** The log as it was at a moment, noted outside the database. */
export interface Checkpoint extends ChainHead {
  readonly at: string;
}

/** One line of the checkpoint file, without line ending. */
export function writeCheckpoint(head: ChainHead, at: Date, keys: AuditKeys): string {
  const checkpoint = { sequence: head.sequence, mac: head.mac, at: at.toISOString() };
  const keyId = keys.currentId;
  return JSON.stringify({ ...checkpoint, keyId, seal: keys.seal(contentOf(checkpoint, keyId)) });
}

/** Reads a line back; undefined where it is no checkpoint, or was not sealed with a known key. */
export function readCheckpoint(line: string, keys: AuditKeys): Checkpoint | undefined {
  const read = parse(line);
  if (!read) return undefined;
  const { keyId, seal, ...checkpoint } = read;
  return keys.isSeal(keyId, contentOf(checkpoint, keyId), seal) === true ? checkpoint : undefined;
}

function contentOf({ sequence, mac, at }: Checkpoint, keyId: string): string {
  return JSON.stringify(['audit checkpoint 1', sequence, mac, at, keyId]);
}

function parse(line: string): (Checkpoint & { keyId: string; seal: string }) | undefined {
  try {
    const { sequence, mac, at, keyId, seal } = JSON.parse(line) as Record<string, unknown>;
    const isComplete =
      typeof sequence === 'number' &&
      typeof mac === 'string' &&
      typeof at === 'string' &&
      typeof keyId === 'string' &&
      typeof seal === 'string';
    return isComplete ? { sequence, mac, at, keyId, seal } : undefined;
  } catch {
    return undefined;
  }
}

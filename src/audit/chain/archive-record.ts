import type { AuditKeys } from './audit-keys.js';

/** A run of entries that left the database for a file. */
export interface ArchiveRecord {
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** Seal of the entry before the first one. */
  readonly previousMac: string;
  /** Seal of the last entry: the chain goes on from here. */
  readonly headMac: string;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly contentHash: string;
  readonly archivedAt: Date;
  readonly keyId: string;
  readonly mac: string;
}

/** Seals what left the database, so that nobody without the key can call a missing run archived. */
export function sealArchive(record: Omit<ArchiveRecord, 'keyId' | 'mac'>, keys: AuditKeys): ArchiveRecord {
  const unsealed = { ...record, keyId: keys.currentId };
  return { ...unsealed, mac: keys.seal(contentOf(unsealed)) };
}

export function isSealedArchive(record: ArchiveRecord, keys: AuditKeys): boolean {
  return keys.isSeal(record.keyId, contentOf(record), record.mac) === true;
}

function contentOf(record: Omit<ArchiveRecord, 'mac'>): string {
  return JSON.stringify([
    'audit archive 1',
    record.firstSequence,
    record.lastSequence,
    record.previousMac,
    record.headMac,
    record.fileName,
    record.contentHash,
    record.archivedAt.toISOString(),
    record.keyId,
  ]);
}

import type { AuditEntry, ChainHead, SealedEntry } from '../audit-entry.js';
import type { AuditKeys } from './audit-keys.js';

/** Seals entries one behind the other, the first behind `head`. */
export function sealEntries(
  entries: readonly AuditEntry[],
  head: ChainHead,
  keys: AuditKeys,
): readonly SealedEntry[] {
  let { sequence, mac } = head;
  return entries.map((entry) => {
    const unsealed = { ...storable(entry), sequence: sequence + 1, previousMac: mac, keyId: keys.currentId };
    ({ sequence } = unsealed);
    mac = keys.seal(sealedContent(unsealed));
    return { ...unsealed, mac };
  });
}

/** What a seal covers: every value of the entry, its place and the seal before it. The first word names this form. */
export function sealedContent(entry: Omit<SealedEntry, 'mac'>): string {
  return JSON.stringify([
    'audit entry 1',
    entry.sequence,
    entry.previousMac,
    entry.keyId,
    entry.at.toISOString(),
    entry.correlationId,
    entry.person,
    entry.role,
    entry.authority,
    entry.unit,
    entry.actingFor,
    entry.purpose,
    entry.action,
    entry.outcome,
    entry.operation,
    entry.objectKind,
    entry.objectIds,
    entry.facilityIds,
    entry.objectCount,
  ]);
}

// No database text holds NUL or half a character; what is sealed must be what is stored.
function storable(entry: AuditEntry): AuditEntry {
  const text = (value: string): string => value.toWellFormed().replaceAll('\0', '\ufffd');
  const optional = (value: string | null): string | null => (value === null ? null : text(value));
  return {
    ...entry,
    person: text(entry.person),
    operation: text(entry.operation),
    actingFor: optional(entry.actingFor),
    objectIds: entry.objectIds.map(text),
    facilityIds: entry.facilityIds.map((id) => id.toLowerCase()),
  };
}

import type { SealedEntry } from '../audit-entry.js';

/** Columns of audit_entries under the names of a SealedEntry. */
export const ENTRY_COLUMNS = `
  sequence::float8 as sequence, encode(previous_mac, 'hex') as "previousMac", encode(mac, 'hex') as mac,
  key_id as "keyId", recorded_at as at, correlation_id as "correlationId", person, role, authority, unit,
  acting_for as "actingFor", purpose, action, outcome, operation, object_kind as "objectKind",
  object_ids as "objectIds", facility_ids::text[] as "facilityIds", object_count as "objectCount"`;

/** The entries as append_audit_entries reads them: a JSON array of rows. */
export function entryRows(entries: readonly SealedEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      seal: entry.mac,
      key_id: entry.keyId,
      recorded_at: entry.at,
      correlation_id: entry.correlationId,
      person: entry.person,
      role: entry.role,
      authority: entry.authority,
      unit: entry.unit,
      acting_for: entry.actingFor,
      purpose: entry.purpose,
      action: entry.action,
      outcome: entry.outcome,
      operation: entry.operation,
      object_kind: entry.objectKind,
      object_ids: entry.objectIds,
      facility_ids: entry.facilityIds,
      object_count: entry.objectCount,
    })),
  );
}

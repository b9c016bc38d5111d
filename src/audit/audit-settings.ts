import type { AuditKeys } from './chain/audit-keys.js';

/** What seals the log, and where its checkpoints are kept. */
export abstract class AuditSettings {
  abstract readonly keys: AuditKeys;
  /** Absolute path of an append-only file outside the database. */
  abstract readonly checkpointFile: string;
}

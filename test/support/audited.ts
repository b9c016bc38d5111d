import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditEntry } from '../../src/audit/audit-entry.js';
import { AuditCheckpoints } from '../../src/audit/audit-checkpoints.service.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import type { AuditSettings } from '../../src/audit/audit-settings.js';
import { AuditVerifier } from '../../src/audit/audit-verifier.service.js';
import { AuditKeys } from '../../src/audit/chain/audit-keys.js';
import { TypeormAuditRepository } from '../../src/audit/persistence/typeorm-audit.repository.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export const AUDIT_KEY = 'a key that only specs know, 32 characters or more';
export const FACILITY = '00000000-0000-4000-8000-00000000f001';

/** The log on a database of its own, with the file of its checkpoints. */
export interface AuditedDatabase {
  readonly database: TestDatabase;
  readonly repository: TypeormAuditRepository;
  readonly settings: AuditSettings;
  readonly folder: string;
  readonly log: AuditLog;
  readonly checkpoints: AuditCheckpoints;
  readonly verifier: AuditVerifier;
  /** Another process on the same log. */
  secondLog(): AuditLog;
  close(): Promise<void>;
}

export async function createAuditedDatabase(): Promise<AuditedDatabase> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-audit-'));
  const settings: AuditSettings = {
    keys: new AuditKeys(AUDIT_KEY),
    checkpointFile: path.join(folder, 'checkpoints', 'log.ndjson'),
  };
  const repository = new TypeormAuditRepository(database.transactions);
  const log = new AuditLog(repository, settings);
  return {
    database,
    repository,
    settings,
    folder,
    log,
    checkpoints: new AuditCheckpoints(log, settings),
    verifier: new AuditVerifier(repository, settings),
    secondLog: () => new AuditLog(repository, settings),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A planner of Socialtilsyn Midt reads one facility. */
export function auditEntry(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: new Date('2026-03-04T05:06:07.089Z'),
    correlationId: '00000000-0000-4000-8000-0000000000c1',
    person: 'planlaegger-midt',
    role: 'PLANNER',
    authority: 'SOCIALTILSYNET',
    unit: 'SOCIALTILSYN_MIDT',
    actingFor: null,
    purpose: 'PLANNING',
    action: 'READ',
    outcome: 'DONE',
    operation: 'query Place: facility',
    objectKind: 'Facility',
    objectIds: [FACILITY],
    facilityIds: [FACILITY],
    objectCount: 1,
    ...changes,
  };
}

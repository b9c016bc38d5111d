import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditEntry } from '../audit/audit-entry.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { AuditVerifier } from '../audit/audit-verifier.service.js';
import { AuditKeys } from '../audit/chain/audit-keys.js';
import { TypeormAuditRepository } from '../audit/persistence/typeorm-audit.repository.js';
import { readConfiguration } from '../config/configuration.js';
import { openDatabase } from '../database/open-database.js';
import { Transactions } from '../database/transactions.js';
import { atMost, type Bench, type Measurement } from './measurement.js';

const ENTRIES = 100_000;
const AT_ONCE = 500;

/** How long the log takes to write and to verify, on an embedded database of its own that is removed afterwards. */
export const auditBench: Bench = {
  name: 'audit',
  summary: `writing and verifying ${ENTRIES} entries of the audit log`,
  options: { entries: { type: 'string' } },
  async *measure(options, say): AsyncIterable<Measurement> {
    const entries = Number(options['entries'] ?? ENTRIES);
    const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-audit-bench-'));
    chmodSync(folder, 0o711); // the database runs as nobody where we are root
    const database = await openDatabase(readConfiguration({ SAMTILSYN_DATA: folder }));
    try {
      const repository = new TypeormAuditRepository(new Transactions(database.dataSource));
      const settings = {
        keys: new AuditKeys('a key for this measurement alone, 32 characters'),
        checkpointFile: path.join(folder, 'checkpoints.ndjson'),
      };
      const log = new AuditLog(repository, settings);
      say(`writing ${entries} entries ...`);
      const writing = await secondsOf(async () => {
        for (let from = 0; from < entries; from += AT_ONCE) {
          const size = Math.min(AT_ONCE, entries - from);
          await log.record(Array.from({ length: size }, (_, index) => entry(from + index)));
        }
      });
      yield atMost('write', writing, 300, 'seconds');
      say('verifying ...');
      let found = -1;
      const verifying = await secondsOf(async () => {
        const { problems, entries: walked } = await new AuditVerifier(repository, settings).verify();
        found = problems.length + Math.abs(walked - entries);
      });
      yield atMost('verify', verifying, 60, 'seconds');
      yield atMost('problems', found, 0, 'problems');
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function entry(index: number): AuditEntry {
  const uuid = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return {
    at: new Date(Date.UTC(2026, 0, 1) + index * 1000),
    correlationId: uuid,
    person: `person-${index % 200}`,
    role: 'PLANNER',
    authority: 'STPS',
    unit: 'STPS',
    actingFor: null,
    purpose: 'PLANNING',
    action: 'READ',
    outcome: 'DONE',
    operation: 'query Facility: facility',
    objectKind: 'Facility',
    objectIds: [uuid],
    facilityIds: [uuid],
    objectCount: 1,
  };
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { AccessEvents } from '../access/access-events.js';
import { CurrentConfiguration } from '../config/config.module.js';
import type { Configuration } from '../config/configuration.js';
import { AuditArchive } from './audit-archive.service.js';
import { AuditCheckpoints } from './audit-checkpoints.service.js';
import { AuditExport } from './audit-export.service.js';
import { AuditLog } from './audit-log.service.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSearch } from './audit-search.service.js';
import { AuditSettings } from './audit-settings.js';
import { AuditVerifier } from './audit-verifier.service.js';
import { DataUses } from './data-uses.service.js';
import { AuditedAccessEvents } from './audited-access-events.js';
import { AuditKeys } from './chain/audit-keys.js';
import { TypeormAuditRepository } from './persistence/typeorm-audit.repository.js';

/** The log of reads and writes, for every edge that answers somebody. */
@Global()
@Module({
  providers: [
    {
      provide: AuditSettings,
      inject: [CurrentConfiguration],
      useFactory: ({ value }: CurrentConfiguration): AuditSettings => ({
        keys: new AuditKeys(value.audit.key ?? keptKey(value), value.audit.formerKeys),
        checkpointFile: value.audit.checkpointFile,
      }),
    },
    { provide: AuditRepository, useClass: TypeormAuditRepository },
    AuditLog,
    AuditCheckpoints,
    AuditVerifier,
    AuditExport,
    AuditArchive,
    AuditSearch,
    DataUses,
    { provide: AccessEvents, useClass: AuditedAccessEvents },
  ],
  exports: [
    AccessEvents,
    AuditRepository,
    AuditLog,
    AuditVerifier,
    AuditExport,
    AuditArchive,
    AuditSearch,
    DataUses,
  ],
})
export class AuditModule {}

// Good enough for a developer's machine; production has to give a key of its own. Of two processes that start at the same
// time, the first to finish its file decides.
function keptKey(configuration: Configuration): string {
  const file = path.join(configuration.dataFolder, 'audit-key');
  if (!existsSync(file)) {
    mkdirSync(configuration.dataFolder, { recursive: true });
    const own = `${file}-${process.pid}`;
    writeFileSync(own, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(own);
    }
  }
  return readFileSync(file, 'utf8');
}

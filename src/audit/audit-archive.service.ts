import { createHash } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { EMPTY_LOG, type ChainHead, type SealedEntry } from './audit-entry.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSettings } from './audit-settings.js';
import { sealArchive, type ArchiveRecord } from './chain/archive-record.js';
import { walkChain } from './chain/walk-chain.js';

/** Entries are not taken out of the log before what is wrong with them has been looked into. */
export class LogIsDamaged extends Error {
  constructor(sequence: number) {
    super(
      `Entry ${sequence} of the audit log does not verify; nothing was archived. Run: samtilsyn audit verify`,
    );
  }
}

const PAGE = 10_000;

/** Moves entries that are older than the retention into a file; the log goes on from the last one of them. */
@Injectable()
export class AuditArchive {
  constructor(
    private readonly repository: AuditRepository,
    private readonly settings: AuditSettings,
  ) {}

  /** Writes one NDJSON file into `folder` and then removes its entries; undefined where none is old enough. */
  async archive(folder: string, at = new Date()): Promise<ArchiveRecord | undefined> {
    const through = await this.repository.lastArchivable();
    if (through === undefined) return undefined;
    const last = (await this.repository.archives()).at(-1);
    const start: ChainHead = last ? { sequence: last.lastSequence, mac: last.headMac } : EMPTY_LOG;
    const fileName = `audit-${start.sequence + 1}-${through}.ndjson`;
    const target = path.join(folder, fileName);
    const file = await open(target, 'wx', 0o600);
    const record = await this.fill(file, start, through, fileName, at)
      .catch(async (error: unknown) => {
        await unlink(target);
        throw error;
      })
      .finally(() => file.close());
    // From here on the file may be the only copy: a failure may come after the entries are gone.
    await this.repository.archive(record);
    return record;
  }

  private async fill(
    file: FileHandle,
    start: ChainHead,
    through: number,
    fileName: string,
    archivedAt: Date,
  ): Promise<ArchiveRecord> {
    const hash = createHash('sha256');
    const write = async (text: string): Promise<void> => {
      hash.update(text);
      await file.appendFile(text);
    };
    const { keys } = this.settings;
    const walked = await walkChain(start, this.written(start.sequence, through, write), [], keys);
    const damaged = walked.problems[0] ?? walked.suspects[0];
    if (damaged) throw new LogIsDamaged(damaged.sequence);
    await file.sync();
    return sealArchive(
      {
        firstSequence: start.sequence + 1,
        lastSequence: through,
        previousMac: start.mac,
        headMac: walked.head.mac,
        fileName,
        contentHash: hash.digest('hex'),
        archivedAt,
      },
      keys,
    );
  }

  private async *written(
    start: number,
    through: number,
    write: (text: string) => Promise<void>,
  ): AsyncGenerator<SealedEntry[]> {
    for (let after = start; after < through;) {
      const page = await this.repository.entriesBetween(after, through, PAGE);
      if (page.length === 0) return;
      await write(page.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      yield page;
      after = page.at(-1)!.sequence;
    }
  }
}

import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { CurrentConfiguration } from '../config/config.module.js';
import { Transactions } from '../database/transactions.js';
import type { Authority } from '../domain/shared/authority.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import {
  DeliveriesRepository,
  type HeldTextRow,
  type ImportedFileRow,
  type ImportRun,
  type QuarantinedRow,
} from './deliveries.repository.js';
import { NotADrop } from './import/drop-folder.js';
import { Importer, ImportIsRunning } from './import/importer.service.js';
import { ImportCancelled } from './import/run-watch.js';
import { openDrop, type OpenedDrop } from './import/unpack-drop.js';

/** Imports as people see them: started by name, watched by id, with the rows that were set aside. */
@Injectable()
export class DeliveriesService {
  private readonly logger = new Logger(DeliveriesService.name);

  constructor(
    private readonly repository: DeliveriesRepository,
    private readonly importer: Importer,
    private readonly transactions: Transactions,
    private readonly configuration: CurrentConfiguration,
  ) {}

  /**
   * Starts the import of a drop that lies in the inbox under this name, and returns the run to watch it by.
   * Throws BAD_INPUT where there is no such drop, CONFLICT while another import runs.
   */
  async startImport(name: string, requestedBy: string, authority?: Authority): Promise<string> {
    const drop = await this.openFromInbox(name);
    return new Promise((resolve, reject) => {
      this.importer
        .importDrop(drop.folder, requestedBy, () => undefined, resolve, authority)
        .catch((error: unknown) => {
          const expected = expectedError(name, error);
          if (!expected && !(error instanceof ImportCancelled)) this.logger.error(error);
          reject(expected ?? (error as Error));
        })
        .finally(() => void drop.discard());
    });
  }

  /**
   * Moves an uploaded file into the inbox and starts its import; `name` is what the sender called it. Throws BAD_INPUT
   * for a file that is no .tgz or holds no drop, CONFLICT while another import runs; the file is then removed.
   */
  async importUpload(
    file: string,
    name: string,
    requestedBy: string,
    authority?: Authority,
  ): Promise<string> {
    const dropName = `${path.basename(file)}.tgz`;
    const target = path.join(this.configuration.value.inboxFolder, dropName);
    try {
      if (!(await isGzip(file))) {
        throw new ExpectedError(
          'BAD_INPUT',
          `drop is "${name}", which is no .tgz file; pack the folder with: tar czf drop.tgz <folder>`,
        );
      }
      await rename(file, target);
      return await this.startImport(dropName, requestedBy, authority);
    } catch (error) {
      await rm(file, { force: true });
      await rm(target, { force: true });
      throw error;
    }
  }

  /** True where nothing was ever imported and planned, apart from an interrupted first start with this drop. */
  async isUntouchedExceptFor(dropName: string): Promise<boolean> {
    return this.transactions.run(SERVICE_IDENTITY, () => this.repository.isUntouchedExceptFor(dropName));
  }

  async findRun(runId: string): Promise<ImportRun | undefined> {
    return this.repository.findRun(runId);
  }

  async latestRuns(limit: number, offset: number): Promise<ImportRun[]> {
    return this.repository.latestRuns(limit, offset);
  }

  async countRuns(): Promise<number> {
    return this.repository.countRuns();
  }

  /** Asks a running import to stop; nothing of it will be left. Throws CONFLICT where it cannot be stopped any more. */
  async cancelRun(runId: string, cancelledBy: string): Promise<void> {
    if (await this.repository.requestCancel(runId, cancelledBy)) return;
    throw new ExpectedError(
      'CONFLICT',
      'The import has ended, is being cancelled already, or was started by another authority.',
    );
  }

  async filesOfRuns(runIds: readonly string[]): Promise<Map<string, ImportedFileRow[]>> {
    return Map.groupBy(await this.repository.filesOfRuns(runIds), (file) => file.runId);
  }

  async quarantinedRows(
    runId: string,
    file: string | undefined,
    limit: number,
    offset: number,
  ): Promise<QuarantinedRow[]> {
    return this.repository.quarantinedRows(runId, file, limit, offset);
  }

  /** Texts of the asker's registers that look like they hold a person number, oldest first. */
  async undecidedTexts(limit: number, offset: number): Promise<HeldTextRow[]> {
    return this.repository.undecidedTexts(limit, offset);
  }

  /**
   * Erases the text, or lets it be shown from the next delivery on that repeats it. Throws NOT_FOUND where there is no
   * such text to decide on for the asker.
   */
  async decideText(id: string, isPersonNumber: boolean, decidedBy: string): Promise<HeldTextRow> {
    const decided = await this.repository.decideText(id, isPersonNumber, decidedBy);
    if (decided) return decided;
    throw new ExpectedError('NOT_FOUND', 'There is no such text to decide on.');
  }

  private async openFromInbox(name: string): Promise<OpenedDrop> {
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(name)) {
      throw new ExpectedError(
        'BAD_INPUT',
        `drop is "${name}"; give the name of a drop in the inbox, without a path.`,
      );
    }
    try {
      return await openDrop(path.join(this.configuration.value.inboxFolder, name));
    } catch (error) {
      throw expectedError(name, error) ?? error;
    }
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

// The importer names folders of the machine, which nobody outside needs to know.
function expectedError(name: string, error: unknown): ExpectedError | undefined {
  if (error instanceof ImportIsRunning) return new ExpectedError('CONFLICT', error.message);
  if (!(error instanceof NotADrop)) return undefined;
  return new ExpectedError('BAD_INPUT', `drop is "${name}", but ${error.inShort}.`);
}

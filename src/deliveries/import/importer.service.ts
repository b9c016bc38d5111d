import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Authority } from '../../domain/shared/authority.js';
import { UnreadableFile, type RegisterFile } from '../../domain/inspection/register-file.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { FacilitiesService } from '../../facilities/facilities.service.js';
import { CorrectionsRepository } from '../corrections.repository.js';
import { DeliveriesRepository, type ArrivingFile } from '../deliveries.repository.js';
import { ApplyCorrections } from './apply-corrections.service.js';
import { readDrop, type Drop, type DropFile, type DropPart } from './drop-folder.js';
import type { FileReport, ImportReport, ReportProgress } from './import-report.js';
import { firstLine } from './physical-lines.js';
import { ImportCancelled, RunWatch } from './run-watch.js';
import { stageRows } from './stage-rows.js';
import { RegisterFiles } from '../register-files.js';

/** Another import is running in this database. */
export class ImportIsRunning extends Error {
  constructor() {
    super('Another import is running; wait until it has ended and try again. Nothing was imported.');
  }
}

@Injectable()
export class Importer {
  private readonly logger = new Logger(Importer.name);

  constructor(
    private readonly repository: DeliveriesRepository,
    private readonly registerFiles: RegisterFiles,
    private readonly transactions: Transactions,
    private readonly facilities: FacilitiesService,
    private readonly corrections: CorrectionsRepository,
    private readonly applier: ApplyCorrections,
  ) {}

  /**
   * Imports every file of a drop, each in a transaction of its own, and matches the places anew. Files that arrived
   * before are left alone, so an interrupted import goes on where it stopped; of a cancelled one nothing is left.
   * `authority` is that of whoever asks. Throws NotADrop, ImportIsRunning or ImportCancelled.
   */
  async importDrop(
    folder: string,
    requestedBy: string,
    onProgress: ReportProgress,
    onStart: (runId: string) => void = () => undefined,
    authority?: Authority,
  ): Promise<ImportReport> {
    const drop = await readDrop(folder);
    // The outer transaction only holds the lock; a process that dies lets go of it.
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      if (!(await this.repository.lockImport())) throw new ImportIsRunning();
      const runId = await this.write(async () => {
        await this.repository.failInterruptedRuns();
        return this.repository.startRun(drop.name, requestedBy, authority);
      });
      onStart(runId);
      return this.importLocked(drop, runId, onProgress);
    });
  }

  private async importLocked(drop: Drop, runId: string, onProgress: ReportProgress): Promise<ImportReport> {
    const startedAt = performance.now();
    const watch = new RunWatch((progress) => this.write(() => this.repository.noteProgress(runId, progress)));
    const report: ReportProgress = (progress) => {
      if (!progress.isSecret) watch.report(progress);
      onProgress(progress);
    };
    try {
      await this.applier.applyWaiting();
      const files: FileReport[] = drop.broken.map((part) => ({
        ...NOTHING,
        file: part.folder,
        problem: part.problem,
      }));
      for (const part of drop.parts) files.push(...(await this.importPart(runId, part, report, watch)));
      await this.write(() => this.corrections.repeatMends(runId));
      await this.applier.applyWaiting();
      await this.matchAgain(report);
      await watch.check();
      await this.write(() => this.repository.finishRun(runId, 'FINISHED', null));
      return { files, seconds: Math.round(performance.now() - startedAt) / 1000 };
    } catch (error) {
      await this.end(runId, watch.signal.aborted ? watch.signal.reason : error);
      throw error;
    } finally {
      watch.stop();
    }
  }

  private async end(runId: string, error: unknown): Promise<void> {
    if (error instanceof ImportCancelled) {
      const { cancelledBy, message } = error;
      await this.write(() => this.corrections.rollBackRun(runId, message, cancelledBy));
      await this.applier.applyWaiting();
      await this.matchAgain(() => undefined);
      await this.write(() => this.repository.finishRun(runId, 'CANCELLED', message));
    } else {
      await this.write(() =>
        this.repository.finishRun(runId, 'FAILED', this.unexpected('The import failed', error)),
      );
    }
  }

  private async matchAgain(report: ReportProgress): Promise<void> {
    await this.write(() => this.repository.joinFiles());
    await this.facilities.matchPlaces(report);
    await this.write(() => this.transactions.refreshStatistics());
  }

  private async importPart(
    runId: string,
    part: DropPart,
    onProgress: ReportProgress,
    watch: RunWatch,
  ): Promise<FileReport[]> {
    const known = this.registerFiles.inOrder.flatMap((register) => {
      const file = part.files.find((candidate) => candidate.path === register.path);
      return file && register.source === part.source ? [{ register, file }] : [];
    });
    const unknown = part.files.filter((file) => !known.some((candidate) => candidate.file === file));
    const deliveryId = await this.write(() =>
      this.repository.addDelivery(runId, part.source, part.deliveredOn, part.kind),
    );
    const reports: FileReport[] = [];
    for (const { register, file } of known) {
      reports.push(await this.importFile(deliveryId, part, register, file, onProgress, watch.signal));
      await this.assertLocked();
      await watch.check();
    }
    for (const file of unknown) {
      reports.push({
        ...NOTHING,
        file: file.path,
        problem: `No such file is known from ${part.source}; it was left out.`,
      });
    }
    return reports;
  }

  private async importFile(
    deliveryId: string,
    part: DropPart,
    register: RegisterFile,
    file: DropFile,
    onProgress: ReportProgress,
    signal: AbortSignal,
  ): Promise<FileReport> {
    const arriving: ArrivingFile = {
      deliveryId,
      source: part.source,
      path: register.path,
      secrecy: register.secrecy,
      deliveredOn: part.deliveredOn,
      kind: part.kind,
      contentHash: await contentHash(file.absolutePath),
      headerLine: register.hasHeader ? await firstLine(file.absolutePath, register.encoding) : undefined,
    };
    const progress = (done: number): void =>
      onProgress({ phase: file.path, done, total: file.bytes, isSecret: register.secrecy === 'OWNER_ONLY' });
    try {
      return await this.write(async () => {
        const before = await this.repository.findSameFile(arriving);
        const scan = { harmless: await this.repository.harmlessTexts() };
        progress(before ? file.bytes : 0);
        return (
          before ??
          this.repository.mergeFile(arriving, stageRows(register, file.absolutePath, progress, scan))
        );
      }, signal);
    } catch (error) {
      signal.throwIfAborted();
      const problem =
        error instanceof UnreadableFile
          ? error.message
          : this.unexpected('The file could not be imported', error);
      await this.write(() => this.repository.addUnreadableFile(arriving, problem));
      return { ...NOTHING, file: file.path, problem };
    }
  }

  // What the database says of an error may hold a value of a row, which not everybody who sees the message may see.
  private unexpected(what: string, error: unknown): string {
    const reference = randomUUID();
    this.logger.error({ reference, cause: error });
    return `${what}. The service's log says why: ${reference}`;
  }

  // The lock's connection may be gone, and with it the lock: going on could mix two imports.
  private async assertLocked(): Promise<void> {
    if (!(await this.repository.lockImport())) throw new ImportIsRunning();
  }

  private write<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work, signal ? { signal } : {});
  }
}

const NOTHING = { read: 0, new: 0, changed: 0, unchanged: 0, quarantined: 0 };

async function contentHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

import type { Authority, DropSource } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { FileReport, Progress } from './import/import-report.js';
import type { StagedRow } from './import/stage-rows.js';

/** A file of a drop that is about to be merged. */
export interface ArrivingFile {
  readonly deliveryId: string;
  readonly source: DropSource;
  readonly path: string;
  readonly secrecy: 'SHARED' | 'OWNER_ONLY';
  readonly deliveredOn: Day;
  readonly kind: 'FULL' | 'DELTA';
  readonly contentHash: string;
  /** What names the columns; undefined where the file has no such line. */
  readonly headerLine?: string | undefined;
}

export type FinalState = 'FINISHED' | 'FAILED' | 'CANCELLED';

export interface ImportRun {
  readonly id: string;
  readonly dropName: string;
  readonly state: 'RUNNING' | FinalState;
  readonly message: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly requestedBy: string;
  /** That of whoever asked for it; null for the command line. */
  readonly authority: Authority | null;
  /** Who stopped it; set as soon as somebody asks for that. */
  readonly cancelledBy: string | null;
  /** What is being done, and how much of it, while it runs. */
  readonly phase: string | null;
  readonly phaseDone: number | null;
  readonly phaseTotal: number | null;
}

export type ImportedFileRow = FileReport & {
  readonly runId: string;
  readonly deliveryId: string;
  readonly mended: number;
  readonly isWithdrawn: boolean;
};

/** A row that was set aside, for the clerk who mends it. */
export interface QuarantinedRow {
  readonly id: string;
  readonly file: string;
  readonly lineNumber: number;
  readonly reason: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly mend: string;
  readonly rawText: string;
}

/** A text that looks like it holds a person number, for the clerk who decides whether it does. */
export interface HeldTextRow {
  readonly id: string;
  readonly file: string;
  readonly lineNumber: number;
  /** Where in the row it stands, e.g. `findings.0.topic`; `raw_text` for a line in quarantine. */
  readonly field: string;
  /** As delivered; null once somebody decided that it is a person number. */
  readonly text: string | null;
  readonly shownText: string;
  readonly heldAt: Date;
}

/** What the importer needs of the database. All writes go through a transaction with the service's identity. */
export abstract class DeliveriesRepository {
  /** `authority` is that of whoever asks; undefined for the command line. */
  abstract startRun(dropName: string, requestedBy: string, authority: Authority | undefined): Promise<string>;
  abstract finishRun(runId: string, state: FinalState, message: string | null): Promise<void>;
  /** Tells how far a run is; answers who has asked to stop it. */
  abstract noteProgress(runId: string, progress: Progress): Promise<string | undefined>;
  /** False where the run has ended, somebody has asked already, or the asker may not. */
  abstract requestCancel(runId: string, cancelledBy: string): Promise<boolean>;
  /** True where nothing was ever imported, or only unfinished attempts at the drop of this name. */
  abstract isUntouchedExceptFor(dropName: string): Promise<boolean>;
  abstract findRun(runId: string): Promise<ImportRun | undefined>;
  abstract latestRuns(limit: number, offset: number): Promise<ImportRun[]>;
  abstract countRuns(): Promise<number>;
  abstract quarantinedRows(
    runId: string,
    file: string | undefined,
    limit: number,
    offset: number,
  ): Promise<QuarantinedRow[]>;
  abstract filesOfRuns(runIds: readonly string[]): Promise<ImportedFileRow[]>;
  abstract addDelivery(
    runId: string,
    source: DropSource,
    deliveredOn: Day,
    kind: 'FULL' | 'DELTA',
  ): Promise<string>;

  /** The report of the last delivery of this path and day, where its content was the same; then nothing is to be done. */
  abstract findSameFile(file: Omit<ArrivingFile, 'deliveryId'>): Promise<FileReport | undefined>;

  /** Merges all rows of a file in the running transaction; the file counts as arrived only when that commits. */
  abstract mergeFile(file: ArrivingFile, rows: AsyncIterable<readonly StagedRow[]>): Promise<FileReport>;

  /** Texts that look like they hold a person number, and that a clerk found to hold none. */
  abstract harmlessTexts(): Promise<ReadonlySet<string>>;

  /** Texts that nobody decided on yet, oldest first. */
  abstract undecidedTexts(limit: number, offset: number): Promise<HeldTextRow[]>;
  /** Erases the text where it holds a person number; undefined where the asker may not decide on it, or somebody has. */
  abstract decideText(
    id: string,
    isPersonNumber: boolean,
    decidedBy: string,
  ): Promise<HeldTextRow | undefined>;

  abstract addUnreadableFile(file: ArrivingFile, problem: string): Promise<void>;

  /** Brings together what several files tell of one unit; after the last file, and harmless to repeat. */
  abstract joinFiles(): Promise<void>;

  /** Runs that never ended: with the lock held, whoever started them is gone. */
  abstract failInterruptedRuns(): Promise<void>;

  /** Only one import at a time in a database: false while another one runs. */
  abstract lockImport(): Promise<boolean>;
}

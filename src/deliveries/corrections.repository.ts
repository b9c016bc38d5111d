import type { DropSource } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { QuarantinedRow } from './deliveries.repository.js';
import type { StagedRow } from './import/stage-rows.js';

/** One sender's part of a drop, as clerks of that sender see it. */
export interface Delivery {
  readonly id: string;
  readonly runId: string;
  readonly source: DropSource;
  readonly deliveredOn: Day;
  readonly kind: 'FULL' | 'DELTA';
}

/** That a delivery was rolled back: who asked for it, why, and what became of it. */
export interface Rollback {
  readonly id: string;
  readonly deliveryId: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: 'WAITING' | 'DONE' | 'FAILED';
  readonly message: string | null;
  readonly finishedAt: Date | null;
  readonly rowsWithdrawn: number | null;
  readonly unitsRemoved: number | null;
  readonly visitsRemoved: number | null;
}

/** What a rollback took back, in numbers; concerns go with it and are not counted. */
export interface Withdrawn {
  readonly rows: number;
  readonly units: number;
  readonly visits: number;
}

/** What a rollback would do to rows and what is derived from them, in numbers of rows; concerns are not counted. */
export interface LeavingRows {
  /** Rows that this delivery added or changed. */
  readonly rows: number;
  /** Of them, those that later deliveries repeat or replace: what is known today stays. */
  readonly settledLater: number;
  /** Of them, those that fall back to what an earlier delivery said. */
  readonly fallBack: number;
  /** Of them, those that nobody else tells of. */
  readonly vanish: number;
  /** Units of the register that vanish. */
  readonly units: number;
  readonly visits: number;
  /** Places that a touched unit belongs to today. */
  readonly places: number;
}

/** What goes with the files of a delivery, as far as the asker sees them. */
export interface LeavingFiles {
  /** Rows mended by hand that go with it. */
  readonly mends: number;
  /** Later deliveries of the same files. */
  readonly laterDeliveries: number;
}

export type RollbackConsequences = { readonly deliveryId: string } & LeavingRows & LeavingFiles;

/** A row in quarantine with all that is needed to mend it. */
export interface MendableRow extends QuarantinedRow {
  readonly runId: string;
  readonly fileId: string;
  /** What names its columns; null where the file has no such line, or it was imported before they were kept. */
  readonly headerLine: string | null;
  readonly isWithdrawn: boolean;
}

/** A row's mend: who, when, why, and whether it has been taken in. The row in quarantine stays as it was delivered. */
export interface Mend {
  readonly rowId: string;
  readonly mendedText: string;
  readonly reason: string;
  readonly mendedBy: string;
  readonly mendedAt: Date;
  readonly isRepeated: boolean;
  readonly state: 'WAITING' | 'APPLIED' | 'REFUSED' | 'WITHDRAWN';
  readonly message: string | null;
}

/** A mend that nobody has taken in yet. */
export interface WaitingMend {
  readonly id: string;
  readonly fileId: string;
  readonly path: string;
  readonly headerLine: string | null;
  readonly lineNumber: number;
  readonly mendedText: string;
  /** A key that stands twice: the mended line is to replace the one that was kept. */
  readonly replacesOtherLine: boolean;
}

/** What clerks change about deliveries. They ask under their own identity; the service carries it out. */
export abstract class CorrectionsRepository {
  abstract deliveriesOfRuns(runIds: readonly string[]): Promise<Delivery[]>;
  abstract findDelivery(id: string): Promise<Delivery | undefined>;
  abstract rollbacksOf(deliveryIds: readonly string[]): Promise<Rollback[]>;
  /** False where the asker may not, or somebody else has asked already. */
  abstract requestRollback(deliveryId: string, reason: string, requestedBy: string): Promise<boolean>;
  /** As the service, which alone sees rows. */
  abstract foresee(deliveryId: string): Promise<LeavingRows>;
  /** As the asker. */
  abstract foreseeFiles(deliveryId: string): Promise<LeavingFiles>;
  abstract waitingRollbacks(): Promise<{ id: string; deliveryId: string }[]>;
  abstract withdraw(deliveryId: string, rollbackId: string): Promise<void>;
  abstract failRollback(id: string, message: string): Promise<void>;
  /** A rollback that the service itself asks for, of all that a cancelled import had taken in. */
  abstract rollBackRun(runId: string, reason: string, requestedBy: string): Promise<void>;

  abstract findRow(id: string): Promise<MendableRow | undefined>;
  /** The latest mend of each row. */
  abstract mendsOf(rowIds: readonly string[]): Promise<Mend[]>;
  /** Mends the row, and the same line wherever else it stands in quarantine; false where somebody has already. */
  abstract requestMend(rowId: string, mendedText: string, reason: string, mendedBy: string): Promise<boolean>;
  /** Mends lines that were mended before, and now came again as they were. */
  abstract repeatMends(runId: string): Promise<void>;
  abstract waitingMends(): Promise<WaitingMend[]>;
  /** True where the file holds another good line with this key. */
  abstract holdsOtherLine(fileId: string, rowKey: string): Promise<boolean>;
  abstract applyMend(mend: WaitingMend, row: StagedRow): Promise<void>;
  abstract refuseMend(id: string, message: string): Promise<void>;

  /** Waits until no import runs, and keeps others waiting until the transaction ends. */
  abstract waitForImports(): Promise<void>;
}

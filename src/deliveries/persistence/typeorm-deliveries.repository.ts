import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TRY_IMPORT_LOCK } from '../../database/import-lock.js';
import { Transactions } from '../../database/transactions.js';
import type { Authority, DropSource } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import {
  DeliveriesRepository,
  type ArrivingFile,
  type HeldTextRow,
  type FinalState,
  type ImportedFileRow,
  type ImportRun,
  type QuarantinedRow,
} from '../deliveries.repository.js';
import type { FileReport, Progress } from '../import/import-report.js';
import type { StagedRow } from '../import/stage-rows.js';
import { QUARANTINED_ROW } from './corrections.sql.js';
import { countByUnit } from './count-by-unit.js';
import { mergeIntoFile } from './merge-into-file.js';
import { joinFiles } from './project-events.js';

const RUNS = `select id, drop_name as "dropName", state, message, started_at as "startedAt",
  finished_at as "finishedAt", requested_by as "requestedBy", authority, cancelled_by as "cancelledBy", phase,
  phase_done::float as "phaseDone", phase_total::float as "phaseTotal" from import_runs`;

const REPORT = `path as file, rows_read as read, rows_new as "new", rows_changed as changed,
  rows_unchanged as unchanged, rows_quarantined as quarantined, rows_mended as mended, message as problem`;

const HELD_TEXT = `id, path as file, line_number as "lineNumber", field, held_text as text,
  shown_text as "shownText", held_at as "heldAt"`;

@Injectable()
export class TypeormDeliveriesRepository extends DeliveriesRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async startRun(dropName: string, requestedBy: string, authority: Authority | undefined): Promise<string> {
    const [run] = await this.transactions.query<{ id: string }>(
      `insert into import_runs (drop_name, requested_by, authority, state) values ($1, $2, $3, 'RUNNING') returning id`,
      [dropName, requestedBy, authority ?? null],
    );
    return run!.id;
  }

  async noteProgress(runId: string, { phase, done, total }: Progress): Promise<string | undefined> {
    return this.transactions.use(async (manager) => {
      const [[run]] = await manager.query<[{ cancelledBy: string | null }[], number]>(
        `update import_runs set phase = $2, phase_done = $3, phase_total = $4 where id = $1 and state = 'RUNNING'
         returning cancelled_by as "cancelledBy"`,
        [runId, phase, Math.round(done), Math.round(total)],
      );
      return run?.cancelledBy ?? undefined;
    });
  }

  async requestCancel(runId: string, cancelledBy: string): Promise<boolean> {
    const [, count] = await this.transactions.use((manager) =>
      manager.query<[unknown[], number]>(
        `update import_runs set cancelled_by = $2 where id = $1 and state = 'RUNNING' and cancelled_by is null`,
        [runId, cancelledBy],
      ),
    );
    return count === 1;
  }

  async finishRun(runId: string, state: FinalState, message: string | null): Promise<void> {
    await this.transactions.query(
      'update import_runs set state = $2, message = $3, finished_at = clock_timestamp() where id = $1',
      [runId, state, message],
    );
  }

  async isUntouchedExceptFor(dropName: string): Promise<boolean> {
    const [answer] = await this.transactions.query<{ is_untouched: boolean }>(
      `select not exists (select from import_runs where drop_name <> $1)
         and not exists (select from plans) as is_untouched`,
      [dropName],
    );
    return answer?.is_untouched === true;
  }

  async findRun(runId: string): Promise<ImportRun | undefined> {
    const [run] = await this.transactions.query<ImportRun>(`${RUNS} where id = $1`, [runId]);
    return run;
  }

  async latestRuns(limit: number, offset: number): Promise<ImportRun[]> {
    return this.transactions.query(`${RUNS} order by started_at desc, id limit $1 offset $2`, [
      limit,
      offset,
    ]);
  }

  async countRuns(): Promise<number> {
    const [answer] = await this.transactions.query<{ count: number }>(
      'select count(*)::int as count from import_runs',
    );
    return answer!.count;
  }

  async quarantinedRows(
    runId: string,
    file: string | undefined,
    limit: number,
    offset: number,
  ): Promise<QuarantinedRow[]> {
    return this.transactions.query(
      `select ${QUARANTINED_ROW}
       from quarantined_rows row
       join shown_delivery_files file on file.id = row.delivery_file_id
       join deliveries delivery on delivery.id = file.delivery_id
       where delivery.import_run_id = $1 and ($4::text is null or row.path = $4)
       order by row.delivery_file_id, row.line_number, row.id limit $2 offset $3`,
      [runId, limit, offset, file ?? null],
    );
  }

  async filesOfRuns(runIds: readonly string[]): Promise<ImportedFileRow[]> {
    return this.transactions.query(
      `select deliveries.import_run_id as "runId", deliveries.id as "deliveryId",
         file.state = 'WITHDRAWN' as "isWithdrawn", ${REPORT} from shown_delivery_files file
       join deliveries on deliveries.id = file.delivery_id
       where deliveries.import_run_id = any ($1) order by file.id`,
      [runIds],
    );
  }

  async addDelivery(
    runId: string,
    source: DropSource,
    deliveredOn: Day,
    kind: 'FULL' | 'DELTA',
  ): Promise<string> {
    const [delivery] = await this.transactions.query<{ id: string }>(
      'insert into deliveries (import_run_id, source, delivered_on, kind) values ($1, $2, $3, $4) returning id',
      [runId, source, deliveredOn, kind],
    );
    return delivery!.id;
  }

  async findSameFile(file: Omit<ArrivingFile, 'deliveryId'>): Promise<FileReport | undefined> {
    const [last] = await this.transactions.query<
      FileReport & { content_hash: string; kind: string; state: string }
    >(
      `select content_hash, kind, state, ${REPORT} from delivery_files
       where path = $1 and delivered_on = $2 order by id desc limit 1`,
      [file.path, file.deliveredOn],
    );
    if (last?.state !== 'FINISHED' || last.content_hash !== file.contentHash || last.kind !== file.kind)
      return undefined;
    const { read, quarantined } = last;
    return { file: file.path, read, new: 0, changed: 0, unchanged: read - quarantined, quarantined };
  }

  async mergeFile(file: ArrivingFile, rows: AsyncIterable<readonly StagedRow[]>): Promise<FileReport> {
    return this.transactions.use(async (manager) => {
      const fileId = await addFile(manager, file, 'FINISHED', null);
      const counts = await mergeIntoFile(manager, file, fileId, rows);
      if (file.secrecy === 'OWNER_ONLY') await countByUnit(manager, fileId, file.source);
      await manager.query(
        `update delivery_files set rows_read = $2, rows_new = $3, rows_changed = $4, rows_unchanged = $5,
           rows_quarantined = $6 where id = $1`,
        [fileId, counts.read, counts.new, counts.changed, counts.unchanged, counts.quarantined],
      );
      return { file: file.path, ...counts };
    });
  }

  async harmlessTexts(): Promise<ReadonlySet<string>> {
    const rows = await this.transactions.query<{ text: string }>(
      `select held_text as text from held_texts where decision = 'HARMLESS'`,
    );
    return new Set(rows.map(({ text }) => text));
  }

  async undecidedTexts(limit: number, offset: number): Promise<HeldTextRow[]> {
    return this.transactions.query(
      `select ${HELD_TEXT} from held_texts where decision is null order by held_at, id limit $1 offset $2`,
      [limit, offset],
    );
  }

  async decideText(id: string, isPersonNumber: boolean, decidedBy: string): Promise<HeldTextRow | undefined> {
    return this.transactions.use(async (manager) => {
      const [[decided]] = await manager.query<[HeldTextRow[], number]>(
        `update held_texts set decision = $2, decided_by = $3, decided_at = clock_timestamp(),
           held_text = case when $2 = 'HARMLESS' then held_text end
         where id = $1 and decision is null returning ${HELD_TEXT}`,
        [id, isPersonNumber ? 'PERSON_NUMBER' : 'HARMLESS', decidedBy],
      );
      return decided;
    });
  }

  async addUnreadableFile(file: ArrivingFile, problem: string): Promise<void> {
    await this.transactions.use((manager) => addFile(manager, file, 'UNREADABLE', problem));
  }

  async joinFiles(): Promise<void> {
    await this.transactions.use(joinFiles);
  }

  async lockImport(): Promise<boolean> {
    const [lock] = await this.transactions.query<{ is_taken: boolean }>(TRY_IMPORT_LOCK);
    return lock?.is_taken === true;
  }

  async failInterruptedRuns(): Promise<void> {
    await this.transactions.query(
      `update import_runs set state = 'FAILED', message = 'Interrupted; the next import goes on from here.',
         finished_at = clock_timestamp() where state = 'RUNNING'`,
    );
  }
}

async function addFile(
  manager: EntityManager,
  file: ArrivingFile,
  state: 'FINISHED' | 'UNREADABLE',
  message: string | null,
): Promise<string> {
  const [added] = await manager.query<{ id: string }[]>(
    `insert into delivery_files (delivery_id, path, delivered_on, kind, content_hash, state, message, header_line, secrecy)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      file.deliveryId,
      file.path,
      file.deliveredOn,
      file.kind,
      file.contentHash,
      state,
      message,
      state === 'FINISHED' ? (file.headerLine?.replaceAll('\0', '') ?? null) : null,
      file.secrecy,
    ],
  );
  return added!.id;
}

import { Injectable } from '@nestjs/common';
import { WAIT_FOR_IMPORT_LOCK } from '../../database/import-lock.js';
import { Transactions } from '../../database/transactions.js';
import {
  CorrectionsRepository,
  type Delivery,
  type LeavingFiles,
  type LeavingRows,
  type Mend,
  type MendableRow,
  type Rollback,
  type WaitingMend,
} from '../corrections.repository.js';
import type { ArrivingFile } from '../deliveries.repository.js';
import type { StagedRow } from '../import/stage-rows.js';
import {
  CONSEQUENCES,
  CONSEQUENCES_OF_FILES,
  DELIVERY,
  HOLDS_OTHER_LINE,
  QUARANTINED_ROW,
  REPEAT_MENDS,
  REQUEST_MEND,
  ROLLBACK,
  WAITING_MENDS,
} from './corrections.sql.js';
import { findLeavingRows } from './leaving-rows.js';
import { mergeIntoFile } from './merge-into-file.js';
import { withdrawDelivery } from './withdraw-delivery.js';

@Injectable()
export class TypeormCorrectionsRepository extends CorrectionsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async deliveriesOfRuns(runIds: readonly string[]): Promise<Delivery[]> {
    return this.transactions.query(
      `select ${DELIVERY} from deliveries where import_run_id = any ($1) order by received_at, id`,
      [runIds],
    );
  }

  async findDelivery(id: string): Promise<Delivery | undefined> {
    const [delivery] = await this.transactions.query<Delivery>(
      `select ${DELIVERY} from deliveries where id = $1`,
      [id],
    );
    return delivery;
  }

  async rollbacksOf(deliveryIds: readonly string[]): Promise<Rollback[]> {
    return this.transactions.query(
      `select distinct on (delivery_id) ${ROLLBACK} from delivery_rollbacks where delivery_id = any ($1)
       order by delivery_id, requested_at desc`,
      [deliveryIds],
    );
  }

  async requestRollback(deliveryId: string, reason: string, requestedBy: string): Promise<boolean> {
    const added = await this.transactions.query(
      `insert into delivery_rollbacks (delivery_id, source, reason, requested_by)
       select id, source, $2, $3 from deliveries where id = $1 on conflict do nothing returning id`,
      [deliveryId, reason, requestedBy],
    );
    return added.length === 1;
  }

  async foresee(deliveryId: string): Promise<LeavingRows> {
    return this.transactions.use(async (manager) => {
      await findLeavingRows(manager, deliveryId);
      const [counts] = await manager.query<LeavingRows[]>(CONSEQUENCES);
      return counts!;
    });
  }

  async foreseeFiles(deliveryId: string): Promise<LeavingFiles> {
    const [counts] = await this.transactions.query<LeavingFiles>(CONSEQUENCES_OF_FILES, [deliveryId]);
    return counts!;
  }

  async waitingRollbacks(): Promise<{ id: string; deliveryId: string }[]> {
    return this.transactions.query(
      `select id, delivery_id as "deliveryId" from delivery_rollbacks where state = 'WAITING' order by requested_at, id`,
    );
  }

  async withdraw(deliveryId: string, rollbackId: string): Promise<void> {
    await this.transactions.use(async (manager) => {
      const { rows, units, visits } = await withdrawDelivery(manager, deliveryId, rollbackId);
      await manager.query(
        `update delivery_rollbacks set state = 'DONE', finished_at = clock_timestamp(), rows_withdrawn = $2,
           units_removed = $3, visits_removed = $4 where id = $1`,
        [rollbackId, rows, units, visits],
      );
    });
  }

  async failRollback(id: string, message: string): Promise<void> {
    await this.transactions.query(
      `update delivery_rollbacks set state = 'FAILED', message = $2, finished_at = clock_timestamp() where id = $1`,
      [id, message],
    );
  }

  async rollBackRun(runId: string, reason: string, requestedBy: string): Promise<void> {
    await this.transactions.query(
      `insert into delivery_rollbacks (delivery_id, source, reason, requested_by)
       select id, source, $2, $3 from deliveries where import_run_id = $1 on conflict do nothing`,
      [runId, reason, requestedBy],
    );
  }

  async findRow(id: string): Promise<MendableRow | undefined> {
    const [row] = await this.transactions.query<MendableRow>(
      `select ${QUARANTINED_ROW}, delivery.import_run_id as "runId", file.id as "fileId",
         file.header_line as "headerLine", file.state = 'WITHDRAWN' as "isWithdrawn"
       from quarantined_rows row
       join shown_delivery_files file on file.id = row.delivery_file_id
       join deliveries delivery on delivery.id = file.delivery_id where row.id = $1`,
      [id],
    );
    return row;
  }

  async mendsOf(rowIds: readonly string[]): Promise<Mend[]> {
    return this.transactions.query(
      `select distinct on (quarantined_row_id) quarantined_row_id as "rowId", mended_text as "mendedText", reason,
         mended_by as "mendedBy", mended_at as "mendedAt", is_repeated as "isRepeated", state, message
       from row_mends where quarantined_row_id = any ($1) order by quarantined_row_id, id desc`,
      [rowIds],
    );
  }

  async requestMend(rowId: string, mendedText: string, reason: string, mendedBy: string): Promise<boolean> {
    const mended = await this.transactions.query<{ id: string }>(REQUEST_MEND, [
      rowId,
      mendedText,
      reason,
      mendedBy,
    ]);
    return mended.some(({ id }) => id === rowId);
  }

  async repeatMends(runId: string): Promise<void> {
    await this.transactions.query(REPEAT_MENDS, [runId]);
  }

  async waitingMends(): Promise<WaitingMend[]> {
    return this.transactions.query(WAITING_MENDS);
  }

  async holdsOtherLine(fileId: string, rowKey: string): Promise<boolean> {
    const [answer] = await this.transactions.query<{ holdsIt: boolean }>(HOLDS_OTHER_LINE, [fileId, rowKey]);
    return answer?.holdsIt === true;
  }

  async applyMend(mend: WaitingMend, row: StagedRow): Promise<void> {
    await this.transactions.use(async (manager) => {
      const [file] = await manager.query<ArrivingFile[]>(
        `select file.delivery_id as "deliveryId", delivery.source, file.path, file.delivered_on::text as "deliveredOn",
           file.content_hash as "contentHash", row.secrecy
         from row_mends mend join quarantined_rows row on row.id = mend.quarantined_row_id
         join delivery_files file on file.id = row.delivery_file_id
         join deliveries delivery on delivery.id = file.delivery_id where mend.id = $1`,
        [mend.id],
      );
      await mergeIntoFile(manager, { ...file!, kind: 'DELTA' }, mend.fileId, one(row));
      await manager.query(
        `update row_mends set state = 'APPLIED', applied_at = clock_timestamp(), row_key = $2 where id = $1`,
        [mend.id, row.rowKey],
      );
      await manager.query('update delivery_files set rows_mended = rows_mended + 1 where id = $1', [
        mend.fileId,
      ]);
    });
  }

  async refuseMend(id: string, message: string): Promise<void> {
    await this.transactions.query(`update row_mends set state = 'REFUSED', message = $2 where id = $1`, [
      id,
      message,
    ]);
  }

  async waitForImports(): Promise<void> {
    await this.transactions.query(WAIT_FOR_IMPORT_LOCK);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- rows come as a stream
async function* one(row: StagedRow): AsyncGenerator<StagedRow[]> {
  yield [row];
}

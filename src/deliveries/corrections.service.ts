import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type {
  EditableCell,
  EditableRow,
  RegisterFile,
  RowFault,
} from '../domain/inspection/register-file.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import {
  CorrectionsRepository,
  type Delivery,
  type Mend,
  type MendableRow,
  type Rollback,
  type RollbackConsequences,
} from './corrections.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { stageLine } from './import/stage-rows.js';
import { WaitingCorrections } from './import/waiting-corrections.service.js';
import { RegisterFiles } from './register-files.js';

/** A row as somebody mended it: by its cells, or as a whole line. */
export interface Draft {
  readonly cells?: readonly EditableCell[] | undefined;
  readonly text?: string | undefined;
}

/** What clerks do about what was delivered: rolling a delivery back, and mending a row. Every act has a reason. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly repository: CorrectionsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly registerFiles: RegisterFiles,
    private readonly waiting: WaitingCorrections,
    private readonly transactions: Transactions,
  ) {}

  async deliveriesOfRuns(runIds: readonly string[]): Promise<Map<string, Delivery[]>> {
    return Map.groupBy(await this.repository.deliveriesOfRuns(runIds), ({ runId }) => runId);
  }

  async rollbacksOf(deliveryIds: readonly string[]): Promise<Map<string, Rollback>> {
    const rollbacks = await this.repository.rollbacksOf(deliveryIds);
    return new Map(rollbacks.map((rollback) => [rollback.deliveryId, rollback]));
  }

  /** Undefined where there is no such delivery for the asker. */
  async consequencesOf(deliveryId: string): Promise<RollbackConsequences | undefined> {
    const delivery = await this.repository.findDelivery(deliveryId);
    if (!delivery) return undefined;
    const files = await this.repository.foreseeFiles(deliveryId);
    return { deliveryId, ...(await this.asService(() => this.repository.foresee(deliveryId))), ...files };
  }

  /** Asks for a rollback, which begins when the request has been written down. Throws NOT_FOUND, BAD_INPUT, CONFLICT. */
  async rollBack(deliveryId: string, reason: string, requestedBy: string): Promise<Delivery> {
    const delivery = await this.repository.findDelivery(deliveryId);
    if (!delivery) throw new ExpectedError('NOT_FOUND', 'There is no such delivery to roll back.');
    const isAsked = await this.repository.requestRollback(deliveryId, checkedReason(reason), requestedBy);
    if (!isAsked) throw new ExpectedError('CONFLICT', 'The delivery has already been rolled back.');
    this.transactions.onCommit(() => this.waiting.begin());
    return delivery;
  }

  /** Undefined where there is no such row for the asker. */
  async findRow(id: string): Promise<MendableRow | undefined> {
    return this.repository.findRow(id);
  }

  async mendsOf(rowIds: readonly string[]): Promise<Map<string, Mend>> {
    return new Map((await this.repository.mendsOf(rowIds)).map((mend) => [mend.rowId, mend]));
  }

  /** The row's values by name; undefined where it can only be edited as a whole. */
  editableRow({ file, headerLine, rawText }: MendableRow): EditableRow | undefined {
    const register = this.registerOf(file);
    if (register.hasHeader && headerLine === null) return undefined;
    return register.takeApart(headerLine ?? undefined, rawText);
  }

  /**
   * Takes a mended row in, which begins when the mend has been written down; answers what is still wrong where the row
   * cannot be read. Throws NOT_FOUND, BAD_INPUT for the reason, CONFLICT where somebody was faster.
   */
  async mend(id: string, draft: Draft, reason: string, mendedBy: string): Promise<RowFault | undefined> {
    const row = await this.repository.findRow(id);
    if (!row) throw new ExpectedError('NOT_FOUND', 'There is no such row to mend.');
    if (row.isWithdrawn)
      throw new ExpectedError('CONFLICT', 'The delivery of this row has been rolled back.');
    const register = this.registerOf(row.file);
    if (register.hasHeader && row.headerLine === null)
      throw new ExpectedError('BAD_INPUT', 'The names of its columns were not kept; deliver the file again.');
    const headerLine = row.headerLine ?? undefined;
    const written = draft.text ?? register.putTogether(headerLine, draft.cells ?? []);
    const text = written.replace(/[\r\n]+/g, ' ').trim();
    const fault = await this.faultOf(row, register, text);
    if (fault) return fault;
    if (!(await this.repository.requestMend(id, text, checkedReason(reason), mendedBy)))
      throw new ExpectedError('CONFLICT', 'Somebody else has mended this row in the meantime.');
    this.transactions.onCommit(() => this.waiting.begin());
    return undefined;
  }

  private async faultOf(
    row: MendableRow,
    register: RegisterFile,
    text: string,
  ): Promise<RowFault | undefined> {
    return this.asService(async () => {
      const scan = { harmless: await this.deliveries.harmlessTexts() };
      const line = { lineNumber: row.lineNumber, text };
      const staged = stageLine(register, row.headerLine ?? undefined, line, scan);
      if (staged.reason !== null)
        return {
          reason: staged.reason,
          ...(staged.field === null ? {} : { field: staged.field }),
          ...(staged.value === null ? {} : { value: staged.value }),
          mend: staged.mend ?? '',
        };
      const isTaken =
        row.reason !== 'CONFLICTING_DUPLICATE' &&
        (await this.repository.holdsOtherLine(row.fileId, staged.rowKey!));
      if (!isTaken) return undefined;
      return {
        reason: 'CONFLICTING_DUPLICATE',
        field: 'key',
        value: staged.rowKey!,
        mend: 'The key stands on another line of the file too, and that line is kept. Give the row a key of its own.',
      };
    });
  }

  private registerOf(path: string): RegisterFile {
    const register = this.registerFiles.inOrder.find((each) => each.path === path);
    if (!register) throw new ExpectedError('BAD_INPUT', `No such file is known any more: ${path}.`);
    return register;
  }

  // Rows and versions are the service's own; what is told of them are numbers and faults.
  private asService<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work);
  }
}

/** Throws BAD_INPUT for a reason that says nothing. */
export function checkedReason(reason: string): string {
  const text = reason.trim();
  if (text.length >= 5 && text.length <= 1000) return text;
  throw new ExpectedError(
    'BAD_INPUT',
    `reason has ${text.length} characters; write why, in 5 to 1000 characters.`,
  );
}

import { Injectable, Logger } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { CorrectionsRepository, type WaitingMend } from '../corrections.repository.js';
import { DeliveriesRepository } from '../deliveries.repository.js';
import { RegisterFiles } from '../register-files.js';
import { stageLine } from './stage-rows.js';

/** Carries out what clerks asked for: each rollback and each mend in a transaction of its own. */
@Injectable()
export class ApplyCorrections {
  private readonly logger = new Logger(ApplyCorrections.name);

  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly registerFiles: RegisterFiles,
    private readonly transactions: Transactions,
  ) {}

  /** To be called while no import runs but one's own; true where anything changed. `joinFiles` and matching come after. */
  async applyWaiting(): Promise<boolean> {
    const rollbacks = await this.write(() => this.corrections.waitingRollbacks());
    for (const { id, deliveryId } of rollbacks) {
      try {
        await this.write(() => this.corrections.withdraw(deliveryId, id));
      } catch (error) {
        this.logger.error(error);
        await this.write(() =>
          this.corrections.failRollback(id, 'It could not be carried out, and changed nothing.'),
        );
      }
    }
    const mends = await this.write(() => this.corrections.waitingMends());
    for (const mend of mends) await this.apply(mend);
    return rollbacks.length + mends.length > 0;
  }

  private async apply(mend: WaitingMend): Promise<void> {
    try {
      const problem = await this.write(async () => {
        const register = this.registerFiles.inOrder.find(({ path }) => path === mend.path);
        if (!register) return `No such file is known any more: ${mend.path}.`;
        const scan = { harmless: await this.deliveries.harmlessTexts() };
        const line = { lineNumber: mend.lineNumber, text: mend.mendedText };
        const row = stageLine(register, mend.headerLine ?? undefined, line, scan);
        if (row.rowKey === null || row.reason !== null) return row.mend ?? 'The row has no key.';
        const isTaken =
          !mend.replacesOtherLine && (await this.corrections.holdsOtherLine(mend.fileId, row.rowKey));
        if (isTaken) return `The key ${row.rowKey} stands on another line of the file.`;
        await this.corrections.applyMend(mend, row);
        return undefined;
      });
      if (problem !== undefined) await this.write(() => this.corrections.refuseMend(mend.id, problem));
    } catch (error) {
      this.logger.error(error);
      await this.write(() => this.corrections.refuseMend(mend.id, 'It could not be taken in.'));
    }
  }

  private write<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work);
  }
}

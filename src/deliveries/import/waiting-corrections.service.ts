import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { FacilitiesService } from '../../facilities/facilities.service.js';
import { CorrectionsRepository } from '../corrections.repository.js';
import { DeliveriesRepository } from '../deliveries.repository.js';
import { ApplyCorrections } from './apply-corrections.service.js';

/** Carries out waiting rollbacks and mends as soon as no import runs, and matches the places anew. */
@Injectable()
export class WaitingCorrections implements OnModuleDestroy {
  private readonly logger = new Logger(WaitingCorrections.name);
  private running: Promise<void> | undefined;
  private isAskedAgain = false;

  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly applier: ApplyCorrections,
    private readonly facilities: FacilitiesService,
    private readonly transactions: Transactions,
  ) {}

  /** Begins in the background; what was asked for before this call is done when `settled` resolves. */
  begin(): void {
    this.isAskedAgain = true;
    this.running ??= this.work().finally(() => (this.running = undefined));
  }

  /** When nothing is under way. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  async onModuleDestroy(): Promise<void> {
    await this.settled();
  }

  private async work(): Promise<void> {
    while (this.isAskedAgain) {
      this.isAskedAgain = false;
      try {
        await this.transactions.run(SERVICE_IDENTITY, () => this.carryOut());
      } catch (error) {
        this.logger.error(error);
      }
    }
  }

  // The outer transaction only holds the lock.
  private async carryOut(): Promise<void> {
    await this.corrections.waitForImports();
    if (!(await this.applier.applyWaiting())) return;
    await this.transactions.run(SERVICE_IDENTITY, () => this.deliveries.joinFiles());
    await this.facilities.matchPlaces(() => undefined);
  }
}

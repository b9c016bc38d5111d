import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { SingleFlight } from '../../domain/shared/single-flight.js';
import { FacilitiesService } from '../../facilities/facilities.service.js';
import { CorrectionsRepository } from '../corrections.repository.js';
import { DeliveriesRepository } from '../deliveries.repository.js';
import { ApplyCorrections } from './apply-corrections.service.js';

/** Carries out waiting rollbacks and mends as soon as no import runs, and matches the places anew. */
@Injectable()
export class WaitingCorrections implements OnModuleDestroy {
  private readonly logger = new Logger(WaitingCorrections.name);
  private readonly work = new SingleFlight(() => this.carryOut());

  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly applier: ApplyCorrections,
    private readonly facilities: FacilitiesService,
    private readonly transactions: Transactions,
  ) {}

  /** Begins in the background. */
  begin(): void {
    this.work.begin();
  }

  /** When all that was asked for before this call has been carried out. */
  async settled(): Promise<void> {
    await this.work.settled();
  }

  async onModuleDestroy(): Promise<void> {
    await this.settled();
  }

  private async carryOut(): Promise<void> {
    try {
      // The outer transaction only holds the lock.
      await this.transactions.run(SERVICE_IDENTITY, async () => {
        await this.corrections.waitForImports();
        if (!(await this.applier.applyWaiting())) return;
        await this.transactions.run(SERVICE_IDENTITY, () => this.deliveries.joinFiles());
        await this.facilities.matchPlaces(() => undefined);
      });
    } catch (error) {
      this.logger.error(error);
    }
  }
}

import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { SingleFlight } from '../domain/shared/single-flight.js';
import { FacilitiesService } from './facilities.service.js';
import { MatchReviewRepository } from './match-review.repository.js';

/** Matches the places anew in the background after people decided, as soon as no import runs. */
@Injectable()
export class Rematching implements OnModuleDestroy {
  private readonly logger = new Logger(Rematching.name);
  private readonly work = new SingleFlight(() => this.match());

  constructor(
    private readonly review: MatchReviewRepository,
    private readonly facilities: FacilitiesService,
    private readonly transactions: Transactions,
  ) {}

  begin(): void {
    this.work.begin();
  }

  /** When what was decided before this call shows in the places. */
  async settled(): Promise<void> {
    await this.work.settled();
  }

  async onModuleDestroy(): Promise<void> {
    await this.settled();
  }

  private async match(): Promise<void> {
    try {
      // The outer transaction only holds the lock.
      await this.transactions.run(SERVICE_IDENTITY, async () => {
        await this.review.waitForImports();
        await this.facilities.matchPlaces(() => undefined);
      });
    } catch (error) {
      this.logger.error(error);
    }
  }
}

import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { PlanningJobs } from '../jobs/planning-jobs.service.js';
import { PlanWatchRepository } from './plan-watch.repository.js';

/**
 * Looks whether something has happened that the published plan does not know of, and begins a planning that moves as
 * little as possible. What comes of it is a draft: people look at it, accept their parts and publish it, or leave it.
 */
@Injectable()
export class PlanWatch implements OnModuleDestroy {
  private readonly logger = new Logger(PlanWatch.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: PlanWatchRepository,
    private readonly jobs: PlanningJobs,
    private readonly transactions: Transactions,
  ) {}

  /** Looks every so many seconds until the service stops; 0 never does. */
  start(seconds: number, today: () => Day): void {
    if (seconds === 0) return;
    this.timer = setInterval(() => {
      void this.look(today()).catch((error: unknown) => this.logger.error(error));
    }, 1000 * seconds).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The id of the planning that it began; undefined where nothing has happened or another planning runs. */
  async look(today: Day): Promise<string | undefined> {
    const found = await this.transactions.run(SERVICE_IDENTITY, () =>
      this.repository.changesSincePlanned(today),
    );
    if (!found || found.causes.length === 0) return undefined;
    try {
      return await this.jobs.start({ basedOn: found.planId, causes: found.causes }, SERVICE_IDENTITY, today);
    } catch (error) {
      if (error instanceof ExpectedError && error.code === 'CONFLICT') return undefined;
      throw error;
    }
  }
}

import { Controller, Get, Logger, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AllowEverybody } from '../access/access.guard.js';
import { Transactions } from '../database/transactions.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';

const LONGEST_CHECK_MS = 2000;
/** A proxy asks often, and so may anybody: the database is asked at most this often. */
const VALID_FOR_MS = 1000;

/** For the proxy in front: whether this copy of the service runs, and whether it can answer. Never why not. */
@Controller('health')
export class HealthController {
  private readonly logger = new Logger(HealthController.name);
  private checkedAt = -Infinity;
  private latest: Promise<boolean> = Promise.resolve(false);

  constructor(private readonly transactions: Transactions) {}

  @Get('live')
  @AllowEverybody()
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @AllowEverybody()
  async ready(@Res() response: Response): Promise<void> {
    if (performance.now() - this.checkedAt > VALID_FOR_MS) {
      this.checkedAt = performance.now();
      this.latest = this.canAskDatabase();
    }
    const isReady = await this.latest;
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'up' : 'down' });
  }

  private async canAskDatabase(): Promise<boolean> {
    try {
      await this.transactions.run(SERVICE_IDENTITY, () => this.transactions.query('select 1'), {
        isReadOnly: true,
        statementTimeoutMs: LONGEST_CHECK_MS,
        signal: AbortSignal.timeout(LONGEST_CHECK_MS),
      });
      return true;
    } catch (error) {
      this.logger.error(error);
      return false;
    }
  }
}

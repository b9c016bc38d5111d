import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditLog } from './audit-log.service.js';
import { AuditSettings } from './audit-settings.js';
import { writeCheckpoint } from './chain/checkpoint.js';
import { appendLine } from './checkpoint-file.js';

const PERIOD_MS = 60_000;

/** Notes the head of the log outside the database: every minute in which it grew, and when the service ends. */
@Injectable()
export class AuditCheckpoints implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AuditCheckpoints.name);
  private timer: NodeJS.Timeout | undefined;
  private noted = 0;

  constructor(
    private readonly log: AuditLog,
    private readonly settings: AuditSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tryNote(), PERIOD_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.tryNote();
  }

  /** Notes the head where this process added entries since the last time. */
  async note(): Promise<void> {
    const known = this.log.knownHead;
    if (!known || known.sequence <= this.noted) return;
    const head = await this.log.currentHead();
    await appendLine(this.settings.checkpointFile, writeCheckpoint(head, new Date(), this.settings.keys));
    this.noted = head.sequence;
  }

  // The log itself is written, so nothing is lost that the next checkpoint does not cover; but somebody has to know.
  private async tryNote(): Promise<void> {
    await this.note().catch((error: unknown) => this.logger.error(error));
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { StageOneBudgets } from '../../domain/planning/stage-one-options.js';
import type { Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { SERVICE_IDENTITY, type Identity } from '../../domain/shared/identity.js';
import { Planner } from '../planner.service.js';
import { startPlanThread, type PlanThread } from './plan-thread.js';
import { PlanningJobsRepository } from '../planning-jobs.repository.js';
import type { JobProgress, NewJob, PlanningCause, PlanningJob } from '../planning-job.js';

const BEAT_MS = 400;
/** A job beats more than twice a second; one that has been silent for so long has no process any more. */
const SILENT_SECONDS = 20;

export interface PlanningRequest {
  /** The plan to stay near to; null plans from nothing. */
  readonly basedOn: string | null;
  /** What made the service begin by itself. */
  readonly causes?: readonly PlanningCause[];
  /** Drawn where left out. Kept to ourselves until the plan is there: who knows it could foresee the plan. */
  readonly seed?: string | undefined;
  readonly budgets?: StageOneBudgets | undefined;
}

/** Plannings in the background: one at a time, in a thread of their own, watched and stopped through their row. */
@Injectable()
export class PlanningJobs implements OnModuleDestroy {
  private readonly logger = new Logger(PlanningJobs.name);
  private readonly running = new Map<string, PlanThread>();
  private readonly unended = new Set<Promise<void>>();

  constructor(
    private readonly repository: PlanningJobsRepository,
    private readonly planner: Planner,
    private readonly transactions: Transactions,
  ) {}

  /** The database is closed after this: whatever still plans must have written its end by then. */
  async onModuleDestroy(): Promise<void> {
    for (const thread of this.running.values()) thread.cancel();
    await Promise.allSettled(this.unended);
  }

  /** Starts a planning and answers its id. Throws CONFLICT while another one runs, BAD_INPUT while nothing is scored. */
  async start(request: PlanningRequest, identity: Identity, today: Day): Promise<string> {
    const seed = request.seed ?? randomBytes(16).toString('base64url');
    const job: NewJob = {
      kind: request.basedOn === null ? 'PLAN' : 'REPLAN',
      basedOn: request.basedOn,
      causes: request.causes ?? [],
      requestedBy: identity.person,
      authority: identity.authority ?? null,
      responsibleUnit: identity.unit ?? null,
      seedCommitment: createHash('sha256').update(seed).digest('hex'),
      budgets: request.budgets ?? null,
    };
    return new Promise((resolve, reject) => {
      const ending = this.planner
        .whileLocked(async () => {
          const id = await this.asService(async () => {
            // Whoever holds the lock is the only one that plans: what still seems to run is dead.
            await this.repository.failSilent(0);
            return this.repository.start(job);
          });
          if (id === undefined) throw new ExpectedError('CONFLICT', 'Another planning has just begun.');
          await this.plan(id, request, seed, today, () => resolve(id));
        })
        .catch((error: unknown) => reject(error as Error))
        .finally(() => this.unended.delete(ending));
      this.unended.add(ending);
    });
  }

  /** Stops a planning within a second, in whatever process it runs. Throws NOT_FOUND where none with this id runs. */
  async cancel(id: string): Promise<void> {
    if (!(await this.asService(() => this.repository.requestCancel(id)))) {
      throw new ExpectedError('NOT_FOUND', 'No planning with this id is running.');
    }
    this.running.get(id)?.cancel();
  }

  async find(id: string): Promise<PlanningJob | undefined> {
    await this.asService(() => this.repository.failSilent(SILENT_SECONDS));
    return this.asService(() => this.repository.find(id));
  }

  async latest(limit: number): Promise<PlanningJob[]> {
    await this.asService(() => this.repository.failSilent(SILENT_SECONDS));
    return this.repository.latest(limit);
  }

  private async plan(
    id: string,
    request: PlanningRequest,
    seed: string,
    today: Day,
    onStarted: () => void,
  ): Promise<void> {
    let progress: JobProgress = {
      phase: 'READING',
      done: 0,
      total: 1,
      upperBound: null,
      value: null,
      gap: null,
    };
    const beating = setInterval(() => {
      void this.asService(() => this.repository.beat(id, progress))
        .then((isUnwanted) => isUnwanted && this.running.get(id)?.cancel())
        .catch((error: unknown) => this.logger.warn(error));
    }, BEAT_MS);
    try {
      const order = await this.planner.orderFor(today, seed, request.basedOn);
      onStarted();
      const thread = startPlanThread(
        { ...order, ...(request.budgets && { budgets: request.budgets }) },
        (told) => {
          progress = { ...told, upperBound: Number.isFinite(told.upperBound) ? told.upperBound : null };
        },
      );
      this.running.set(id, thread);
      const made = await thread.made;
      if (made === undefined) {
        await this.end(id, { state: 'CANCELLED', message: 'Somebody stopped it; nothing was stored.' });
        return;
      }
      progress = { ...progress, phase: 'STORING' };
      const planId = await this.planner.store(made);
      // In the same transaction as the plan: there is no finished job without one.
      await this.repository.finish(id, { state: 'FINISHED', planId, inputHash: made.inputHash });
    } catch (error) {
      if (!(error instanceof ExpectedError)) this.logger.error(error);
      const message =
        error instanceof ExpectedError ? error.message : 'The planning failed; the log tells why.';
      await this.end(id, { state: 'FAILED', message });
      throw error;
    } finally {
      clearInterval(beating);
      this.running.delete(id);
    }
  }

  private async end(id: string, end: Parameters<PlanningJobsRepository['finish']>[1]): Promise<void> {
    await this.asService(() => this.repository.finish(id, end));
  }

  // Always a transaction of its own, beside the one that plans: others must see it at once.
  private async asService<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work);
  }
}

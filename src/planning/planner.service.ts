import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { StageOneBudgets } from '../domain/planning/stage-one-options.js';
import { addDays, mondayOf, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import {
  makePlans,
  type MadePlans,
  type OnSolved,
  type PlanningReport,
  type PlanOrder,
} from './make-plans.js';
import { PlanningRepository } from './planning.repository.js';

const WEEKS = 52;

type Report = (progress: { phase: string; done: number; total: number }) => void;

/** Makes the joint plan of the next 52 weeks and the fixed cadence beside it, checks both, and stores them as drafts. */
@Injectable()
export class Planner {
  constructor(
    private readonly repository: PlanningRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Plans from the Monday after `today`, in this thread. Throws CONFLICT while another planning runs, BAD_INPUT while
   * nothing has been scored; a plan that breaks a hard rule is never stored.
   */
  async makePlans(
    today: Day,
    seed: string,
    onProgress: Report,
    { onSolved, budgets }: { onSolved?: OnSolved; budgets?: StageOneBudgets } = {},
  ): Promise<PlanningReport> {
    return this.whileLocked(async () => {
      const order = await this.orderFor(today, seed, null);
      const made = makePlans(
        { ...order, ...(budgets && { budgets }) },
        ({ done, total }) => onProgress({ phase: 'planning', done, total }),
        () => false,
        onSolved,
      );
      await this.store(made);
      return made.report;
    });
  }

  /** One planning at a time in a database: runs `work` as the service, or throws CONFLICT. */
  async whileLocked<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      if (!(await this.repository.lockPlanning())) {
        throw new ExpectedError('CONFLICT', 'Another planning is running; wait until it has ended.');
      }
      return work();
    });
  }

  /** What is to be planned from the Monday after `today`; near to the plan `basedOn` where one is named. */
  async orderFor(today: Day, seed: string, basedOn: string | null): Promise<PlanOrder> {
    const startsOn = addDays(mondayOf(today), 7);
    const facts = await this.repository.planningFacts(startsOn, addDays(startsOn, 7 * WEEKS - 1));
    if (!facts) throw new ExpectedError('BAD_INPUT', 'There is nothing to plan by: score the places first.');
    const order = { facts, startsOn, weeks: WEEKS, seed };
    if (basedOn === null) return order;
    return { ...order, facts: { ...facts, commitments: await this.repository.commitmentsOf(basedOn) } };
  }

  /** Stores both plans as drafts and answers the id of the joint one. */
  async store({ plans }: MadePlans): Promise<string> {
    const planningRunId = randomUUID();
    let id = '';
    for (const plan of plans) id = await this.repository.storePlan({ ...plan, planningRunId });
    await this.transactions.refreshStatistics();
    return id;
  }
}

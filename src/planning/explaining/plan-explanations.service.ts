import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { addDays, type Day } from '../../domain/shared/day.js';
import type { Authority } from '../../domain/shared/authority.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import type { SlotKey } from '../../domain/planning/plan.js';
import { PlanKeepingRepository } from '../life-cycle/plan-keeping.repository.js';
import { PlanningRepository } from '../planning.repository.js';
import type { ExplainOrder, PlanAnswer, PlanQuestion } from './explain-order.js';
import { askThread } from './explain-thread.js';

/** A request may take little longer. */
const LONGEST_MS = 28_000;
/** Answers that are kept in case somebody asks again. */
const MOST_KEPT = 50;
/** Questions that wait for one another; more are turned away. */
const LONGEST_QUEUE = 4;

/** An answer with the Monday and the weeks that it speaks of. */
export interface ToldAnswer<T extends PlanAnswer> {
  readonly planId: string;
  readonly startsOn: Day;
  readonly answer: T;
}

/** A visit that would move or go, as far as the asker may know of it. */
export interface GivingVisit {
  readonly facilityId: string;
  readonly facilityName: string;
  readonly authority: Authority;
  readonly weekStart: Day;
}

/** Why a visit is planned or missing, what would change it, and what hours are worth: found by planning again. */
@Injectable()
export class PlanExplanations {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly answers = new Map<string, PlanAnswer>();

  constructor(
    private readonly planning: PlanningRepository,
    private readonly keeping: PlanKeepingRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Throws NOT_FOUND where there is no such plan, place or visit, or the asker may not see the place's reasons. */
  async ask<K extends PlanQuestion['kind']>(
    planId: string | null,
    question: Extract<PlanQuestion, { kind: K }>,
  ): Promise<ToldAnswer<Extract<PlanAnswer, { kind: K }>>> {
    if ('facilityId' in question && !(await this.planning.maySeeReasons(question.facilityId)))
      throw new ExpectedError('NOT_FOUND', 'There is no such place, or its reasons are not for you.');
    const { id, order } = await this.orderFor(planId, question);
    const answer = await this.inTurn(() => askThread(order, LONGEST_MS));
    if (answer.kind === 'NOT_ASKED') throw new ExpectedError('BAD_INPUT', answer.message);
    return { planId: id, startsOn: order.startsOn, answer: answer as Extract<PlanAnswer, { kind: K }> };
  }

  /** The same facts, plan and question have the same answer: it is found once, whoever asks. */
  private async answerTo(order: ExplainOrder): Promise<PlanAnswer> {
    const key = createHash('sha256').update(JSON.stringify(order)).digest('hex');
    const known = this.answers.get(key);
    if (known) return known;
    const answer = await this.inTurn(() => askThread(order, LONGEST_MS));
    const [oldest] = this.answers.keys();
    if (this.answers.size >= MOST_KEPT && oldest !== undefined) this.answers.delete(oldest);
    this.answers.set(key, answer);
    return answer;
  }

  /** Those of the visits that the asker may see. */
  async visible(planId: string, keys: readonly SlotKey[]): Promise<GivingVisit[]> {
    const found: GivingVisit[] = [];
    for (const facilityId of new Set(keys.map((key) => key.facilityId))) {
      const own = keys.filter((key) => key.facilityId === facilityId);
      for (const visit of await this.keeping.visits({ planId, facilityId }, 10, 0)) {
        const { facilityName, weekStart } = visit;
        for (const { responsibleUnit, authority } of visit.parts)
          if (own.some((key) => key.responsibleUnit === responsibleUnit))
            found.push({ facilityId, facilityName, authority, weekStart });
      }
    }
    return found;
  }

  /** The facts are read as the service; what leaves is codes, weeks and sums. */
  private async orderFor(
    wanted: string | null,
    question: PlanQuestion,
  ): Promise<{ id: string; order: ExplainOrder }> {
    const id = wanted ?? (await this.keeping.currentPlanId());
    const plan = id === undefined ? undefined : await this.keeping.findPlan(id, false);
    if (!plan) throw new ExpectedError('NOT_FOUND', 'There is no such plan.');
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      const { horizonFrom: startsOn, horizonWeeks: weeks } = plan;
      const facts = await this.planning.planningFacts(startsOn, addDays(startsOn, 7 * weeks - 1));
      if (!facts)
        throw new ExpectedError('BAD_INPUT', 'There is nothing to plan by: score the places first.');
      const offices = facts.places.map(({ responsibleUnit, office }) => ({
        responsibleUnit,
        office: office ?? '',
      }));
      const known = new Map(offices.map((each) => [`${each.responsibleUnit} ${each.office}`, each]));
      const visits = await this.keeping.visitsAround(plan.id, NOWHERE, [...known.values()]);
      return { id: plan.id, order: { facts, startsOn, weeks, visits, question } };
    });
  }

  /** One after the other: each takes a core and the memory of a whole plan. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= LONGEST_QUEUE)
      throw new ExpectedError(
        'TOO_MANY_REQUESTS',
        'Others are asking about the plan; try again in a minute.',
      );
    this.waiting += 1;
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

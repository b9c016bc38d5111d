import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { consequencesOf, type ChangeEffects } from '../../domain/planning/changing/consequences.js';
import {
  changedVisit,
  type ChangedVisit,
  type Changer,
  type VisitChange,
} from '../../domain/planning/changing/visit-change.js';
import type { ChangeReason } from '../../domain/planning/life-cycle/agreement.js';
import { addDays, isoWeekday, mondayOf, type Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Identity } from '../../domain/shared/identity.js';
import type { KeptPlan, KeptVisit, PlanChange } from './kept-plan.js';
import { keeperOf } from './plan-keeper.js';
import { PlanKeepingRepository } from './plan-keeping.repository.js';
import { PlanSurroundings } from './plan-surroundings.service.js';

/** A change by hand to one visit, or a visit that is added at a place. */
export interface WantedChange {
  readonly planId: string;
  readonly visitId: string | null;
  /** Needed where there is no visit yet. */
  readonly facilityId: string | null;
  readonly change:
    Exclude<VisitChange, { kind: 'VISIT_ADDED' }> | { readonly kind: 'VISIT_ADDED'; readonly weekStart: Day };
}

/** What a change would lead to. Nothing has been stored; `token` stands for exactly this. */
export interface CheckedChange extends ChangeEffects {
  readonly revision: number;
  readonly token: string;
  readonly former: KeptVisit | null;
  readonly next: ChangedVisit | null;
}

/** Changes by hand on top of a plan: every consequence first, then the change, and back again. */
@Injectable()
export class PlanChanges {
  constructor(
    private readonly repository: PlanKeepingRepository,
    private readonly surroundings: PlanSurroundings,
  ) {}

  /** Throws NOT_FOUND, BAD_INPUT or FORBIDDEN where the change cannot be made at all. */
  async check(wanted: WantedChange, identity: Identity, today: Day): Promise<CheckedChange> {
    const plan = await this.keepable(wanted.planId, false);
    return this.weigh(plan, wanted, keeperOf(identity), today);
  }

  /**
   * Stores a change that was checked. Throws CONFLICT where the plan or what the change leads to is no longer what was
   * shown. The unit that changes accepts its own part by doing so; the partners must answer anew.
   */
  async apply(
    wanted: WantedChange,
    shown: { readonly revision: number; readonly token: string; readonly reason: ChangeReason },
    identity: Identity,
    today: Day,
  ): Promise<string> {
    const by = keeperOf(identity);
    const plan = await this.keepable(wanted.planId, true);
    expectRevision(plan, shown.revision);
    const checked = await this.weigh(plan, wanted, by, today);
    if (checked.token !== shown.token) {
      throw new ExpectedError(
        'CONFLICT',
        'What the change leads to is no longer what was shown; look at it again.',
      );
    }
    const { former, next } = checked;
    const revision = plan.revision + 1;
    const facilityId = (former ?? next)!.facilityId;
    await this.repository.setRevision(plan.id, revision);
    const visitId = former?.id ?? crypto.randomUUID();
    if (former?.noticedFor) await this.repository.withdrawNotice(former.versionId, today);
    const versionId = await this.repository.replaceVersion(
      plan.id,
      former?.versionId ?? null,
      next && { ...next, visitId },
      revision,
    );
    await this.repository.addChange({
      planId: plan.id,
      revision,
      kind: next === null ? 'VISIT_DROPPED' : wanted.change.kind,
      visitId,
      facilityId,
      reason: shown.reason,
      undoes: null,
      changedBy: identity.person,
      authority: by.authority,
      responsibleUnit: by.unit,
    });
    if (versionId !== null && next?.parts.some((part) => part.responsibleUnit === by.unit)) {
      await this.repository.addAnswers([
        {
          versionId,
          planId: plan.id,
          authority: by.authority,
          responsibleUnit: by.unit,
          answer: 'ACCEPTED',
          reason: null,
          proposedWeek: null,
          answeredBy: identity.person,
        },
      ]);
    }
    return visitId;
  }

  /**
   * Takes a revision back. Throws CONFLICT where a later change touched the same visit, FORBIDDEN where another unit
   * made the change. Nothing is deleted: the undoing is a revision of its own.
   */
  async undo(planId: string, undoes: number, expected: number, identity: Identity): Promise<PlanChange> {
    const by = keeperOf(identity);
    const plan = await this.keepable(planId, true);
    expectRevision(plan, expected);
    const made = (await this.repository.changes(planId, 10_000)).find(({ revision }) => revision === undoes);
    if (!made) throw new ExpectedError('NOT_FOUND', `The plan has no change ${undoes}.`);
    if (made.responsibleUnit !== by.unit) {
      throw new ExpectedError(
        'FORBIDDEN',
        `${made.responsibleUnit} made the change; only it can take it back.`,
      );
    }
    const revision = plan.revision + 1;
    await this.repository.setRevision(planId, revision);
    if (!(await this.repository.reverse(planId, undoes, revision))) {
      throw new ExpectedError('CONFLICT', 'The visit was changed again since; take that change back first.');
    }
    const undone = {
      planId,
      revision,
      kind: 'UNDONE' as const,
      visitId: made.visitId,
      facilityId: made.facilityId,
      reason: made.reason,
      undoes,
      responsibleUnit: by.unit,
    };
    await this.repository.addChange({ ...undone, changedBy: identity.person, authority: by.authority });
    return { ...undone, changedAt: new Date() };
  }

  private async keepable(planId: string, forUpdate: boolean): Promise<KeptPlan> {
    const plan = await this.repository.findPlan(planId, forUpdate);
    if (!plan) throw new ExpectedError('NOT_FOUND', 'There is no such plan.');
    if (plan.state === 'HISTORIC' || plan.kind !== 'RISK_BASED') {
      throw new ExpectedError(
        'CONFLICT',
        `The plan is ${plan.state} and ${plan.kind}; it is not changed any more.`,
      );
    }
    return plan;
  }

  private async weigh(plan: KeptPlan, wanted: WantedChange, by: Changer, today: Day): Promise<CheckedChange> {
    const week = 'weekStart' in wanted.change ? wanted.change.weekStart : null;
    if (week !== null) assertWeek(plan, week, today);
    const former = await this.formerVisit(plan, wanted, week);
    const facilityId = former?.facilityId ?? wanted.facilityId;
    if (facilityId === null) throw new ExpectedError('NOT_FOUND', 'There is no such visit in the plan.');
    if (former && former.weekStart < mondayOf(today)) {
      throw new ExpectedError('CONFLICT', `The visit was planned for ${former.weekStart}, which has passed.`);
    }
    const around = await this.surroundings.around(plan, facilityId, former?.parts ?? [], by, today);
    const change: VisitChange =
      wanted.change.kind === 'VISIT_ADDED'
        ? { ...wanted.change, form: await this.repository.usualForm(by.authority, wanted.change.weekStart) }
        : wanted.change;
    const next = changedVisit(around.instance, former, facilityId, change, by);
    const effects = consequencesOf(around, former, next, by, former?.noticedFor != null);
    const token = createHash('sha256')
      .update(
        JSON.stringify([plan.id, plan.revision, wanted.change, former?.versionId, effects.consequences]),
      )
      .digest('base64url');
    return { ...effects, revision: plan.revision, token, former, next };
  }

  private async formerVisit(
    plan: KeptPlan,
    wanted: WantedChange,
    week: Day | null,
  ): Promise<KeptVisit | null> {
    const filter =
      wanted.visitId !== null
        ? { planId: plan.id, visitId: wanted.visitId }
        : { planId: plan.id, facilityId: wanted.facilityId ?? undefined, weekFrom: week!, weekTo: week! };
    const [visit] = await this.repository.visits(filter, 1, 0);
    return visit ?? null;
  }
}

function assertWeek(plan: KeptPlan, week: Day, today: Day): void {
  const last = addDays(plan.horizonFrom, 7 * (plan.horizonWeeks - 1));
  const problem =
    isoWeekday(week) !== 1
      ? 'is no Monday'
      : week < mondayOf(today)
        ? 'has passed'
        : week < plan.horizonFrom || week > last
          ? `lies outside the plan, ${plan.horizonFrom} to ${last}`
          : undefined;
  if (problem) throw new ExpectedError('BAD_INPUT', `weekStart is ${week}, which ${problem}.`);
}

export function expectRevision(plan: KeptPlan, expected: number): void {
  if (plan.revision === expected) return;
  throw new ExpectedError(
    'CONFLICT',
    `The plan is at revision ${plan.revision}, not ${expected}: somebody has changed it. Look at it again.`,
  );
}

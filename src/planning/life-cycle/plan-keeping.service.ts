import { Injectable } from '@nestjs/common';
import {
  obstaclesToPublishing,
  type ChangeReason,
  type PartAnswer,
} from '../../domain/planning/life-cycle/agreement.js';
import { noticeProblem, noticeWindow } from '../../domain/planning/life-cycle/notice-window.js';
import { formOf } from '../../domain/planning/life-cycle/visit-modes.js';
import { isoWeekday, mondayOf, type Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Identity } from '../../domain/shared/identity.js';
import type {
  DecisionKind,
  KeptPlan,
  KeptVisit,
  PlanChange,
  PlanningDecision,
  PlanWeek,
  VisitFilter,
} from './kept-plan.js';
import { expectRevision } from './plan-changes.service.js';
import { keeperOf } from './plan-keeper.js';
import { PlanKeepingRepository, type VisitNoticeRow } from './plan-keeping.repository.js';

export interface GivenAnswer {
  readonly planId: string;
  readonly visitId: string;
  /** Of the plan when the visit was looked at. */
  readonly sinceRevision: number;
  readonly answer: PartAnswer;
  readonly reason: ChangeReason | null;
  readonly proposedWeek: Day | null;
}

export interface NewDecision {
  readonly kind: DecisionKind;
  readonly facilityId: string;
  readonly weekFrom: Day;
  readonly weekTo: Day;
  readonly reason: ChangeReason;
}

/** A plan from draft to history: who accepts what, what is published, and what a place is told. */
@Injectable()
export class PlanKeeping {
  constructor(private readonly repository: PlanKeepingRepository) {}

  async visits(filter: VisitFilter, limit: number, offset: number): Promise<KeptVisit[]> {
    return this.repository.visits(filter, limit, offset);
  }

  /** All visits of the plan in force at these places. */
  async visitsOf(facilityIds: readonly string[]): Promise<KeptVisit[]> {
    return this.repository.visitsOf(facilityIds);
  }

  async countVisits(filter: VisitFilter): Promise<number> {
    return this.repository.countVisits(filter);
  }

  async weeks(filter: VisitFilter): Promise<PlanWeek[]> {
    return this.repository.weeks(filter);
  }

  /** The visit of the plan, or of the plan in force where none is named. */
  async findVisit(visitId: string, planId?: string): Promise<KeptVisit | undefined> {
    const [visit] = await this.repository.visits({ visitId, planId }, 1, 0);
    return visit;
  }

  async changes(planId: string, limit: number, visitId?: string): Promise<PlanChange[]> {
    return this.repository.changes(planId, limit, visitId);
  }

  /** Accepts, declines with a reason, or proposes another week, for the own part of a visit. */
  async answer(given: GivenAnswer, identity: Identity): Promise<KeptVisit> {
    const by = keeperOf(identity);
    await this.open(given.planId);
    const visit = await this.findVisit(given.visitId, given.planId);
    const part = visit?.parts.find(({ responsibleUnit }) => responsibleUnit === by.unit);
    if (!visit) throw new ExpectedError('NOT_FOUND', 'There is no such visit in the plan.');
    if (!part) throw new ExpectedError('FORBIDDEN', `${by.unit} has no part in this visit.`);
    if (visit.sinceRevision !== given.sinceRevision) {
      throw new ExpectedError('CONFLICT', 'The visit was changed since it was shown; look at it again.');
    }
    assertAnswer(given);
    const { answer, reason, proposedWeek } = given;
    await this.repository.addAnswers([
      {
        versionId: visit.versionId,
        planId: visit.planId,
        authority: by.authority,
        responsibleUnit: by.unit,
        answer,
        reason: answer === 'ACCEPTED' ? null : reason,
        proposedWeek,
        answeredBy: identity.person,
      },
    ]);
    return (await this.findVisit(given.visitId, given.planId))!;
  }

  /** Accepts all parts of the own unit that nobody has answered yet; answers how many. */
  async acceptAll(planId: string, revision: number, identity: Identity): Promise<number> {
    const by = keeperOf(identity);
    expectRevision(await this.open(planId), revision);
    return this.repository.acceptAll(planId, by.unit, identity.person);
  }

  /** Throws CONFLICT with what is in the way while not everybody concerned has accepted. */
  async publish(planId: string, revision: number, identity: Identity): Promise<void> {
    keeperOf(identity);
    const plan = await this.open(planId);
    expectRevision(plan, revision);
    const obstacles = obstaclesToPublishing({ ...plan, parts: await this.repository.partStates(planId) });
    if (obstacles.length > 0) {
      throw new ExpectedError('CONFLICT', `The plan cannot be published: ${obstacles.join('; ')}.`);
    }
    await this.repository.publish(planId, identity.person);
  }

  async decisions(facilityId: string): Promise<PlanningDecision[]> {
    return this.repository.decisions(facilityId);
  }

  /** Pins the own visit to a week, in place of a former pin, or closes weeks to it. Later plans keep to it. */
  async decide(decision: NewDecision, identity: Identity): Promise<PlanningDecision> {
    const by = keeperOf(identity);
    for (const [field, week] of [
      ['weekFrom', decision.weekFrom],
      ['weekTo', decision.weekTo],
    ] as const) {
      if (isoWeekday(week) !== 1)
        throw new ExpectedError('BAD_INPUT', `${field} is ${week}, which is no Monday.`);
    }
    if (decision.weekTo < decision.weekFrom) {
      throw new ExpectedError(
        'BAD_INPUT',
        `weekTo is ${decision.weekTo}, before weekFrom, ${decision.weekFrom}.`,
      );
    }
    if (decision.kind === 'PIN') {
      if (decision.weekTo !== decision.weekFrom) {
        throw new ExpectedError('BAD_INPUT', 'A pin names one week: weekTo must be the same as weekFrom.');
      }
      await this.repository.withdrawPin(decision.facilityId, by.unit, identity.person);
    }
    return this.repository.addDecision({
      ...decision,
      authority: by.authority,
      responsibleUnit: by.unit,
      decidedBy: identity.person,
    });
  }

  async withdrawDecision(id: string, identity: Identity): Promise<PlanningDecision> {
    keeperOf(identity);
    const withdrawn = await this.repository.withdrawDecision(id, identity.person);
    if (withdrawn) return withdrawn;
    throw new ExpectedError('NOT_FOUND', 'There is no such decision of your unit in force.');
  }

  /**
   * Tells the place on which day an announced visit comes. Throws CONFLICT where the plan is not published, somebody has
   * not accepted or comes unannounced, or the rules of notice do not allow it today.
   */
  async notify(visitId: string, visitOn: Day, identity: Identity, today: Day): Promise<KeptVisit> {
    const by = keeperOf(identity);
    const visit = await this.findVisit(visitId);
    if (!visit) throw new ExpectedError('NOT_FOUND', 'There is no such visit in the plan.');
    if (!visit.parts.some(({ responsibleUnit }) => responsibleUnit === by.unit)) {
      throw new ExpectedError('FORBIDDEN', `${by.unit} has no part in this visit.`);
    }
    if (mondayOf(visitOn) !== visit.weekStart || isoWeekday(visitOn) > 5) {
      throw new ExpectedError(
        'BAD_INPUT',
        `visitOn is ${visitOn}; it must be a working day of the week from ${visit.weekStart}.`,
      );
    }
    const obstacle = await this.obstacleToNotice(visit, visitOn, today);
    if (obstacle) throw new ExpectedError('CONFLICT', `The place cannot be told: ${obstacle}.`);
    await this.repository.addNotice(visit, visitOn, today, identity.person);
    return (await this.findVisit(visitId))!;
  }

  async withdrawNotice(visitId: string, identity: Identity, today: Day): Promise<KeptVisit> {
    const by = keeperOf(identity);
    const visit = await this.findVisit(visitId);
    if (!visit?.noticedFor) throw new ExpectedError('NOT_FOUND', 'The place has been told of no such visit.');
    if (!visit.parts.some(({ responsibleUnit }) => responsibleUnit === by.unit)) {
      throw new ExpectedError('FORBIDDEN', `${by.unit} has no part in this visit.`);
    }
    await this.repository.withdrawNotice(visit.versionId, today);
    return (await this.findVisit(visitId))!;
  }

  async noticesOf(facilityIds: readonly string[]): Promise<Map<string, VisitNoticeRow[]>> {
    return Map.groupBy(await this.repository.noticesOf(facilityIds), (notice) => notice.facilityId);
  }

  private async obstacleToNotice(visit: KeptVisit, visitOn: Day, today: Day): Promise<string | undefined> {
    if (visit.planState !== 'PUBLISHED') return `the plan is ${visit.planState}`;
    if (visit.parts.some(({ state }) => state !== 'ACCEPTED')) return 'not everybody concerned has accepted';
    if (formOf(visit.parts) !== 'ANNOUNCED') return 'somebody in the visit comes unannounced';
    if (visit.noticedFor) return `it has been told already, of ${visit.noticedFor}`;
    const authorities = visit.parts.map(({ authority }) => authority);
    const rules = await this.repository.noticeRules();
    const window = noticeWindow(rules, { authorities, facilityType: null, band: null }, visitOn);
    const problem = noticeProblem(window, today);
    return problem && `${problem} by the rules of notice${window ? `, ${window.from} to ${window.to}` : ''}`;
  }

  private async open(planId: string): Promise<KeptPlan> {
    const plan = await this.repository.findPlan(planId, true);
    if (!plan) throw new ExpectedError('NOT_FOUND', 'There is no such plan.');
    if (plan.state === 'HISTORIC')
      throw new ExpectedError('CONFLICT', 'The plan is HISTORIC; it was replaced.');
    return plan;
  }
}

function assertAnswer({ answer, reason, proposedWeek }: GivenAnswer): void {
  if (answer !== 'ACCEPTED' && reason === null) {
    throw new ExpectedError('BAD_INPUT', `reason is missing; ${answer} needs one.`);
  }
  if ((answer === 'OTHER_TIME_PROPOSED') !== (proposedWeek !== null)) {
    throw new ExpectedError(
      'BAD_INPUT',
      'proposedWeek goes with OTHER_TIME_PROPOSED, and with nothing else.',
    );
  }
  if (proposedWeek !== null && isoWeekday(proposedWeek) !== 1) {
    throw new ExpectedError('BAD_INPUT', `proposedWeek is ${proposedWeek}, which is no Monday.`);
  }
}

import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { VisitBalance as Balance } from '../../domain/planning/explaining/explain-slot.js';
import type { TriedCounterfactual } from '../../domain/planning/explaining/what-would-change.js';
import type { UnplannedReason } from '../../domain/planning/plan.js';
import { weekStartsOn } from '../../domain/planning/planning-weeks.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { AuthorityEnum } from '../../graphql/facility.type.js';
import type { WantedCounterfactual } from '../explaining/explain-order.js';
import { PlanExplanations } from '../explaining/plan-explanations.service.js';
import { PLAN_KEEPERS } from '../life-cycle/plan-keeper.js';
import {
  PlanPrices,
  PlanReport,
  VisitExplanation,
  WhatIfAnswer,
  WhatIfInput,
  type OfficeHourPrice,
  type PlanCounterfactual,
  type VisitBalance,
} from './plan-explanation.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_HOURS = 100_000;
/** Visits that give way and are named; the others are counted. */
const NAMED = 10;

/** Why, why not and what if: answers take seconds, because they plan again. */
@Resolver(() => VisitExplanation)
export class PlanExplanationsResolver {
  constructor(private readonly explanations: PlanExplanations) {}

  @Query(() => VisitExplanation, {
    nullable: true,
    description:
      'Why the visit of an authority at a place is planned when it is; null where it is not planned.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async why(
    @Args('facilityId', { type: () => ID }) facilityId: string,
    @Args('authority', { type: () => AuthorityEnum }) authority: Authority,
    @Args('planId', { type: () => ID, nullable: true }) planId: string | undefined,
  ): Promise<VisitExplanation | null> {
    const told = await this.explain(facilityId, authority, planId ?? null);
    return told.isPlanned ? told : null;
  }

  @Query(() => VisitExplanation, {
    nullable: true,
    description:
      'Why an authority does not come to a place, and what would change that; null where it comes.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async whyNot(
    @Args('facilityId', { type: () => ID }) facilityId: string,
    @Args('authority', { type: () => AuthorityEnum }) authority: Authority,
    @Args('planId', { type: () => ID, nullable: true }) planId: string | undefined,
  ): Promise<VisitExplanation | null> {
    const told = await this.explain(facilityId, authority, planId ?? null);
    return told.isPlanned ? null : told;
  }

  @Query(() => WhatIfAnswer, { description: 'Plans again with one thing otherwise. Stores nothing.' })
  @AllowRoles(...PLAN_KEEPERS)
  async whatIf(@Args('input') input: WhatIfInput): Promise<WhatIfAnswer> {
    assertIds(input.facilityId, input.planId);
    const { facilityId, authority } = input;
    const change = wantedOf(input);
    const { planId, startsOn, answer } = await this.explanations.ask(input.planId ?? null, {
      kind: 'WHAT_IF',
      facilityId,
      authority,
      change,
    });
    return {
      planId,
      isPlanned: answer.isPlanned,
      weekStart: answer.week === null ? null : weekStartsOn(startsOn, answer.week),
      givesWay: answer.givesWay.length,
      givingVisits: await this.explanations.visible(planId, answer.givesWay.slice(0, NAMED)),
      before: answer.before,
      after: answer.after,
    };
  }

  @Query(() => PlanPrices, { description: 'What an hour of each office is worth, and what deadlines cost.' })
  @AllowRoles(...PLAN_KEEPERS)
  async planPrices(
    @Args('planId', { type: () => ID, nullable: true }) wanted: string | undefined,
  ): Promise<PlanPrices> {
    assertIds(wanted);
    const { planId, startsOn, answer } = await this.explanations.ask(wanted ?? null, { kind: 'PRICES' });
    const { duties } = answer;
    return {
      planId,
      offices: answer.prices
        .map(({ officeId, competence, weekly }): OfficeHourPrice => {
          const highest = Math.max(...weekly);
          return {
            ...officeOf(officeId),
            competence,
            mean: weekly.reduce((sum, each) => sum + each, 0) / weekly.length,
            highest,
            dearestWeek: weekStartsOn(startsOn, weekly.indexOf(highest)),
          };
        })
        .sort((a, b) => b.mean - a.mean),
      dutyVisits: duties.visits,
      dutyHours: duties.hours,
      dutyHoursBeyondRisk: duties.hoursBeyondRisk,
      findings: duties.findingsWith,
      findingsWithoutDuties: duties.findingsWithout,
      harmAvoided: duties.harmWith,
      harmAvoidedWithoutDuties: duties.harmWithout,
    };
  }

  @Query(() => PlanReport, {
    description:
      'The plan beside other ways to plan the same year: findings, days, hours, lateness, fairness.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async planReport(
    @Args('planId', { type: () => ID, nullable: true }) wanted: string | undefined,
  ): Promise<PlanReport> {
    assertIds(wanted);
    const { planId, answer } = await this.explanations.ask(wanted ?? null, { kind: 'REPORT' });
    const { gap, riskGap, offices, ...report } = answer.report;
    return {
      ...report,
      planId,
      gap: Number.isFinite(gap) ? gap : null,
      riskGap: Number.isFinite(riskGap) ? riskGap : null,
      offices: offices.map(({ officeId, hours, capacity }) => ({ ...officeOf(officeId), hours, capacity })),
    };
  }

  private async explain(
    facilityId: string,
    authority: Authority,
    wanted: string | null,
  ): Promise<VisitExplanation> {
    assertIds(facilityId, wanted);
    const { planId, startsOn, answer } = await this.explanations.ask(wanted, {
      kind: 'WHY',
      facilityId,
      authority,
    });
    const { told, gap, isConfirmed } = answer;
    const common = { planId, gap: Number.isFinite(gap) ? gap : null, isConfirmed };
    const monday = (week: number): Day => weekStartsOn(startsOn, week);
    const alone = told.alone && shownBalance(told.alone, monday);
    if (told.isPlanned) {
      return {
        ...common,
        isPlanned: true,
        weekStart: monday(told.week),
        reasons: told.reasons,
        office: null,
        competence: null,
        weeks: [],
        waitsFor: told.waitsFor,
        balance: shownBalance(told.balance, monday),
        alone,
        neededProbability: null,
        changes: [],
      };
    }
    const { reason } = told;
    const changes: PlanCounterfactual[] = [];
    for (const change of answer.changes) changes.push(await this.shownChange(change, planId, monday));
    return {
      ...common,
      isPlanned: false,
      weekStart: null,
      reasons: [reason.code],
      ...namedIn(reason),
      weeks: 'weeks' in reason ? reason.weeks.map(monday) : [],
      waitsFor: [],
      balance: null,
      alone,
      neededProbability: told.neededProbability,
      changes,
    };
  }

  private async shownChange(
    change: TriedCounterfactual,
    planId: string,
    monday: (week: number) => Day,
  ): Promise<PlanCounterfactual> {
    const week = change.kind === 'HOURS' ? change.weeks[0]! : change.kind === 'PIN' ? change.week : null;
    return {
      kind: change.kind,
      probability: change.kind === 'SCORE' ? change.probability12Months : null,
      hours: change.kind === 'HOURS' ? change.hours : null,
      weekStart: week === null ? null : monday(week),
      givesWay: change.givesWay.length,
      givingVisits: await this.explanations.visible(planId, change.givesWay.slice(0, NAMED)),
    };
  }
}

function shownBalance({ week, ...balance }: Balance, monday: (week: number) => Day): VisitBalance {
  return { ...balance, weekStart: monday(week) };
}

function namedIn(reason: UnplannedReason): { office: string | null; competence: string | null } {
  return {
    office: 'officeId' in reason ? officeOf(reason.officeId).office : null,
    competence: reason.code === 'COMPETENCE' ? reason.competence : null,
  };
}

/** As `officeId` of an instance is made. */
function officeOf(officeId: string): { responsibleUnit: ResponsibleUnit; office: string } {
  const slash = officeId.indexOf('/');
  return {
    responsibleUnit: officeId.slice(0, slash) as ResponsibleUnit,
    office: officeId.slice(slash + 1),
  };
}

function wantedOf({
  probability,
  hours,
  weekStart,
  isPinned,
  opensWeeks,
}: WhatIfInput): WantedCounterfactual {
  const given = [
    probability !== null && probability !== undefined,
    hours !== null && hours !== undefined,
    isPinned === true,
    opensWeeks === true,
  ];
  if (given.filter(Boolean).length !== 1) {
    throw new ExpectedError(
      'BAD_INPUT',
      'input must hold exactly one of probability, hours, isPinned and opensWeeks.',
    );
  }
  if (given[0] && !(probability! > 0 && probability! < 1))
    throw new ExpectedError('BAD_INPUT', `input.probability is ${probability}; it must lie between 0 and 1.`);
  if (given[1] && !(hours! >= 1 && hours! <= MOST_HOURS))
    throw new ExpectedError('BAD_INPUT', `input.hours is ${hours}; it must be from 1 to ${MOST_HOURS}.`);
  return {
    probability12Months: probability ?? undefined,
    hours: hours ?? undefined,
    isPinned: isPinned === true,
    weekStart: weekStart ?? undefined,
  };
}

function assertIds(...ids: (string | null | undefined)[]): void {
  for (const id of ids) {
    if (id !== null && id !== undefined && !UUID.test(id))
      throw new ExpectedError('NOT_FOUND', 'There is no such plan or place.');
  }
}

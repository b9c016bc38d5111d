import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { STAFF_ROLES, type Identity } from '../../domain/shared/identity.js';
import { Facility } from '../../graphql/facility.type.js';
import { LARGEST_PAGE } from '../../graphql/pagination.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { VisitFilter } from '../life-cycle/kept-plan.js';
import { PlanChanges } from '../life-cycle/plan-changes.service.js';
import { PLAN_KEEPERS } from '../life-cycle/plan-keeper.js';
import { PlanKeeping } from '../life-cycle/plan-keeping.service.js';
import {
  AnswerPartInput,
  ConfirmedChangeInput,
  NotifyVisitInput,
  PlanChangeCheck,
  PlanChangeInput,
  PlanningDecision,
  PlanningDecisionInput,
  VisitNotice,
} from './plan-change.type.js';
import { PlanChange, PlannedVisit, PlannedVisitPage } from './planned-visit.type.js';
import { PlannedVisitsArgs, type PlannedVisitFilter } from './planned-visits.args.js';
import { shownVisit } from './shown-visit.js';
import { wantedChange } from './wanted-change.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => PlannedVisit)
export class PlanKeepingResolver {
  constructor(
    private readonly keeping: PlanKeeping,
    private readonly changing: PlanChanges,
  ) {}

  @Query(() => PlannedVisitPage, { description: 'Visits of a plan, by week.' })
  @AllowRoles(...STAFF_ROLES)
  async plannedVisits(@Args() { filter, first, offset }: PlannedVisitsArgs): Promise<PlannedVisitPage> {
    if (first < 1 || first > LARGEST_PAGE || offset < 0) {
      throw new ExpectedError(
        'BAD_INPUT',
        `first is ${first}; it must be from 1 to ${LARGEST_PAGE}, and offset 0 or more.`,
      );
    }
    const wanted = filterOf(filter ?? {});
    return {
      visits: (await this.keeping.visits(wanted, first, offset)).map(shownVisit),
      totalCount: await this.keeping.countVisits(wanted),
      weeks: await this.keeping.weeks({ ...wanted, weekFrom: undefined, weekTo: undefined }),
    };
  }

  @Query(() => PlannedVisit, {
    nullable: true,
    description: 'One visit of a plan; of the one in force if none is named.',
  })
  @AllowRoles(...STAFF_ROLES)
  async plannedVisit(
    @Args('id', { type: () => ID }) id: string,
    @Args('planId', { type: () => ID, nullable: true }) planId: string | undefined,
  ): Promise<PlannedVisit | null> {
    if (!UUID.test(id) || (planId && !UUID.test(planId))) return null;
    const visit = await this.keeping.findVisit(id, planId ?? undefined);
    return visit ? shownVisit(visit) : null;
  }

  @Query(() => [PlanChange], { description: 'Changes of a plan by hand, newest first.' })
  @AllowRoles(...STAFF_ROLES)
  async planChanges(
    @Args('planId', { type: () => ID }) planId: string,
    @Args('visitId', { type: () => ID, nullable: true }) visitId: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
  ): Promise<PlanChange[]> {
    if (first < 1 || first > LARGEST_PAGE) {
      throw new ExpectedError('BAD_INPUT', `first is ${first}; it must be from 1 to ${LARGEST_PAGE}.`);
    }
    if (!UUID.test(planId) || (visitId && !UUID.test(visitId))) return [];
    return this.keeping.changes(planId, first, visitId ?? undefined);
  }

  @Query(() => PlanChangeCheck, { description: 'Everything that a change would lead to. Stores nothing.' })
  @AllowRoles(...PLAN_KEEPERS)
  async checkPlanChange(
    @Args('input') input: PlanChangeInput,
    @Context() context: RequestContext,
  ): Promise<PlanChangeCheck> {
    assertIds(input.planId, input.visitId, input.facilityId);
    return this.changing.check(wantedChange(input), who(context), today());
  }

  @Mutation(() => PlannedVisit, {
    nullable: true,
    description: 'Makes a change that was checked; null where nothing is left of the visit.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async changePlan(
    @Args('input') input: ConfirmedChangeInput,
    @Context() context: RequestContext,
  ): Promise<PlannedVisit | null> {
    assertIds(input.planId, input.visitId, input.facilityId);
    const id = await this.changing.apply(wantedChange(input), input, who(context), today());
    return this.plannedVisit(id, input.planId);
  }

  @Mutation(() => PlanChange, { description: 'Takes a change of the own unit back; itself a change.' })
  @AllowRoles(...PLAN_KEEPERS)
  async undoPlanChange(
    @Args('planId', { type: () => ID }) planId: string,
    @Args('undoes', { type: () => Int }) undoes: number,
    @Args('revision', { type: () => Int }) revision: number,
    @Context() context: RequestContext,
  ): Promise<PlanChange> {
    assertIds(planId);
    return this.changing.undo(planId, undoes, revision, who(context));
  }

  @Mutation(() => PlannedVisit, { description: 'Answers for the own part of a visit.' })
  @AllowRoles(...PLAN_KEEPERS)
  async answerPart(
    @Args('input') input: AnswerPartInput,
    @Context() context: RequestContext,
  ): Promise<PlannedVisit> {
    assertIds(input.planId, input.visitId);
    const given = { ...input, reason: input.reason ?? null, proposedWeek: input.proposedWeek ?? null };
    return shownVisit(await this.keeping.answer(given, who(context)));
  }

  @Mutation(() => Int, {
    description: 'Accepts all parts of the own unit that are still proposed; answers how many.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async acceptAllParts(
    @Args('planId', { type: () => ID }) planId: string,
    @Args('revision', { type: () => Int }) revision: number,
    @Context() context: RequestContext,
  ): Promise<number> {
    assertIds(planId);
    return this.keeping.acceptAll(planId, revision, who(context));
  }

  @Mutation(() => Boolean, { description: 'Publishes a plan that everybody concerned has accepted.' })
  @AllowRoles(...PLAN_KEEPERS)
  async publishPlan(
    @Args('planId', { type: () => ID }) planId: string,
    @Args('revision', { type: () => Int }) revision: number,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    assertIds(planId);
    await this.keeping.publish(planId, revision, who(context));
    return true;
  }

  @Query(() => [PlanningDecision], { description: 'Pins and closed weeks in force at a place.' })
  @AllowRoles(...STAFF_ROLES)
  async planningDecisions(
    @Args('facilityId', { type: () => ID }) facilityId: string,
  ): Promise<PlanningDecision[]> {
    return UUID.test(facilityId) ? this.keeping.decisions(facilityId) : [];
  }

  @Mutation(() => PlanningDecision, { description: 'Pins the own visit to a week, or closes weeks to it.' })
  @AllowRoles(...PLAN_KEEPERS)
  async decideOnPlanning(
    @Args('input') input: PlanningDecisionInput,
    @Context() context: RequestContext,
  ): Promise<PlanningDecision> {
    assertIds(input.facilityId);
    return this.keeping.decide(input, who(context));
  }

  @Mutation(() => PlanningDecision, { description: 'Takes a pin or a closed week of the own unit back.' })
  @AllowRoles(...PLAN_KEEPERS)
  async withdrawDecision(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
  ): Promise<PlanningDecision> {
    assertIds(id);
    return this.keeping.withdrawDecision(id, who(context));
  }

  @Mutation(() => PlannedVisit, {
    description: 'Tells the place of an announced visit that everybody has accepted.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async notifyVisit(
    @Args('input') { visitId, visitOn }: NotifyVisitInput,
    @Context() context: RequestContext,
  ): Promise<PlannedVisit> {
    assertIds(visitId);
    return shownVisit(await this.keeping.notify(visitId, visitOn, who(context), today()));
  }

  @Mutation(() => PlannedVisit, {
    description: 'Tells the place that an announced visit does not come after all.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async withdrawNotice(
    @Args('visitId', { type: () => ID }) visitId: string,
    @Context() context: RequestContext,
  ): Promise<PlannedVisit> {
    assertIds(visitId);
    return shownVisit(await this.keeping.withdrawNotice(visitId, who(context), today()));
  }
}

@Resolver(() => Facility)
export class FacilityNoticesResolver {
  constructor(private readonly keeping: PlanKeeping) {}

  @ResolveField(() => [VisitNotice], {
    description:
      'Announced visits that the place has been told of. To the place itself at most four weeks ahead.',
  })
  async visitNotices(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly VisitNotice[]> {
    return context.loaders.load('Facility.visitNotices', facility.id, [], (ids) =>
      this.keeping.noticesOf(ids),
    );
  }
}

function filterOf(filter: PlannedVisitFilter): VisitFilter {
  assertIds(filter.planId);
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}

function assertIds(...ids: (string | null | undefined)[]): void {
  for (const id of ids) {
    if (id !== null && id !== undefined && !UUID.test(id))
      throw new ExpectedError('NOT_FOUND', 'There is no such plan or visit.');
  }
}

function who({ identity }: RequestContext): Identity {
  if (!identity)
    throw new ExpectedError('UNAUTHENTICATED', 'Sign in first; nothing is shown without an identity.');
  return identity;
}

function today(): ReturnType<typeof dayInDenmark> {
  return dayInDenmark(new Date());
}

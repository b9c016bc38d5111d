import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { PlanningService } from '../planning.service.js';
import { PlanKeeping } from '../life-cycle/plan-keeping.service.js';
import { Plan, UnplannedInspection } from './plan.type.js';
import { Inspector, Office, PlannedVisit, Region } from './planned-visit.type.js';
import { shownVisit } from './shown-visit.js';

@Resolver(() => Plan)
export class PlanningResolver {
  constructor(private readonly service: PlanningService) {}

  @Query(() => [Plan], {
    description:
      'The published plan, or else the newest draft, and the fixed cadence beside it on the same hours.',
  })
  @AllowRoles(...STAFF_ROLES)
  async currentPlans(): Promise<Plan[]> {
    return this.service.currentPlans();
  }
}

@Resolver(() => Office)
export class PlanningGroundResolver {
  constructor(private readonly service: PlanningService) {}

  @Query(() => [Region], { description: 'The regions that hold today, in Danish order.' })
  @AllowRoles(...STAFF_ROLES)
  async regions(): Promise<Region[]> {
    return this.service.regions(dayInDenmark(new Date()));
  }

  @Query(() => [Office], { description: 'The offices of the plan in force, by unit.' })
  @AllowRoles(...STAFF_ROLES)
  async offices(): Promise<Office[]> {
    return this.service.offices();
  }

  @Query(() => [Inspector], { description: 'The inspectors of the own authority, by unit and office.' })
  @AllowRoles(...STAFF_ROLES)
  async inspectors(): Promise<Inspector[]> {
    return this.service.inspectors(dayInDenmark(new Date()));
  }
}

@Resolver(() => Facility)
export class FacilityPlanResolver {
  constructor(
    private readonly service: PlanningService,
    private readonly keeping: PlanKeeping,
  ) {}

  @ResolveField(() => [PlannedVisit], {
    description: 'Visits of the plan in force; empty for those who may not see plans.',
  })
  async plannedVisits(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly PlannedVisit[]> {
    return context.loaders.load('Facility.plannedVisits', facility.id, [], async (ids) =>
      Map.groupBy((await this.keeping.visitsOf(ids)).map(shownVisit), (visit) => visit.facilityId),
    );
  }

  @ResolveField(() => [UnplannedInspection], {
    description: 'Authorities whose visit is not in that plan, and why.',
  })
  async unplannedInspections(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly UnplannedInspection[]> {
    return context.loaders.load('Facility.unplannedInspections', facility.id, [], (ids) =>
      this.service.unplannedOf(ids),
    );
  }
}

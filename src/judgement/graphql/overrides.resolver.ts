import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { Day } from '../../domain/shared/day.js';
import { Overrides } from '../overrides.service.js';
import {
  BandOverride,
  DecideOverrideInput,
  FacilityStanding,
  OverrideBandInput,
  OverrideOutcome,
  OverrideReason,
} from './band-override.type.js';

const today = (): Day => dayInDenmark(new Date());

@Resolver(() => BandOverride)
export class OverridesResolver {
  constructor(private readonly overrides: Overrides) {}

  @Query(() => [OverrideReason], { description: 'Why a band may be overridden today.' })
  @AllowRoles(...STAFF_ROLES)
  async overrideReasons(): Promise<OverrideReason[]> {
    return this.overrides.reasons(today());
  }

  @Query(() => DayScalar, { description: 'The last day that an override made today may end on.' })
  @AllowRoles(...STAFF_ROLES)
  async lastOverrideDay(): Promise<Day> {
    return this.overrides.lastDay(today());
  }

  @Query(() => [BandOverride], {
    description: 'Overrides of your own unit that await a second person, oldest first.',
  })
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async awaitingOverrides(): Promise<readonly BandOverride[]> {
    return this.overrides.awaiting(today());
  }

  @Query(() => [OverrideOutcome], {
    description:
      'How overrides turned out at the next visits, against what the model expected; up and down apart.',
  })
  @AllowRoles('MODEL_OWNER', 'AUTHORITY_MANAGER')
  async overrideReport(): Promise<OverrideOutcome[]> {
    return this.overrides.report();
  }

  @Mutation(() => BandOverride, {
    description: 'Sets another band for a place, for a while. Far from the model it awaits a second person.',
  })
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async overrideBand(@Args('input') input: OverrideBandInput): Promise<BandOverride> {
    return this.overrides.override(input, today());
  }

  @Mutation(() => BandOverride, {
    description: 'Confirms, refuses or withdraws an override of your own unit.',
  })
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async decideOverride(@Args('input') { id, step, note }: DecideOverrideInput): Promise<BandOverride> {
    return this.overrides.decide(id, step, note ?? undefined, today());
  }
}

@Resolver(() => Facility)
export class FacilityOverridesResolver {
  constructor(private readonly overrides: Overrides) {}

  @ResolveField(() => FacilityStanding, {
    nullable: true,
    description: 'The band that counts today; null where there is no score, or none that may be seen.',
  })
  async standing(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<FacilityStanding | null> {
    return context.loaders.load('Facility.standing', facility.id, null, (ids) =>
      this.overrides.standingsOf(ids, today()),
    );
  }

  @ResolveField(() => [BandOverride], {
    description: 'Every override of the place that may be seen, newest first.',
  })
  async bandOverrides(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly BandOverride[]> {
    return context.loaders.load('Facility.bandOverrides', facility.id, [], (ids) =>
      this.overrides.historyOf(ids, today()),
    );
  }
}

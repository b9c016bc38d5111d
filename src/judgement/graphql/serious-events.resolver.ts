import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { SeriousEvents } from '../serious-events.service.js';
import {
  ReportSeriousEventInput,
  ResolveSeriousEventInput,
  SeriousEvent,
  SeriousEventKind,
} from './serious-event.type.js';

@Resolver(() => SeriousEvent)
export class SeriousEventsResolver {
  constructor(private readonly events: SeriousEvents) {}

  @Query(() => [SeriousEventKind], { description: 'What counts as a serious event today.' })
  @AllowRoles(...STAFF_ROLES)
  async seriousEventKinds(): Promise<SeriousEventKind[]> {
    return this.events.kinds(dayInDenmark(new Date()));
  }

  @Mutation(() => SeriousEvent, {
    description: 'Puts a place on top of the work list at once, past any score.',
  })
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async reportSeriousEvent(@Args('input') input: ReportSeriousEventInput): Promise<SeriousEvent> {
    return this.events.report(input, dayInDenmark(new Date()));
  }

  @Mutation(() => SeriousEvent, { description: 'Resolves a serious event that your own unit reported.' })
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async resolveSeriousEvent(
    @Args('input') { id, explanation }: ResolveSeriousEventInput,
  ): Promise<SeriousEvent> {
    return this.events.resolve(id, explanation);
  }
}

@Resolver(() => Facility)
export class FacilitySeriousEventsResolver {
  constructor(private readonly events: SeriousEvents) {}

  @ResolveField(() => [SeriousEvent], { description: 'Serious events that may be seen, open ones first.' })
  async seriousEvents(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly SeriousEvent[]> {
    return context.loaders.load('Facility.seriousEvents', facility.id, [], (ids) =>
      this.events.eventsOf(ids),
    );
  }
}

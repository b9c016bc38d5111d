import {
  Args,
  Context,
  Field,
  GraphQLISODateTime,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { ResponsibleUnit } from '../../domain/shared/authority.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CalendarSubscriptions } from '../calendar/calendar-subscriptions.service.js';

@ObjectType({ description: 'A secret address for a calendar program, as its owner sees it.' })
export class CalendarSubscription {
  @Field(() => ID)
  id: string;

  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => String, { nullable: true, description: 'Null for all offices of the unit.' })
  office: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the one inspector whose visits it holds.' })
  inspector: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'It stops working by itself.' })
  expiresAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When a program fetched it last.' })
  fetchedAt: Date | null;
}

@ObjectType({ description: 'A new address; told once.' })
export class NewCalendarSubscription {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Path at this service. Whoever knows it can read the visits.' })
  path: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => CalendarSubscription)
export class CalendarSubscriptionsResolver {
  constructor(private readonly subscriptions: CalendarSubscriptions) {}

  @Query(() => [CalendarSubscription], { description: 'Your own addresses that still work.' })
  @AllowRoles(...STAFF_ROLES)
  async calendarSubscriptions(@Context() { identity }: RequestContext): Promise<CalendarSubscription[]> {
    return this.subscriptions.ofPerson(identity!);
  }

  @Mutation(() => NewCalendarSubscription, {
    description:
      'A secret address for the accepted visits of your unit in the published plan. Places never have one.',
  })
  @AllowRoles(...STAFF_ROLES)
  async subscribeToCalendar(
    @Args('office', { nullable: true, type: () => String }) office: string | undefined,
    @Args('inspector', { nullable: true, type: () => String }) inspector: string | undefined,
    @Context() { identity }: RequestContext,
  ): Promise<NewCalendarSubscription> {
    if ((office && office.length > 100) || (inspector && inspector.length > 100))
      throw new ExpectedError('BAD_INPUT', 'office or inspector is longer than 100 characters.');
    const { id, token } = await this.subscriptions.subscribe(office ?? null, inspector ?? null, identity!);
    return { id, path: `/kalender/abonnement/${token}.ics` };
  }

  @Mutation(() => Boolean, { description: 'Makes an address of your own stop working.' })
  @AllowRoles(...STAFF_ROLES)
  async revokeCalendarSubscription(
    @Args('id', { type: () => ID }) id: string,
    @Context() { identity }: RequestContext,
  ): Promise<boolean> {
    if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'You have no such calendar.');
    await this.subscriptions.revoke(id, identity!);
    return true;
  }
}

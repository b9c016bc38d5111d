import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { LARGEST_PAGE } from '../../graphql/pagination.js';
import { InspectionsService } from '../inspections.service.js';
import { FollowUpFilterInput, FollowUpPage } from './follow-up.type.js';

@Resolver(() => FollowUpPage)
export class FollowUpsResolver {
  constructor(private readonly service: InspectionsService) {}

  @Query(() => FollowUpPage, { description: 'Open reactions with a deadline, the nearest first.' })
  @AllowRoles(...STAFF_ROLES)
  async followUps(
    @Args('filter', { nullable: true, type: () => FollowUpFilterInput })
    filter: FollowUpFilterInput | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<FollowUpPage> {
    if (first < 1 || first > LARGEST_PAGE || offset < 0) {
      throw new ExpectedError(
        'BAD_INPUT',
        `first is ${first}; it must be from 1 to ${LARGEST_PAGE}, and offset 0 or more.`,
      );
    }
    const { authority, regionCode, state } = filter ?? {};
    return this.service.followUps(
      { authority: authority ?? undefined, regionCode: regionCode ?? undefined, state: state ?? undefined },
      dayInDenmark(new Date()),
      first,
      offset,
    );
  }
}

import { Args, ArgsType, Context, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Authority } from '../../domain/shared/authority.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { AuthorityEnum, Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { InspectionsService } from '../inspections.service.js';
import { Finding, InspectionVisit } from './inspection-visit.type.js';

const LARGEST = 100;

@ArgsType()
export class VisitsArgs {
  @Field(() => Int, { defaultValue: 10, description: `The latest visits, 1-${LARGEST}.` })
  first: number;

  @Field(() => AuthorityEnum, { nullable: true })
  authority?: Authority;
}

@Resolver(() => Facility)
export class FacilityVisitsResolver {
  constructor(private readonly inspections: InspectionsService) {}

  @ResolveField(() => [InspectionVisit], {
    description: 'The latest visits of the three authorities, newest first.',
  })
  async visits(
    @Parent() facility: Facility,
    @Args() args: VisitsArgs,
    @Context() context: RequestContext,
  ): Promise<InspectionVisit[]> {
    const { first, authority } = args;
    if (!(first >= 1 && first <= LARGEST)) {
      throw new ExpectedError('BAD_INPUT', `first is ${first}; it must be from 1 to ${LARGEST}.`);
    }
    return context.loaders.load(`Facility.visits ${first} ${authority ?? ''}`, facility.id, [], (ids) =>
      this.inspections.visitsOf(ids, { limit: first, authority }),
    );
  }
}

@Resolver(() => InspectionVisit)
export class VisitFindingsResolver {
  constructor(private readonly inspections: InspectionsService) {}

  @ResolveField(() => [Finding])
  async findings(@Parent() visit: InspectionVisit, @Context() context: RequestContext): Promise<Finding[]> {
    return context.loaders.load('InspectionVisit.findings', visit.key, [], (keys) =>
      this.inspections.findingsOf(keys),
    );
  }
}

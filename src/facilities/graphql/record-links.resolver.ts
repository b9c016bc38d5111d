import { Args, Field, GraphQLISODateTime, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { Authority } from '../../domain/shared/authority.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { AuthorityEnum } from '../../graphql/facility.type.js';
import { FacilitiesService } from '../facilities.service.js';

const LARGEST = 500;

@ObjectType({
  description: "That a register's record belongs to a place, for programs of the authority whose it is.",
})
export class RecordLink {
  @Field(() => ID, { description: "The register's key, as delivered." })
  sourceKey: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ID)
  facilityId: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was found or decided to belong there.' })
  linkedAt: Date;
}

@Resolver(() => RecordLink)
export class RecordLinksResolver {
  constructor(private readonly service: FacilitiesService) {}

  @Query(() => [RecordLink], {
    description:
      'Which place each record of your own unit belongs to today, by key; go on after the last key.',
  })
  @AllowRoles('INTEGRATION_CLIENT')
  async recordLinks(
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | undefined,
  ): Promise<RecordLink[]> {
    if (!(first >= 1 && first <= LARGEST)) {
      throw new ExpectedError('BAD_INPUT', `first is ${first}; it must be from 1 to ${LARGEST}.`);
    }
    return this.service.recordLinks(first, after ?? '');
  }
}

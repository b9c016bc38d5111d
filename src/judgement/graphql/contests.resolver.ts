import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark, type Day } from '../../domain/shared/day.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { Contests } from '../contests.service.js';
import { AnswerContestInput, ContestDataInput, DataContest } from './data-contest.type.js';

const today = (): Day => dayInDenmark(new Date());

@Resolver(() => DataContest)
export class ContestsResolver {
  constructor(private readonly contests: Contests) {}

  @Query(() => [DataContest], {
    description: 'Contests that your own unit has to answer, the most urgent first.',
  })
  @AllowRoles('PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async unansweredContests(): Promise<DataContest[]> {
    return this.contests.unanswered(today());
  }

  @Mutation(() => DataContest, { description: 'Contests a datum about your own place.' })
  @AllowRoles('FACILITY_USER')
  async contestData(@Args('input') input: ContestDataInput): Promise<DataContest> {
    return this.contests.contest(withoutNulls(input), today());
  }

  @Mutation(() => DataContest, { description: 'Takes a contest of your own place back.' })
  @AllowRoles('FACILITY_USER')
  async withdrawContest(@Args('id', { type: () => ID }) id: string): Promise<DataContest> {
    return this.contests.withdraw(id, today());
  }

  @Mutation(() => DataContest, { description: 'Takes up or answers a contest of a datum of your own unit.' })
  @AllowRoles('PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async answerContest(@Args('input') { id, step, explanation }: AnswerContestInput): Promise<DataContest> {
    return this.contests.answer(id, step, explanation ?? undefined, today());
  }
}

@Resolver(() => Facility)
export class FacilityContestsResolver {
  constructor(private readonly service: Contests) {}

  @ResolveField(() => [DataContest], {
    description: 'What the place says against data about itself, newest first.',
  })
  async contests(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly DataContest[]> {
    return context.loaders.load('Facility.contests', facility.id, [], (ids) =>
      this.service.contestsOf(ids, today()),
    );
  }
}

// GraphQL hands on null where somebody wrote null.
function withoutNulls(input: ContestDataInput): ContestDataInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as ContestDataInput;
}

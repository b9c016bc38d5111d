import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { Authority, SourceKey } from '../../domain/shared/authority.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { Facility } from '../../graphql/facility.type.js';
import { LARGEST_PAGE } from '../../graphql/pagination.js';
import type { RequestContext } from '../../graphql/request-context.js';
import type { QueueOrder } from '../queue-order.js';
import { MatchReviewService, type Decider } from '../match-review.service.js';
import {
  ComparedRecord,
  DecideMatchInput,
  MatchDecision,
  MatchPair,
  MatchQueue,
  MatchQueueFilterInput,
  MergeFacilitiesInput,
  QueueOrderEnum,
  SplitFacilityInput,
  UndoMatchDecisionInput,
} from './match-review.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => MatchPair)
export class MatchReviewResolver {
  constructor(private readonly service: MatchReviewService) {}

  @Query(() => MatchQueue, { description: 'Pairs of records that a person is asked about.' })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async matchQueue(
    @Args('filter', { type: () => MatchQueueFilterInput, nullable: true })
    filter: MatchQueueFilterInput | undefined,
    @Args('orderBy', { type: () => QueueOrderEnum, defaultValue: 'MOST_UNCERTAIN' }) order: QueueOrder,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<MatchQueue> {
    inBounds('first', first, 1, LARGEST_PAGE);
    inBounds('offset', offset, 0, 1_000_000);
    const asked = {
      ...(filter?.registers ? { registers: pairOf(filter.registers) } : {}),
      ...(filter?.authority ? { authority: filter.authority } : {}),
    };
    return {
      totalCount: await this.service.countQueue(asked),
      pairs: await this.service.queue(asked, order, first, offset),
    };
  }

  @Query(() => MatchPair, { nullable: true, description: 'Two records side by side, in whatever order.' })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async matchPair(
    @Args('leftKey', { type: () => ID }) leftKey: string,
    @Args('rightKey', { type: () => ID }) rightKey: string,
  ): Promise<MatchPair | null> {
    return (await this.service.findPair(leftKey as SourceKey, rightKey as SourceKey)) ?? null;
  }

  @Mutation(() => MatchDecision, {
    description: 'Decides whether two records belong to one place. The places follow when no import runs.',
  })
  @AllowRoles('REGISTER_CLERK')
  async decideMatch(
    @Args('input') { kind, leftKey, rightKey, seenDecisionId, reason }: DecideMatchInput,
    @Context() context: RequestContext,
  ): Promise<MatchDecision> {
    return this.service.decideOnPair(
      kind,
      leftKey as SourceKey,
      rightKey as SourceKey,
      seenDecisionId ?? null,
      deciderOf(context, reason),
    );
  }

  @Mutation(() => MatchDecision, { description: 'Decides that two places are one.' })
  @AllowRoles('REGISTER_CLERK')
  async mergeFacilities(
    @Args('input') { facilityId, otherFacilityId, reason }: MergeFacilitiesInput,
    @Context() context: RequestContext,
  ): Promise<MatchDecision> {
    isPlace(facilityId);
    isPlace(otherFacilityId);
    return this.service.mergeFacilities(facilityId, otherFacilityId, deciderOf(context, reason));
  }

  @Mutation(() => MatchDecision, { description: 'Decides that some records of a place belong elsewhere.' })
  @AllowRoles('REGISTER_CLERK')
  async splitFacility(
    @Args('input') { facilityId, leavingKeys, expectedKeys, reason }: SplitFacilityInput,
    @Context() context: RequestContext,
  ): Promise<MatchDecision> {
    isPlace(facilityId);
    return this.service.splitFacility(
      facilityId,
      leavingKeys as SourceKey[],
      expectedKeys as SourceKey[],
      deciderOf(context, reason),
    );
  }

  @Mutation(() => MatchDecision, { description: 'Takes a decision back; the evidence counts again.' })
  @AllowRoles('REGISTER_CLERK')
  async undoMatchDecision(
    @Args('input') { id, reason }: UndoMatchDecisionInput,
    @Context() context: RequestContext,
  ): Promise<MatchDecision> {
    if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'There is no such decision to undo.');
    return this.service.undo(id, deciderOf(context, reason));
  }

  @ResolveField(() => ComparedRecord, { nullable: true })
  async left(@Parent() pair: MatchPair, @Context() context: RequestContext): Promise<ComparedRecord | null> {
    return this.recordOf(pair.leftKey, context);
  }

  @ResolveField(() => ComparedRecord, { nullable: true })
  async right(@Parent() pair: MatchPair, @Context() context: RequestContext): Promise<ComparedRecord | null> {
    return this.recordOf(pair.rightKey, context);
  }

  @ResolveField(() => [MatchDecision], { description: 'What people decided on the two, newest first.' })
  async decisions(@Parent() pair: MatchPair, @Context() context: RequestContext): Promise<MatchDecision[]> {
    return context.loaders.load('MatchPair.decisions', `${pair.leftKey}\n${pair.rightKey}`, [], (pairs) =>
      this.service.decisionsOnPairs(pairs.map((each) => each.split('\n') as [SourceKey, SourceKey])),
    );
  }

  private async recordOf(key: string, context: RequestContext): Promise<ComparedRecord | null> {
    const record = await context.loaders.load('MatchPair.record', key, undefined, (keys) =>
      this.service.recordsByKeys(keys),
    );
    if (!record) return null;
    const { street, postalCode, town, ...rest } = record;
    return { ...rest, address: street === null ? null : { street, postalCode, town } };
  }
}

@Resolver(() => Facility)
export class FacilityDecisionsResolver {
  constructor(private readonly service: MatchReviewService) {}

  @ResolveField(() => [MatchDecision], {
    description: 'What people decided on which records belong to this place, newest first.',
  })
  async matchDecisions(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<MatchDecision[]> {
    return context.loaders.load('Facility.matchDecisions', facility.id, [], (ids) =>
      this.service.decisionsOf(ids),
    );
  }
}

function deciderOf({ identity }: RequestContext, reason: string): Decider {
  if (!identity?.authority)
    throw new ExpectedError('FORBIDDEN', 'Only somebody of one of the three authorities may decide.');
  return { person: identity.person, authority: identity.authority, reason };
}

function pairOf(registers: readonly Authority[]): readonly [Authority, Authority] {
  const [one, other, ...more] = registers;
  if (one === undefined || other === undefined || more.length > 0)
    throw new ExpectedError('BAD_INPUT', `registers has ${registers.length} values; name two.`);
  return [one, other];
}

function isPlace(id: string): void {
  if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'There is no such place.');
}

function inBounds(name: string, value: number, lowest: number, highest: number): void {
  if (value < lowest || value > highest)
    throw new ExpectedError('BAD_INPUT', `${name} is ${value}; it must be from ${lowest} to ${highest}.`);
}

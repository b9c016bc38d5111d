import {
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { CANDIDATE_STATES, type CandidateState } from '../../domain/facility/match/match-candidate.js';
import type { FacilityType } from '../../domain/facility/source-record.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { QUEUE_ORDERS } from '../queue-order.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { Address, AuthorityEnum, enumOf, FacilityTypeEnum } from '../../graphql/facility.type.js';
import { LinkDecisionEnum } from './facility-source.type.js';

const CandidateStateEnum = enumOf(CANDIDATE_STATES);
registerEnumType(CandidateStateEnum, {
  name: 'MatchState',
  description: 'LINKED: they share a place. QUEUED: a person is asked. APART: a person said so.',
});
export const QueueOrderEnum = enumOf(QUEUE_ORDERS);
registerEnumType(QueueOrderEnum, {
  name: 'MatchQueueOrder',
  description:
    'MOST_UNCERTAIN: nearest to one half. OLDEST: waiting longest. MOST_PEOPLE: by approved places.',
});
const DecisionKindEnum = enumOf(['MERGE', 'SPLIT', 'NEVER_LINK', 'UNDO']);
registerEnumType(DecisionKindEnum, { name: 'MatchDecisionKind' });
const PairDecisionEnum = enumOf(['MERGE', 'NEVER_LINK']);
registerEnumType(PairDecisionEnum, {
  name: 'PairDecision',
  description: 'MERGE: one place. NEVER_LINK: not the same place, whatever the evidence says later.',
});

@ObjectType({
  description: "What a field's agreement says, in bits; the terms of a pair add up to its weight.",
})
export class MatchTerm {
  @Field(() => String)
  field: string;

  @Field(() => String)
  level: string;

  @Field(() => Float)
  weight: number;
}

@ObjectType({ description: 'A record as it is compared with another.' })
export class ComparedRecord {
  @Field(() => ID)
  sourceKey: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  parentName: string | null;

  @Field(() => Address, { nullable: true })
  address: Address | null;

  @Field(() => String, { nullable: true })
  municipalityName: string | null;

  @Field(() => String, { nullable: true })
  cvrNumber: string | null;

  @Field(() => String, { nullable: true })
  pNumber: string | null;

  @Field(() => String, { nullable: true })
  sorCode: string | null;

  @Field(() => String, { nullable: true })
  operatorName: string | null;

  @Field(() => FacilityTypeEnum, { nullable: true })
  facilityType: FacilityType | null;

  @Field(() => String, { nullable: true })
  typeSourceTerm: string | null;

  @Field(() => Int, { nullable: true })
  capacityPlaces: number | null;

  @Field(() => Int, { nullable: true })
  employees: number | null;

  @Field(() => DayScalar, { nullable: true })
  endedOn: Day | null;

  @Field(() => [ID], { description: 'The places that it belongs to now.' })
  facilityIds: readonly string[];
}

@ObjectType({ description: 'What a person decided about records: each of the left with each of the right.' })
export class MatchDecision {
  @Field(() => ID)
  id: string;

  @Field(() => DecisionKindEnum)
  kind: 'MERGE' | 'SPLIT' | 'NEVER_LINK' | 'UNDO';

  @Field(() => [ID])
  leftKeys: readonly string[];

  @Field(() => [ID])
  rightKeys: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The decision that this one takes back.' })
  undoes: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that took this one back.' })
  undoneBy: string | null;

  @Field(() => String)
  reason: string;

  @Field(() => String)
  decidedBy: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => GraphQLISODateTime)
  decidedAt: Date;
}

@ObjectType({ description: 'Two records that may belong to one place, with what speaks for and against it.' })
export class MatchPair {
  @Field(() => ID)
  leftKey: string;

  @Field(() => ID)
  rightKey: string;

  @Field(() => [MatchTerm])
  weights: readonly MatchTerm[];

  @Field(() => Float, { description: 'The sum of the weights, in bits.' })
  totalWeight: number;

  @Field(() => Float, { description: 'That both belong to one place, 0-1.' })
  probability: number;

  @Field(() => CandidateStateEnum)
  state: CandidateState;

  @Field(() => LinkDecisionEnum)
  decidedBy: 'RULE' | 'MODEL' | 'PERSON';

  @Field(() => String)
  modelVersion: string;

  @Field(() => GraphQLISODateTime)
  weighedAt: Date;
}

@ObjectType({ description: 'Pairs that people are asked about, the most uncertain first.' })
export class MatchQueue {
  @Field(() => Int)
  totalCount: number;

  @Field(() => [MatchPair])
  pairs: readonly MatchPair[];
}

@InputType()
export class MatchQueueFilterInput {
  @Field(() => [AuthorityEnum], {
    nullable: true,
    description: 'The two registers of the pair; the same one twice for pairs within it.',
  })
  registers?: Authority[] | null;

  @Field(() => AuthorityEnum, { nullable: true, description: 'Pairs with a record of this authority.' })
  authority?: Authority | null;
}

@InputType()
export class DecideMatchInput {
  @Field(() => PairDecisionEnum)
  kind: 'MERGE' | 'NEVER_LINK';

  @Field(() => ID)
  leftKey: string;

  @Field(() => ID)
  rightKey: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The latest decision on the pair that you saw, null for none. Where there is a later one, this one is refused.',
  })
  seenDecisionId?: string | null;

  @Field(() => String, { description: 'Why; 5 to 1000 characters.' })
  reason: string;
}

@InputType()
export class MergeFacilitiesInput {
  @Field(() => ID)
  facilityId: string;

  @Field(() => ID)
  otherFacilityId: string;

  @Field(() => String, { description: 'Why; 5 to 1000 characters.' })
  reason: string;
}

@InputType()
export class SplitFacilityInput {
  @Field(() => ID)
  facilityId: string;

  @Field(() => [ID], { description: 'The records that leave; some, not all.' })
  leavingKeys: string[];

  @Field(() => [ID], { description: 'All records that the place had when you looked at it.' })
  expectedKeys: string[];

  @Field(() => String, { description: 'Why; 5 to 1000 characters.' })
  reason: string;
}

@InputType()
export class UndoMatchDecisionInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Why; 5 to 1000 characters.' })
  reason: string;
}

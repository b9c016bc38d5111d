import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';
import { FOLLOW_UP_STATES, type FollowUpState } from '../follow-up.js';

const FollowUpStateEnum = enumOf(FOLLOW_UP_STATES);
registerEnumType(FollowUpStateEnum, {
  name: 'FollowUpState',
  description: 'OVERDUE: the deadline has passed. DUE_SOON: it falls within the next four weeks.',
});

@ObjectType({
  description: 'A reaction with a deadline that is not noted as complied with (åbent påbud m.m.).',
})
export class FollowUp {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String)
  facilityName: string;

  @Field(() => String, { nullable: true })
  municipality: string | null;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => String, { description: "The authority's own word for the reaction." })
  sourceTerm: string;

  @Field(() => String, { nullable: true })
  topic: string | null;

  @Field(() => DayScalar, { description: 'Day of the visit.' })
  occurredOn: Day;

  @Field(() => DayScalar)
  dueOn: Day;

  @Field(() => FollowUpStateEnum)
  state: FollowUpState;
}

@ObjectType({ description: 'A part of a list of open reactions, nearest deadline first.' })
export class FollowUpPage {
  @Field(() => [FollowUp])
  followUps: readonly FollowUp[];

  @Field(() => Int)
  totalCount: number;
}

@InputType()
export class FollowUpFilterInput {
  @Field(() => AuthorityEnum, { nullable: true })
  authority?: Authority | null;

  @Field(() => String, { nullable: true })
  regionCode?: string | null;

  @Field(() => FollowUpStateEnum, { nullable: true })
  state?: FollowUpState | null;
}

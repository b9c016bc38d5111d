import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { CONTEST_STATES, CONTEST_SUBJECTS, type ContestState, type ContestSubject } from '../data-contest.js';

const ContestSubjectEnum = enumOf(CONTEST_SUBJECTS);
registerEnumType(ContestSubjectEnum, { name: 'ContestSubject' });
const ContestStateEnum = enumOf(CONTEST_STATES);
registerEnumType(ContestStateEnum, { name: 'ContestState' });
const ContestAnswerEnum = enumOf(['TAKEN_UP', 'CORRECTED', 'UPHELD']);
registerEnumType(ContestAnswerEnum, { name: 'ContestAnswer' });

@ObjectType({ description: 'What a place says against a datum about itself (indsigelse), and the answer.' })
export class DataContest {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String, { nullable: true })
  facilityName: string | null;

  @Field(() => ContestSubjectEnum)
  subject: ContestSubject;

  @Field(() => String)
  sourceKey: string;

  @Field(() => String, { nullable: true })
  visitKey: string | null;

  @Field(() => String, { nullable: true })
  findingKey: string | null;

  @Field(() => String, { nullable: true })
  field: string | null;

  @Field(() => String, { nullable: true, description: 'As it stood when it was contested.' })
  statedValue: string | null;

  @Field(() => String)
  claim: string;

  @Field(() => AuthorityEnum, { description: 'Whose datum it is: they answer.' })
  authority: Authority;

  @Field(() => ResponsibleUnitEnum, { nullable: true })
  unit: ResponsibleUnit | null;

  @Field(() => GraphQLISODateTime)
  filedAt: Date;

  @Field(() => DayScalar)
  answerDueOn: Day;

  @Field(() => ContestStateEnum)
  state: ContestState;

  @Field(() => Boolean)
  isOverdue: boolean;

  @Field(() => String, { nullable: true })
  answer: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  answeredAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Told to staff alone.' })
  answeredBy: string | null;
}

@InputType()
export class ContestDataInput {
  @Field(() => ContestSubjectEnum)
  subject: ContestSubject;

  @Field(() => String)
  sourceKey: string;

  @Field(() => String, { nullable: true })
  visitKey?: string;

  @Field(() => String, { nullable: true })
  findingKey?: string;

  @Field(() => String, { nullable: true })
  field?: string;

  @Field(() => String, { nullable: true })
  statedValue?: string;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  claim: string;
}

@InputType()
export class AnswerContestInput {
  @Field(() => ID)
  id: string;

  @Field(() => ContestAnswerEnum)
  step: 'TAKEN_UP' | 'CORRECTED' | 'UPHELD';

  @Field(() => String, { nullable: true, description: 'Told to the place; needed for an answer.' })
  explanation?: string;
}

import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, ResponsibleUnitEnum } from '../../graphql/facility.type.js';

@ObjectType({ description: 'What an inspector found, locked before they know the score (låste fund).' })
export class FindingsSheet {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => DayScalar)
  visitedOn: Day;

  @Field(() => Boolean)
  hasSeriousFinding: boolean;

  @Field(() => String)
  conclusion: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  unit: ResponsibleUnit;

  @Field(() => String)
  inspector: string;

  @Field(() => GraphQLISODateTime)
  lockedAt: Date;
}

@ObjectType({ description: 'A visit, and whether the inspector knew the score before locking the findings.' })
export class BlindVisit {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String, { nullable: true })
  facilityName: string | null;

  @Field(() => DayScalar)
  visitedOn: Day;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  unit: ResponsibleUnit;

  @Field(() => String)
  inspector: string;

  @Field(() => GraphQLISODateTime)
  lockedAt: Date;

  @Field(() => Boolean)
  hadSeenScore: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they last saw it before locking.' })
  seenAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they first saw it afterwards.' })
  seenAfterwardsAt: Date | null;
}

@InputType()
export class LockFindingsInput {
  @Field(() => ID)
  facilityId: string;

  @Field(() => DayScalar)
  visitedOn: Day;

  @Field(() => Boolean)
  hasSeriousFinding: boolean;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  conclusion: string;
}

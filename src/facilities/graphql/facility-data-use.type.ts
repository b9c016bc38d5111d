import { Field, ObjectType } from '@nestjs/graphql';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum } from '../../graphql/facility.type.js';

@ObjectType({ description: "That an authority used a place's data at least once in a calendar quarter." })
export class DataUse {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => DayScalar, { description: 'First day of the quarter.' })
  quarterStartsOn: Day;
}

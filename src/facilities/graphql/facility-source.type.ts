import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { Address, AuthorityEnum, enumOf, ResponsibleUnitEnum } from '../../graphql/facility.type.js';

export const LinkDecisionEnum = enumOf(['RULE', 'MODEL', 'PERSON']);
registerEnumType(LinkDecisionEnum, {
  name: 'LinkDecision',
  description: 'Who decided that a record belongs to a place.',
});

@ObjectType({ description: "A unit of one register that belongs to a place, in that register's words." })
export class FacilitySource {
  @Field(() => ID, { description: 'register:key, e.g. socialtilsynet:T100001/1000011.' })
  sourceKey: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: 'The tilbud above an afdeling.' })
  parentName: string | null;

  @Field(() => Address, { nullable: true })
  address: Address | null;

  @Field(() => String, { nullable: true })
  cvrNumber: string | null;

  @Field(() => String, { nullable: true })
  pNumber: string | null;

  @Field(() => String, { nullable: true })
  sorCode: string | null;

  @Field(() => String, { nullable: true, description: "The register's own word for the kind of place." })
  typeSourceTerm: string | null;

  @Field(() => String, { nullable: true, description: "The register's own word for the status." })
  statusSourceTerm: string | null;

  @Field(() => ResponsibleUnitEnum, { nullable: true })
  responsibleUnit: ResponsibleUnit | null;

  @Field(() => DayScalar, { description: 'The last day on which the register delivered it.' })
  deliveredOn: Day;

  @Field(() => DayScalar, { nullable: true })
  endedOn: Day | null;

  @Field(() => String, { description: 'The rule by which it was linked to the place.' })
  rule: string;

  @Field(() => Float, { description: 'How sure the link is, 0-1.' })
  confidence: number;

  @Field(() => LinkDecisionEnum)
  decidedBy: 'RULE' | 'MODEL' | 'PERSON';
}

import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  AUTHORITIES,
  RESPONSIBLE_UNITS,
  type Authority,
  type ResponsibleUnit,
} from '../domain/shared/authority.js';
import { FACILITY_TYPES, type FacilityType as TypeOfFacility } from '../domain/facility/source-record.js';
import type { Day } from '../domain/shared/day.js';
import { DayScalar } from './day.scalar.js';

/** Turns a closed list of the domain into an object that GraphQL can register as an enum. */
export function enumOf<Value extends string>(values: readonly Value[]): { [Key in Value]: Key } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [Key in Value]: Key };
}

export const AuthorityEnum = enumOf(AUTHORITIES);
registerEnumType(AuthorityEnum, {
  name: 'Authority',
  description: 'One of the three inspecting authorities (tilsynsmyndighed).',
});

export const ResponsibleUnitEnum = enumOf(RESPONSIBLE_UNITS);
registerEnumType(ResponsibleUnitEnum, {
  name: 'ResponsibleUnit',
  description: 'The unit responsible in law; the five socialtilsyn are authorities of their own.',
});

export const FacilityTypeEnum = enumOf(FACILITY_TYPES);
registerEnumType(FacilityTypeEnum, {
  name: 'FacilityType',
  description: 'The kind of place in the words of the law (tilbudstype).',
});

@ObjectType({ description: 'A municipality (kommune).' })
export class Municipality {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;
}

@ObjectType({ description: 'A postal address.' })
export class Address {
  @Field(() => String)
  street: string;

  @Field(() => String, { nullable: true })
  postalCode: string | null;

  @Field(() => String, { nullable: true })
  town: string | null;
}

@ObjectType('Facility', {
  description: 'A physical place where people live, merged from the registers of three authorities (sted).',
})
export class Facility {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => Address, {
    nullable: true,
    description: 'Null where no register gives one, or any of them keeps it secret.',
  })
  address: Address | null;

  @Field(() => Boolean, { description: 'A register keeps the address secret (hemmelig adresse).' })
  hasSecretAddress: boolean;

  @Field(() => Municipality, { nullable: true })
  municipality: Municipality | null;

  @Field(() => FacilityTypeEnum, { nullable: true })
  facilityType: TypeOfFacility | null;

  @Field(() => Int, { nullable: true, description: 'Approved places (pladser).' })
  capacityPlaces: number | null;

  @Field(() => String, { nullable: true, description: 'Who runs the place (virksomhed).' })
  operatorName: string | null;

  @Field(() => [String])
  cvrNumbers: string[];

  @Field(() => [String])
  pNumbers: string[];

  @Field(() => [String])
  sorCodes: string[];

  @Field(() => [AuthorityEnum], { description: 'The authorities whose registers know the place.' })
  authorities: Authority[];

  @Field(() => ResponsibleUnitEnum, { nullable: true, description: 'The responsible socialtilsyn.' })
  responsibleUnit: ResponsibleUnit | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day on which the last register stopped delivering it.',
  })
  endedOn: Day | null;
}

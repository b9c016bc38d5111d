import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ATTRIBUTE_NAMES, type AttributeName } from '../../domain/facility/provenance/attributes.js';
import type { Agreement } from '../../domain/facility/provenance/agreement.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';

const AttributeNameEnum = enumOf(ATTRIBUTE_NAMES);
registerEnumType(AttributeNameEnum, { name: 'AttributeName' });

const AgreementEnum = enumOf(['NONE', 'ALONE', 'SAME', 'SPELLING', 'CONFLICT']);
registerEnumType(AgreementEnum, {
  name: 'Agreement',
  description:
    "How the registers' values stand to each other; SPELLING is the same meaning, written differently.",
});

@ObjectType({ description: 'What one register said of one attribute, and between which days of delivery.' })
export class StatedValue {
  @Field(() => ID)
  sourceKey: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => String)
  value: string;

  @Field(() => DayScalar)
  knownFrom: Day;

  @Field(() => DayScalar, { nullable: true, description: 'Null while it stands.' })
  knownTo: Day | null;
}

@ObjectType({
  description: "An attribute of a place with every register's value; conflicts are shown, never resolved.",
})
export class AttributeProvenance {
  @Field(() => AttributeNameEnum)
  attribute: AttributeName;

  @Field(() => [StatedValue])
  values: readonly StatedValue[];

  @Field(() => [StatedValue], { description: 'Values that were replaced, newest first.' })
  earlier: readonly StatedValue[];

  @Field(() => AgreementEnum)
  agreement: Agreement;
}

@ObjectType({ description: 'What one register lacks, in numbers of its current records.' })
export class RegisterQuality {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => Int)
  records: number;

  @Field(() => Int)
  ended: number;

  @Field(() => Int)
  withoutAddress: number;

  @Field(() => Int)
  withSecretAddress: number;

  @Field(() => Int)
  withoutPNumber: number;

  @Field(() => Int)
  withoutCvrNumber: number;

  @Field(() => Int, {
    description: 'Broken in the latest full delivery, and kept as an earlier one had them.',
  })
  stale: number;

  @Field(() => Int, { description: 'Their place is known to no other register.' })
  unmatched: number;

  @Field(() => Int)
  quarantinedRows: number;
}

@ObjectType()
export class AttributeConflicts {
  @Field(() => AttributeNameEnum)
  attribute: AttributeName;

  @Field(() => Int, { description: 'Places at which the registers state different values.' })
  places: number;
}

@ObjectType({ description: 'Missing, conflicting, stale and unmatched data, for the registers to mend.' })
export class DataQuality {
  @Field(() => [RegisterQuality])
  registers: readonly RegisterQuality[];

  @Field(() => [AttributeConflicts])
  conflicts: readonly AttributeConflicts[];
}

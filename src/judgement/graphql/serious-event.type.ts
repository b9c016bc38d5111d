import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { LabelInBoth, SharingEnum } from './band-override.type.js';

@ObjectType({ description: 'What counts as a serious event; a closed, dated list.' })
export class SeriousEventKind {
  @Field(() => String)
  code: string;

  @Field(() => LabelInBoth)
  label: { da: string; en: string };

  @Field(() => Boolean)
  isConfirmed: boolean;
}

@ObjectType({
  description: 'An event that no score is waited for (alvorlig hændelse); on top of the list until resolved.',
})
export class SeriousEvent {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String)
  kind: string;

  @Field(() => LabelInBoth)
  label: { da: string; en: string };

  @Field(() => SharingEnum)
  secrecy: 'SHARED' | 'OWNER_ONLY';

  @Field(() => DayScalar)
  occurredOn: Day;

  @Field(() => String)
  description: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  unit: ResponsibleUnit;

  @Field(() => String)
  reportedBy: string;

  @Field(() => GraphQLISODateTime)
  reportedAt: Date;

  @Field(() => String, { nullable: true, description: 'What was done; null while the event is open.' })
  resolution: string | null;

  @Field(() => String, { nullable: true })
  resolvedBy: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  resolvedAt: Date | null;
}

@InputType()
export class ReportSeriousEventInput {
  @Field(() => ID)
  facilityId: string;

  @Field(() => String, { description: 'A code of seriousEventKinds.' })
  kind: string;

  @Field(() => Boolean, {
    description: 'Seen by your own unit alone, and so is the order of the list it changes.',
  })
  isForOwnUnitOnly: boolean;

  @Field(() => Boolean, {
    description: 'It rests on a concern report (bekymringshenvendelse): always for your own unit alone.',
  })
  derivesFromConcern: boolean;

  @Field(() => DayScalar)
  occurredOn: Day;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  description: string;
}

@InputType()
export class ResolveSeriousEventInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  explanation: string;
}

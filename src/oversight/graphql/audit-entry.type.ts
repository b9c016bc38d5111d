import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';

@ObjectType({ description: 'One thing that somebody saw or changed.' })
export class AuditEntry {
  @Field(() => ID, { description: 'Its number in the log, without gaps.' })
  sequence: string;

  @Field(() => GraphQLISODateTime)
  at: Date;

  @Field(() => String)
  person: string;

  @Field(() => String)
  role: string;

  @Field(() => String, { nullable: true })
  authority: string | null;

  @Field(() => String, { nullable: true })
  unit: string | null;

  @Field(() => String, { nullable: true, description: 'The place or CVR number that somebody stood for.' })
  actingFor: string | null;

  @Field(() => String, { nullable: true, description: 'What the data was used for.' })
  purpose: string | null;

  @Field(() => String, { description: 'READ, WRITE, COMMAND, SIGN_IN or SIGN_OUT.' })
  action: string;

  @Field(() => String, { description: 'STARTED, DONE, REFUSED or FAILED.' })
  outcome: string;

  @Field(() => String)
  operation: string;

  @Field(() => String, { nullable: true })
  objectKind: string | null;

  @Field(() => [String], { description: 'Empty for kinds that are only counted.' })
  objectIds: readonly string[];

  @Field(() => [String], { description: 'The places that the objects belong to.' })
  facilityIds: readonly string[];

  @Field(() => Int)
  objectCount: number;

  @Field(() => String, { description: 'The same for everything of one request.' })
  correlationId: string;
}

@InputType({ description: 'Which entries of the log; every condition that is given must hold.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true })
  person?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id of a place, or the key of any other object.',
  })
  objectKey?: string | null;

  @Field(() => DayScalar, { nullable: true })
  from?: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'The last day that belongs to it.' })
  through?: Day | null;
}

@ArgsType()
export class AuditEntriesArgs {
  @Field(() => AuditFilterInput, { nullable: true })
  filter?: AuditFilterInput | null;

  @Field(() => Int, { defaultValue: 50, description: 'How many, 1-200.' })
  first: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Only what stands before this entry: the last one of the page before.',
  })
  before?: string | null;
}

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
import { FAULT_REASONS, type FaultReason } from '../../domain/inspection/register-file.js';
import type { Authority } from '../../domain/shared/authority.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';

const ImportStateEnum = enumOf(['RUNNING', 'FINISHED', 'FAILED', 'CANCELLED']);
registerEnumType(ImportStateEnum, { name: 'ImportState' });

export const FaultReasonEnum = enumOf(FAULT_REASONS);
registerEnumType(FaultReasonEnum, { name: 'FaultReason', description: 'Why a row was set aside.' });

@ObjectType({
  description: 'What an import did with one file: read = new + changed + unchanged + quarantined.',
})
export class ImportedFile {
  @Field(() => String, { description: 'Path inside the drop.' })
  file: string;

  @Field(() => Int)
  read: number;

  @Field(() => Int)
  new: number;

  @Field(() => Int)
  changed: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int)
  quarantined: number;

  @Field(() => Int, { description: 'Of the quarantined rows, those that somebody has mended since.' })
  mended: number;

  @Field(() => Boolean, {
    description: 'Its delivery has been rolled back; the numbers are those from before.',
  })
  isWithdrawn: boolean;

  @Field(() => String, { nullable: true, description: 'Why the file as a whole could not be read.' })
  problem?: string | null;

  deliveryId: string;
}

@ObjectType({ description: 'A row that was set aside, as it was delivered (karantaene).' })
export class QuarantinedRow {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  file: string;

  @Field(() => Int)
  lineNumber: number;

  @Field(() => FaultReasonEnum)
  reason: FaultReason;

  @Field(() => String, { nullable: true })
  field: string | null;

  @Field(() => String, { nullable: true })
  value: string | null;

  @Field(() => String, { description: 'How the sender can mend it.' })
  mend: string;

  @Field(() => String)
  rawText: string;
}

@ObjectType({ description: 'One import of one drop.' })
export class ImportRun {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  dropName: string;

  @Field(() => ImportStateEnum)
  state: 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELLED';

  @Field(() => String, { nullable: true })
  message: string | null;

  @Field(() => GraphQLISODateTime)
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt: Date | null;

  @Field(() => String)
  requestedBy: string;

  @Field(() => AuthorityEnum, {
    nullable: true,
    description: 'That of whoever asked for it, who may also cancel it; null for the command line.',
  })
  authority: Authority | null;

  @Field(() => String, { nullable: true, description: 'Who asked to stop it.' })
  cancelledBy: string | null;

  @Field(() => String, { nullable: true, description: 'What is being done, while it runs.' })
  phase: string | null;

  @Field(() => Float, { nullable: true, description: 'How much of the phase is done, of phaseTotal.' })
  phaseDone: number | null;

  @Field(() => Float, { nullable: true })
  phaseTotal: number | null;
}

@InputType()
export class ImportDropInput {
  @Field(() => String, { description: 'Name of a drop in the inbox folder of the service; never a path.' })
  drop: string;
}

import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FaultReason } from '../../domain/inspection/register-file.js';
import { enumOf } from '../../graphql/facility.type.js';
import { FaultReasonEnum, QuarantinedRow } from './import-run.type.js';

const MendStateEnum = enumOf(['WAITING', 'APPLIED', 'REFUSED', 'WITHDRAWN']);
registerEnumType(MendStateEnum, {
  name: 'MendState',
  description: 'WAITING until no import runs; WITHDRAWN with the delivery that it was for.',
});

@ObjectType({ description: 'How somebody mended a row. The row itself stays as it was delivered.' })
export class RowMend {
  @Field(() => ID)
  rowId: string;

  @Field(() => String)
  mendedText: string;

  @Field(() => String)
  reason: string;

  @Field(() => String)
  mendedBy: string;

  @Field(() => GraphQLISODateTime)
  mendedAt: Date;

  @Field(() => Boolean, { description: 'The same line came again, and was mended as before.' })
  isRepeated: boolean;

  @Field(() => MendStateEnum)
  state: 'WAITING' | 'APPLIED' | 'REFUSED' | 'WITHDRAWN';

  @Field(() => String, { nullable: true })
  message: string | null;
}

@ObjectType()
export class RowCell {
  @Field(() => String)
  column: string;

  @Field(() => String)
  value: string;
}

@ObjectType({ description: 'A quarantined row with what is needed to mend it.' })
export class MendableRow {
  @Field(() => ID)
  importRunId: string;

  @Field(() => QuarantinedRow)
  row: QuarantinedRow;

  @Field(() => Boolean, { description: 'Its delivery has been rolled back; it cannot be mended.' })
  isWithdrawn: boolean;

  @Field(() => [RowCell], {
    nullable: true,
    description: 'Its values by column; null where the line can only be edited as a whole.',
  })
  cells: readonly RowCell[] | null;

  @Field(() => [String], { description: 'Values that no column is left for.' })
  surplus: readonly string[];
}

@ObjectType({ description: 'What is wrong with a row, where, and how it is mended.' })
export class RowFault {
  @Field(() => FaultReasonEnum)
  reason: FaultReason;

  @Field(() => String, { nullable: true })
  field?: string | null;

  @Field(() => String, { nullable: true })
  value?: string | null;

  @Field(() => String)
  mend: string;
}

@ObjectType()
export class MendOutcome {
  @Field(() => Boolean, { description: 'True: the row is taken in, as soon as no import runs.' })
  isTaken: boolean;

  @Field(() => RowFault, { nullable: true, description: 'Why it cannot be taken in; nothing was changed.' })
  fault: RowFault | null;
}

@InputType()
export class RowCellInput {
  @Field(() => String)
  column: string;

  @Field(() => String)
  value: string;
}

@InputType()
export class MendRowInput {
  @Field(() => ID)
  id: string;

  @Field(() => [RowCellInput], { nullable: true, description: 'The values of all columns; or give text.' })
  cells?: RowCellInput[];

  @Field(() => String, { nullable: true, description: 'The whole line, instead of cells.' })
  text?: string;

  @Field(() => String, { description: 'Why; 5 to 1000 characters.' })
  reason: string;
}

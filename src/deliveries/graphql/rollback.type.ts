import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DropSource } from '../../domain/shared/authority.js';
import { DROP_SOURCES } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { enumOf } from '../../graphql/facility.type.js';

const DropSourceEnum = enumOf(DROP_SOURCES);
registerEnumType(DropSourceEnum, { name: 'DropSource', description: 'Who delivers a part of a drop.' });
const DeliveryKindEnum = enumOf(['FULL', 'DELTA']);
registerEnumType(DeliveryKindEnum, {
  name: 'DeliveryKind',
  description: 'FULL says everything there is, DELTA only what is new.',
});
const RollbackStateEnum = enumOf(['WAITING', 'DONE', 'FAILED']);
registerEnumType(RollbackStateEnum, {
  name: 'RollbackState',
  description: 'WAITING until no import runs.',
});

@ObjectType({ description: "One sender's part of a drop: what is rolled back as one." })
export class Delivery {
  @Field(() => ID)
  id: string;

  @Field(() => DropSourceEnum)
  source: DropSource;

  @Field(() => DayScalar)
  deliveredOn: Day;

  @Field(() => DeliveryKindEnum)
  kind: 'FULL' | 'DELTA';
}

@ObjectType({ description: 'That a delivery was rolled back: by whom, why, and what became of it.' })
export class DeliveryRollback {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  reason: string;

  @Field(() => String)
  requestedBy: string;

  @Field(() => GraphQLISODateTime)
  requestedAt: Date;

  @Field(() => RollbackStateEnum)
  state: 'WAITING' | 'DONE' | 'FAILED';

  @Field(() => String, { nullable: true })
  message: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt: Date | null;

  @Field(() => Int, { nullable: true })
  rowsWithdrawn: number | null;

  @Field(() => Int, { nullable: true, description: 'Units of the register that are known no more.' })
  unitsRemoved: number | null;

  @Field(() => Int, { nullable: true })
  visitsRemoved: number | null;
}

@ObjectType({ description: 'What rolling a delivery back would do; rows unless said otherwise.' })
export class RollbackConsequences {
  @Field(() => ID)
  deliveryId: string;

  @Field(() => Int, { description: 'Rows that the delivery added, changed or ended.' })
  rows: number;

  @Field(() => Int, { description: 'Of them, settled by later deliveries: what is known today stays.' })
  settledLater: number;

  @Field(() => Int, { description: 'Of them, those that fall back to what was delivered before.' })
  fallBack: number;

  @Field(() => Int, { description: 'Of them, those that nobody else tells of.' })
  vanish: number;

  @Field(() => Int, { description: 'Units of the register that vanish.' })
  units: number;

  @Field(() => Int, { description: 'Visits that vanish.' })
  visits: number;

  @Field(() => Int, { description: 'Places that a touched unit belongs to.' })
  places: number;

  @Field(() => Int, { description: 'Rows mended by hand that go with it.' })
  mends: number;

  @Field(() => Int, { description: 'Later deliveries of the same files.' })
  laterDeliveries: number;
}

@InputType()
export class RollBackDeliveryInput {
  @Field(() => ID)
  deliveryId: string;

  @Field(() => String, { description: 'Why; 5 to 1000 characters.' })
  reason: string;
}

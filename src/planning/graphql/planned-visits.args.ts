import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { PartState } from '../../domain/planning/life-cycle/agreement.js';
import type { VisitMode } from '../../domain/planning/life-cycle/visit-modes.js';
import type { ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { PartStateEnum, VisitModeEnum } from './planned-visit.type.js';

@InputType()
export class PlannedVisitFilter {
  @Field(() => ID, { nullable: true, description: 'The plan in force if nothing is said.' })
  planId?: string | null;

  @Field(() => ResponsibleUnitEnum, { nullable: true })
  responsibleUnit?: ResponsibleUnit | null;

  @Field(() => String, { nullable: true })
  office?: string | null;

  @Field(() => String, { nullable: true })
  regionCode?: string | null;

  @Field(() => VisitModeEnum, { nullable: true })
  mode?: VisitMode | null;

  @Field(() => PartStateEnum, { nullable: true })
  state?: PartState | null;

  @Field(() => Boolean, { nullable: true })
  jointOnly?: boolean | null;

  @Field(() => DayScalar, { nullable: true, description: 'First Monday.' })
  weekFrom?: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'Last Monday.' })
  weekTo?: Day | null;
}

@ArgsType()
export class PlannedVisitsArgs {
  @Field(() => PlannedVisitFilter, { nullable: true })
  filter?: PlannedVisitFilter | null;

  @Field(() => Int, { defaultValue: 50 })
  first: number;

  @Field(() => Int, { defaultValue: 0 })
  offset: number;
}

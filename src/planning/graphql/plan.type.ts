import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Authority } from '../../domain/shared/authority.js';
import { PLAN_STATES, type PlanState } from '../../domain/planning/life-cycle/agreement.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';
import { PLAN_KINDS, type PlanKind } from '../stored-plan.js';

const PlanKindEnum = enumOf(PLAN_KINDS);
registerEnumType(PlanKindEnum, {
  name: 'PlanKind',
  description: 'RISK_BASED is the joint plan; FIXED_CADENCE is how it would be without, for comparison.',
});

export const PlanStateEnum = enumOf(PLAN_STATES);
registerEnumType(PlanStateEnum, {
  name: 'PlanState',
  description: 'One plan is published at a time; publishing another makes it historic.',
});

@ObjectType({ description: "An authority's visit that is not in the plan, and why." })
export class UnplannedInspection {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => String, {
    description:
      'NOT_DUE, NOT_IN_CADENCE, VETOED, OFFICE_CLOSED, COMPETENCE, NO_CAPACITY, DRAWN_VISITS, PINNED_ELSEWHERE, TOO_NEAR_OTHER_VISIT, WITHIN_GAP or LOW_VALUE.',
  })
  reason: string;
}

@ObjectType({ description: 'What a plan is expected to give and to cost.' })
export class PlanMeasures {
  @Field(() => Int, { description: 'Visits of single authorities.' })
  visits: number;

  @Field(() => Int, { description: 'Days on which a place is disturbed; a joint visit is one.' })
  visitDays: number;

  @Field(() => Float, { description: 'Share of the visits made together with another authority, 0-1.' })
  jointShare: number;

  @Field(() => Float, { description: 'Expected number of visits that find something serious.' })
  expectedFindings: number;

  @Field(() => Float, {
    description: 'Weeks of undetected problem that are expected to be avoided, weighted by gravity.',
  })
  harmAvoided: number;

  @Field(() => Float)
  hours: number;

  @Field(() => Int, { description: 'Visits that must be made within the plan.' })
  mustVisits: number;

  @Field(() => Int, { description: 'Of those, made after their latest day.' })
  lateVisits: number;

  @Field(() => Int, { description: 'Of those, not made.' })
  dueNotVisited: number;
}

@ObjectType({ description: 'A plan for the coming weeks.' })
export class Plan {
  @Field(() => ID)
  id: string;

  @Field(() => PlanKindEnum)
  kind: PlanKind;

  @Field(() => PlanStateEnum)
  state: PlanState;

  @Field(() => Int, {
    description: 'Grows with every change by hand; a change names the one it is based on.',
  })
  revision: number;

  @Field(() => DayScalar, { description: 'Monday of the first week.' })
  horizonFrom: Day;

  @Field(() => Int)
  horizonWeeks: number;

  @Field(() => GraphQLISODateTime)
  createdAt: Date;

  @Field(() => PlanMeasures)
  measures: PlanMeasures;

  @Field(() => Float, { nullable: true, description: 'Value of the plan, in mean visit values.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'No plan of the same instance has a greater value.' })
  upperBound: number | null;
}

import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { PlanMeasures } from './plan.type.js';

@ObjectType({ description: 'What one visit is worth and costs, in units of a mean visit.' })
export class VisitBalance {
  @Field(() => DayScalar, { description: 'Monday of the first week of the period.' })
  weekStart: Day;

  @Field(() => Float, { description: 'Harm that it is expected to avoid.' })
  risk: number;

  @Field(() => Float, { description: 'That it is a duty, and how late; 0 where there is no deadline.' })
  duty: number;

  @Field(() => Float, { description: "Its hours at the price of the office's hours." })
  hoursCost: number;

  @Field(() => Float, { description: 'Its share of the day on which the place is disturbed.' })
  disturbance: number;
}

@ObjectType({ description: 'A visit of the plan that would move or go.' })
export class GivingVisit {
  @Field(() => ID)
  facilityId: string;

  @Field(() => String)
  facilityName: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => DayScalar)
  weekStart: Day;
}

@ObjectType({
  description: 'What would bring a visit into the plan. It was tried: planned again, and it was there.',
})
export class PlanCounterfactual {
  @Field(() => String, {
    description:
      'SCORE (with this probability), HOURS (of the office), OPEN_WEEKS (none closed by a person) or PIN.',
  })
  kind: string;

  @Field(() => Float, { nullable: true, description: 'Of a serious finding, 0-1.' })
  probability: number | null;

  @Field(() => Int, { nullable: true, description: 'More hours of the office.' })
  hours: number | null;

  @Field(() => DayScalar, { nullable: true })
  weekStart: Day | null;

  @Field(() => Int, {
    description: 'Visits that would move or go, those at places that are not for the asker included.',
  })
  givesWay: number;

  @Field(() => [GivingVisit], { description: 'The first of those that the asker may see.' })
  givingVisits: readonly GivingVisit[];
}

@ObjectType({
  description: 'Why a visit of an authority at a place is planned when it is, or is not planned.',
})
export class VisitExplanation {
  @Field(() => ID)
  planId: string;

  @Field(() => Boolean)
  isPlanned: boolean;

  @Field(() => DayScalar, { nullable: true })
  weekStart: Day | null;

  @Field(() => [String], {
    description:
      'Of a planned visit as in PlannedPart.reasons, of a missing one as in UnplannedInspection.reason.',
  })
  reasons: readonly string[];

  @Field(() => String, { nullable: true, description: 'The office whose hours or people are short.' })
  office: string | null;

  @Field(() => String, { nullable: true, description: 'The competence that is short.' })
  competence: string | null;

  @Field(() => [DayScalar], { description: 'Mondays of the weeks that the reason speaks of.' })
  weeks: readonly Day[];

  @Field(() => [ResponsibleUnitEnum], {
    description: 'The visit would come earlier if it did not wait for these.',
  })
  waitsFor: readonly ResponsibleUnit[];

  @Field(() => VisitBalance, { nullable: true, description: 'Of the planned visit.' })
  balance: VisitBalance | null;

  @Field(() => VisitBalance, {
    nullable: true,
    description: 'Of a visit alone in the period that suits it best.',
  })
  alone: VisitBalance | null;

  @Field(() => Float, {
    nullable: true,
    description: 'From this probability on its risk would pay for its hours.',
  })
  neededProbability: number | null;

  @Field(() => Boolean, { description: 'The independent checker agrees with the reason.' })
  isConfirmed: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far at most this plan is from the best one, as a share of its value; null where it has none.',
  })
  gap: number | null;

  @Field(() => [PlanCounterfactual])
  changes: readonly PlanCounterfactual[];
}

@InputType({
  description:
    'Exactly one of probability, hours (with weekStart), isPinned (with weekStart) and opensWeeks.',
})
export class WhatIfInput {
  @Field(() => ID, { nullable: true, description: 'The plan in force if nothing is said.' })
  planId?: string | null;

  @Field(() => ID)
  facilityId: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => Float, { nullable: true, description: 'Of a serious finding, 0-1.' })
  probability?: number | null;

  @Field(() => Int, { nullable: true, description: 'More hours of the office in the week.' })
  hours?: number | null;

  @Field(() => DayScalar, { nullable: true, description: 'A Monday.' })
  weekStart?: Day | null;

  @Field(() => Boolean, { nullable: true })
  isPinned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'No week is closed to the visit by a person.' })
  opensWeeks?: boolean | null;
}

@ObjectType({ description: 'What would become of the plan; nothing is stored.' })
export class WhatIfAnswer {
  @Field(() => ID)
  planId: string;

  @Field(() => Boolean, { description: 'The visit would be planned.' })
  isPlanned: boolean;

  @Field(() => DayScalar, { nullable: true })
  weekStart: Day | null;

  @Field(() => Int)
  givesWay: number;

  @Field(() => [GivingVisit])
  givingVisits: readonly GivingVisit[];

  @Field(() => PlanMeasures)
  before: PlanMeasures;

  @Field(() => PlanMeasures)
  after: PlanMeasures;
}

@ObjectType({ description: 'What one more hour of an office is worth, in units of a mean visit.' })
export class OfficeHourPrice {
  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => String)
  office: string;

  @Field(() => String, { nullable: true, description: 'For visits that need this competence.' })
  competence: string | null;

  @Field(() => Float, { description: 'Mean over the weeks.' })
  mean: number;

  @Field(() => Float)
  highest: number;

  @Field(() => DayScalar, { description: 'Monday of the dearest week.' })
  dearestWeek: Day;
}

@ObjectType({ description: 'What hours are worth in a plan, and what its deadlines cost.' })
export class PlanPrices {
  @Field(() => ID)
  planId: string;

  @Field(() => [OfficeHourPrice], { description: 'Dearest first.' })
  offices: readonly OfficeHourPrice[];

  @Field(() => Int, { description: 'Visits with a deadline within the plan.' })
  dutyVisits: number;

  @Field(() => Float)
  dutyHours: number;

  @Field(() => Float, { description: 'Of those, hours that risk alone would not have paid for.' })
  dutyHoursBeyondRisk: number;

  @Field(() => Float, { description: 'Expected findings of the plan.' })
  findings: number;

  @Field(() => Float, {
    description: 'Expected findings of a plan without a single deadline, on the same hours.',
  })
  findingsWithoutDuties: number;

  @Field(() => Float, { description: 'Weeks of problem avoided by the plan.' })
  harmAvoided: number;

  @Field(() => Float)
  harmAvoidedWithoutDuties: number;
}

@ObjectType({ description: 'What one way to plan gives and costs on the same instance.' })
export class PolicyMeasures {
  @Field(() => String, {
    description:
      'PLAN, FIXED_CADENCE, FIXED_CADENCE_UNLIMITED (as if hours were no limit), GREEDY_SEPARATE, GREEDY_JOINT or OPTIMISED_SEPARATE.',
  })
  policy: string;

  @Field(() => PlanMeasures)
  measures: PlanMeasures;
}

@ObjectType({ description: 'What the best plan gives where a day of visit costs a place so much.' })
export class BurdenPoint {
  @Field(() => Float, { description: 'Cost of a day of visit, in mean visits.' })
  burdenShare: number;

  @Field(() => Int)
  visitDays: number;

  @Field(() => Float)
  expectedFindings: number;

  @Field(() => Float)
  harmAvoided: number;
}

@ObjectType({ description: 'How a group of places is visited against places of the same risk.' })
export class GroupVisits {
  @Field(() => String, { description: 'A facility type, or the unit of the socialtilsyn.' })
  group: string;

  @Field(() => Int, { description: 'Authorities at places of the group.' })
  relations: number;

  @Field(() => Int)
  visited: number;

  @Field(() => Float, { description: '1 where the group is visited as all places of the same risk are.' })
  ratio: number;
}

@ObjectType({ description: 'Hours that visits of a plan take of those an office has.' })
export class OfficeHours {
  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => String)
  office: string;

  @Field(() => Float)
  hours: number;

  @Field(() => Float)
  capacity: number;
}

@ObjectType({ description: 'A plan beside other ways to plan.' })
export class PlanReport {
  @Field(() => ID)
  planId: string;

  @Field(() => Float, { nullable: true, description: 'How far at most the plan is from the best one.' })
  gap: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The same where only risk is counted, among plans that keep duties at least as well.',
  })
  riskGap: number | null;

  @Field(() => [PolicyMeasures])
  policies: readonly PolicyMeasures[];

  @Field(() => [BurdenPoint])
  curve: readonly BurdenPoint[];

  @Field(() => [GroupVisits])
  byFacilityType: readonly GroupVisits[];

  @Field(() => [GroupVisits])
  byUnit: readonly GroupVisits[];

  @Field(() => [OfficeHours])
  offices: readonly OfficeHours[];
}

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
import { CONSEQUENCE_CODES, type ConsequenceCode } from '../../domain/planning/changing/consequences.js';
import type { ChangeReason, PartAnswer } from '../../domain/planning/life-cycle/agreement.js';
import type { PlannedForm, VisitMode } from '../../domain/planning/life-cycle/visit-modes.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { DECISION_KINDS, type DecisionKind } from '../life-cycle/kept-plan.js';
import { ChangeReasonEnum, PlannedFormEnum, VisitModeEnum } from './planned-visit.type.js';

const ConsequenceCodeEnum = enumOf(CONSEQUENCE_CODES);
registerEnumType(ConsequenceCodeEnum, { name: 'ConsequenceCode' });
const SeverityEnum = enumOf(['BREAKS', 'WARNS', 'TELLS', 'MENDS']);
registerEnumType(SeverityEnum, {
  name: 'ConsequenceSeverity',
  description: 'BREAKS a hard rule, WARNS, TELLS, or MENDS what was broken before.',
});
const WantedKindEnum = enumOf(['MOVED', 'MODE_CHANGED', 'FORM_CHANGED', 'PART_DROPPED', 'VISIT_ADDED']);
registerEnumType(WantedKindEnum, { name: 'WantedChangeKind' });
export type WantedKind = keyof typeof WantedKindEnum;
const PartAnswerEnum = enumOf(['ACCEPTED', 'DECLINED', 'OTHER_TIME_PROPOSED']);
registerEnumType(PartAnswerEnum, { name: 'PartAnswer' });
const DecisionKindEnum = enumOf(DECISION_KINDS);
registerEnumType(DecisionKindEnum, {
  name: 'PlanningDecisionKind',
  description: 'PIN fixes the week of an own visit, VETO closes weeks to it; both bind every later plan.',
});

@InputType({ description: 'A change by hand; what the kind needs must be given, the rest left out.' })
export class PlanChangeInput {
  @Field(() => ID)
  planId: string;

  @Field(() => WantedKindEnum)
  kind: WantedKind;

  @Field(() => ID, { nullable: true, description: 'For all kinds but VISIT_ADDED.' })
  visitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For VISIT_ADDED.' })
  facilityId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'A Monday, for MOVED and VISIT_ADDED.' })
  weekStart?: Day | null;

  @Field(() => VisitModeEnum, { nullable: true, description: 'For MODE_CHANGED.' })
  mode?: VisitMode | null;

  @Field(() => PlannedFormEnum, { nullable: true, description: 'For FORM_CHANGED.' })
  form?: PlannedForm | null;
}

@InputType()
export class ConfirmedChangeInput extends PlanChangeInput {
  @Field(() => Int, { description: 'From the check.' })
  revision: number;

  @Field(() => String, {
    description: 'From the check: stands for exactly the consequences that were shown.',
  })
  token: string;

  @Field(() => ChangeReasonEnum)
  reason: ChangeReason;
}

@ObjectType({ description: 'One thing that a change leads to.' })
export class Consequence {
  @Field(() => ConsequenceCodeEnum)
  code: ConsequenceCode;

  @Field(() => SeverityEnum)
  severity: 'BREAKS' | 'WARNS' | 'TELLS' | 'MENDS';

  @Field(() => AuthorityEnum, { nullable: true })
  authority: Authority | null;

  @Field(() => String, { nullable: true })
  office: string | null;

  @Field(() => Float, { nullable: true, description: 'Weeks, days or inspectors, by the code.' })
  amount: number | null;
}

@ObjectType({ description: 'Hours of an office in the weeks concerned.' })
export class OfficeLoad {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => String)
  office: string;

  @Field(() => DayScalar)
  weekFrom: Day;

  @Field(() => DayScalar)
  weekTo: Day;

  @Field(() => Float, {
    description: 'Hours for planned visits; reserves, leave and holidays are taken off.',
  })
  available: number;

  @Field(() => Float)
  before: number;

  @Field(() => Float)
  after: number;
}

@ObjectType({
  description: 'What the place is expected to give and to cost, its visits of the plan taken together.',
})
export class PlaceMeasures {
  @Field(() => Float)
  expectedFindings: number;

  @Field(() => Float)
  harmAvoided: number;

  @Field(() => Float)
  hours: number;

  @Field(() => Int)
  visitDays: number;

  @Field(() => Int)
  lateVisits: number;
}

@ObjectType({ description: 'What a change would lead to. Nothing has been stored.' })
export class PlanChangeCheck {
  @Field(() => Int)
  revision: number;

  @Field(() => String)
  token: string;

  @Field(() => [Consequence])
  consequences: readonly Consequence[];

  @Field(() => [OfficeLoad])
  loads: readonly OfficeLoad[];

  @Field(() => PlaceMeasures)
  before: PlaceMeasures;

  @Field(() => PlaceMeasures)
  after: PlaceMeasures;
}

@InputType()
export class AnswerPartInput {
  @Field(() => ID)
  planId: string;

  @Field(() => ID)
  visitId: string;

  @Field(() => Int, { description: 'sinceRevision of the visit as it was shown.' })
  sinceRevision: number;

  @Field(() => PartAnswerEnum)
  answer: PartAnswer;

  @Field(() => ChangeReasonEnum, { nullable: true, description: 'Needed unless it is accepted.' })
  reason?: ChangeReason | null;

  @Field(() => DayScalar, { nullable: true, description: 'A Monday, for OTHER_TIME_PROPOSED.' })
  proposedWeek?: Day | null;
}

@InputType()
export class PlanningDecisionInput {
  @Field(() => DecisionKindEnum)
  kind: DecisionKind;

  @Field(() => ID)
  facilityId: string;

  @Field(() => DayScalar, { description: 'A Monday.' })
  weekFrom: Day;

  @Field(() => DayScalar, { description: 'A Monday; the same as weekFrom for a pin.' })
  weekTo: Day;

  @Field(() => ChangeReasonEnum)
  reason: ChangeReason;
}

@ObjectType({ description: "What a person decided of an authority's visit at a place." })
export class PlanningDecision {
  @Field(() => ID)
  id: string;

  @Field(() => DecisionKindEnum)
  kind: DecisionKind;

  @Field(() => ID)
  facilityId: string;

  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => DayScalar)
  weekFrom: Day;

  @Field(() => DayScalar)
  weekTo: Day;

  @Field(() => ChangeReasonEnum)
  reason: ChangeReason;

  @Field(() => GraphQLISODateTime)
  decidedAt: Date;
}

@InputType()
export class NotifyVisitInput {
  @Field(() => ID)
  visitId: string;

  @Field(() => DayScalar, { description: 'A working day of the week that the visit is planned for.' })
  visitOn: Day;
}

@ObjectType({
  description:
    'That an announced visit comes, as the place was told. Nothing about an unannounced visit is ever one.',
})
export class VisitNotice {
  @Field(() => ID)
  id: string;

  @Field(() => [AuthorityEnum])
  authorities: readonly Authority[];

  @Field(() => VisitModeEnum)
  mode: string;

  @Field(() => DayScalar)
  visitOn: Day;

  @Field(() => DayScalar)
  notifiedOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The visit does not come on that day after all.' })
  withdrawnOn: Day | null;
}

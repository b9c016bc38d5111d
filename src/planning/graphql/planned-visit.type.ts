import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CHANGE_REASONS,
  PART_STATES,
  type ChangeReason,
  type PartState,
  type PlanState,
} from '../../domain/planning/life-cycle/agreement.js';
import {
  VISIT_FORMS_PLANNED,
  VISIT_MODES,
  type PlannedForm,
  type VisitMode,
} from '../../domain/planning/life-cycle/visit-modes.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { CHANGE_KINDS, VISIT_HALVES, type ChangeKind, type VisitHalf } from '../life-cycle/kept-plan.js';
import { PlanStateEnum } from './plan.type.js';

export const VisitModeEnum = enumOf(VISIT_MODES);
registerEnumType(VisitModeEnum, {
  name: 'VisitMode',
  description: 'How the authorities of a visit come together; always one plan and a legal act of each.',
});

const VisitHalfEnum = enumOf(VISIT_HALVES);
registerEnumType(VisitHalfEnum, { name: 'VisitHalf' });

export const PlannedFormEnum = enumOf(VISIT_FORMS_PLANNED);
registerEnumType(PlannedFormEnum, {
  name: 'PlannedForm',
  description: 'A joint visit is announced only where nobody in it comes unannounced.',
});

export const PartStateEnum = enumOf(PART_STATES);
registerEnumType(PartStateEnum, {
  name: 'PartState',
  description: 'How far an authority has come with its part of a visit.',
});

export const ChangeReasonEnum = enumOf(CHANGE_REASONS);
registerEnumType(ChangeReasonEnum, {
  name: 'ChangeReason',
  description: 'A closed list, because free text would tell other authorities of concerns sooner or later.',
});

const ChangeKindEnum = enumOf(CHANGE_KINDS);
registerEnumType(ChangeKindEnum, { name: 'PlanChangeKind' });

@ObjectType({
  description:
    "One authority's part of a planned visit; an own legal act with its own notice, report and appeal.",
})
export class PlannedPart {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum, { description: 'The unit that answers for the part.' })
  responsibleUnit: ResponsibleUnit;

  @Field(() => String, { description: 'The office that goes.' })
  office: string;

  @Field(() => Float, { description: 'Hours that the office spends, travel included.' })
  hours: number;

  @Field(() => DayScalar, { nullable: true, description: 'The day by which policy wants the visit.' })
  latestOn: Day | null;

  @Field(() => [String], {
    description:
      'Why it is in the plan: PINNED, DEADLINE, OVERDUE, AFTER_DEADLINE, RISK, SPARE_HOURS, JOINT, CADENCE.',
  })
  reasons: readonly string[];

  @Field(() => PlannedFormEnum)
  form: PlannedForm;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where chance chose it; null where it did not, and for those who may not see its draws.',
  })
  isDrawn: boolean | null;

  @Field(() => [String], {
    description:
      "Codes of the inspectors who come, in the next weeks; only those of the asker's own authority.",
  })
  inspectors: readonly string[];

  @Field(() => PartStateEnum)
  state: PartState;

  @Field(() => ChangeReasonEnum, {
    nullable: true,
    description: 'Why it was declined or another time proposed.',
  })
  answerReason: ChangeReason | null;

  @Field(() => DayScalar, { nullable: true, description: 'Monday of the week that was proposed instead.' })
  proposedWeek: Day | null;
}

@ObjectType({
  description: 'A planned visit, joint where it has several parts (fællestilsyn). Never shown to the place.',
})
export class PlannedVisit {
  @Field(() => ID, { description: 'The same through all changes; random.' })
  id: string;

  @Field(() => ID)
  planId: string;

  @Field(() => PlanStateEnum, { description: 'Of the plan.' })
  planState: PlanState;

  @Field(() => Int, { description: "The plan's revision." })
  planRevision: number;

  @Field(() => Int, { description: 'The revision that made this version of the visit; an answer names it.' })
  sinceRevision: number;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String)
  facilityName: string;

  @Field(() => String, { nullable: true })
  municipality: string | null;

  @Field(() => DayScalar, { description: 'Monday of the week it is planned for.' })
  weekStart: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day, in the next weeks; null where none was found yet or the week is too far away.',
  })
  visitOn: Day | null;

  @Field(() => VisitHalfEnum, {
    nullable: true,
    description: 'The half of the day that parts of half a day take; others take the whole day.',
  })
  half: VisitHalf | null;

  @Field(() => VisitModeEnum)
  mode: VisitMode;

  @Field(() => [PlannedPart])
  parts: readonly PlannedPart[];

  @Field(() => PlannedFormEnum, { description: 'Of the visit as a whole.' })
  form: PlannedForm;

  @Field(() => PartStateEnum, { description: 'Of the visit as a whole: what asks most for attention.' })
  state: PartState;

  @Field(() => DayScalar, { nullable: true, description: 'The day that the place has been told.' })
  noticedFor: Day | null;

  @Field(() => [ResponsibleUnitEnum], { description: 'Units whose week a person has fixed.' })
  pinnedUnits: readonly ResponsibleUnit[];
}

@ObjectType({ description: 'A part of a list of visits, by week and name.' })
export class PlannedVisitPage {
  @Field(() => [PlannedVisit])
  visits: readonly PlannedVisit[];

  @Field(() => Int)
  totalCount: number;

  @Field(() => [PlannedWeek], { description: 'The same filter, counted by week.' })
  weeks: readonly PlannedWeek[];
}

@ObjectType({ description: 'How many visits a week holds.' })
export class PlannedWeek {
  @Field(() => DayScalar)
  weekStart: Day;

  @Field(() => Int)
  visits: number;

  @Field(() => Int)
  joint: number;

  @Field(() => Int, { description: 'Accepted by everybody concerned.' })
  agreed: number;
}

@ObjectType({ description: 'One change of a plan by hand.' })
export class PlanChange {
  @Field(() => ID)
  planId: string;

  @Field(() => Int)
  revision: number;

  @Field(() => ChangeKindEnum)
  kind: ChangeKind;

  @Field(() => ID)
  visitId: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => ChangeReasonEnum)
  reason: ChangeReason;

  @Field(() => Int, { nullable: true, description: 'The revision that it takes back.' })
  undoes: number | null;

  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => GraphQLISODateTime)
  changedAt: Date;
}

@ObjectType({ description: 'A region that holds today.' })
export class Region {
  @Field(() => ID)
  code: string;

  @Field(() => String)
  name: string;
}

@ObjectType({ description: 'An inspector of the own authority.' })
export class Inspector {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => String)
  code: string;

  @Field(() => String)
  office: string;
}

@ObjectType({ description: 'An office that inspectors start from.' })
export class Office {
  @Field(() => ResponsibleUnitEnum)
  responsibleUnit: ResponsibleUnit;

  @Field(() => String)
  name: string;
}

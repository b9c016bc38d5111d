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
import {
  DIFFERENCE_CAUSES,
  DIFFERENCE_KINDS,
  type DifferenceCause,
  type DifferenceKind,
} from '../../domain/planning/changing/plan-difference.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';
import {
  JOB_KINDS,
  JOB_STATES,
  type JobKind,
  type JobState,
  PLANNING_CAUSES,
  type PlanningCause,
} from '../planning-job.js';

const PlanningCauseEnum = enumOf(PLANNING_CAUSES);
registerEnumType(PlanningCauseEnum, {
  name: 'PlanningCause',
  description:
    'What happened since the published plan was made. An event that not all staff may know of is OTHER.',
});

const JobStateEnum = enumOf(JOB_STATES);
registerEnumType(JobStateEnum, { name: 'PlanningJobState' });
const JobKindEnum = enumOf(JOB_KINDS);
registerEnumType(JobKindEnum, {
  name: 'PlanningJobKind',
  description: 'PLAN plans from nothing, REPLAN stays as near to a plan as it can.',
});
const DifferenceKindEnum = enumOf(DIFFERENCE_KINDS);
registerEnumType(DifferenceKindEnum, {
  name: 'PlanDifferenceKind',
  description: 'JOINED: the same week, but other authorities.',
});
const DifferenceCauseEnum = enumOf(DIFFERENCE_CAUSES);
registerEnumType(DifferenceCauseEnum, { name: 'PlanDifferenceCause' });

@ObjectType({ description: 'A planning, while it runs and afterwards. Values are in mean visit values.' })
export class PlanningJob {
  @Field(() => ID)
  id: string;

  @Field(() => JobKindEnum)
  kind: JobKind;

  @Field(() => JobStateEnum)
  state: JobState;

  @Field(() => ID, { nullable: true, description: 'The plan that it stays near to.' })
  basedOn: string | null;

  @Field(() => [PlanningCauseEnum], { description: 'Why it began by itself; empty where a person began it.' })
  causes: readonly PlanningCause[];

  @Field(() => ID, { nullable: true, description: 'The draft that came of it.' })
  planId: string | null;

  @Field(() => String, {
    description: 'SHA-256 of the seed: it can be shown later that nobody chose it afterwards.',
  })
  seedCommitment: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of all that the plan was made from.' })
  inputHash: string | null;

  @Field(() => String, { nullable: true, description: 'READING, PRICES, FILL, SEARCH, DAYS or STORING.' })
  phase: string | null;

  @Field(() => Int, { nullable: true })
  done: number | null;

  @Field(() => Int, { nullable: true })
  total: number | null;

  @Field(() => Float, { nullable: true, description: 'No plan is worth more.' })
  upperBound: number | null;

  @Field(() => Float, { nullable: true, description: 'Of the best plan so far.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: '(upperBound - value) / value.' })
  gap: number | null;

  @Field(() => String, { nullable: true })
  message: string | null;

  @Field(() => GraphQLISODateTime)
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last gave a sign of life.' })
  heartbeatAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt: Date | null;
}

@InputType({
  description: 'How long to work, counted in passes, so that the same budgets give the same plan.',
})
export class PlanningBudgetsInput {
  @Field(() => Int)
  samplePasses: number;

  @Field(() => Int)
  pricePasses: number;

  @Field(() => Int)
  searchPasses: number;

  @Field(() => Int)
  rebuilds: number;
}

@InputType()
export class StartPlanningInput {
  @Field(() => ID, { nullable: true, description: 'Stay as near to this plan as possible.' })
  basedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Drawn and kept secret if nothing is said.' })
  seed?: string | null;

  @Field(() => PlanningBudgetsInput, {
    nullable: true,
    description: 'Those that suit the size if nothing is said.',
  })
  budgets?: PlanningBudgetsInput | null;
}

@ObjectType({ description: 'A visit as one of two compared plans has it.' })
export class ComparedVisit {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => DayScalar)
  weekStart: Day;

  @Field(() => [AuthorityEnum])
  authorities: readonly Authority[];
}

@ObjectType({ description: 'A visit that is not the same in two plans, and why.' })
export class PlanDifference {
  @Field(() => DifferenceKindEnum)
  kind: DifferenceKind;

  @Field(() => DifferenceCauseEnum)
  cause: DifferenceCause;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String)
  facilityName: string;

  @Field(() => ComparedVisit, { nullable: true })
  before: ComparedVisit | null;

  @Field(() => ComparedVisit, { nullable: true })
  after: ComparedVisit | null;
}

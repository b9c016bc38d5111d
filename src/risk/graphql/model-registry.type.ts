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
import type { DriftReason } from '../../domain/risk/registry/drift-alarms.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';
import { RiskBandEnum, type RiskBandName } from '../../graphql/risk-band.enum.js';
import { ScoringMethodEnum, type ScoringMethod } from './facility-score.type.js';

const ModelDecisionKindEnum = enumOf(['APPROVED', 'ROLLED_BACK']);
registerEnumType(ModelDecisionKindEnum, { name: 'ModelDecisionKind' });
const DriftReasonEnum = enumOf(['SERIOUS_RATE', 'MEAN_SCORE', 'MISSING_VALUES', 'OUTCOME_DEFINITION']);
registerEnumType(DriftReasonEnum, { name: 'DriftReason' });

@ObjectType({ description: 'How much better one way of scoring ranks visits than another, paired by place.' })
export class AucGain {
  @Field(() => Float)
  auc: number;

  @Field(() => Float, { description: 'Lower end of the 95 % interval.' })
  low: number;

  @Field(() => Float)
  high: number;

  @Field(() => Boolean, { description: 'The whole interval is above 0.' })
  isOutside: boolean;
}

@ObjectType({
  description: "One authority's model of a version, and the comparison that put its method there.",
})
export class AuthorityModel {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ScoringMethodEnum)
  method: ScoringMethod;

  @Field(() => DayScalar)
  trainedThrough: Day;

  @Field(() => Int, { description: 'Visits it was trained on.' })
  visits: number;

  @Field(() => Int)
  serious: number;

  @Field(() => Int, { description: 'Visits inside the training window that the methods were compared on.' })
  comparedOn: number;

  @Field(() => AucGain, { description: 'The fitted model over the rule.' })
  overRule: AucGain;

  @Field(() => AucGain)
  overLastResult: AucGain;

  @Field(() => AucGain, { description: 'Boosting over ridge-logistic.' })
  challenge: AucGain;
}

@ObjectType({ description: 'A training of the models of all authorities.' })
export class ModelVersion {
  @Field(() => Int)
  version: number;

  @Field(() => Boolean)
  isInForce: boolean;

  @Field(() => [AuthorityModel])
  models: AuthorityModel[];
}

@ObjectType({ description: 'What a named person decided on a version.' })
export class ModelDecision {
  @Field(() => Int)
  version: number;

  @Field(() => ModelDecisionKindEnum)
  decision: 'APPROVED' | 'ROLLED_BACK';

  @Field(() => String)
  reason: string;

  @Field(() => String)
  decidedBy: string;

  @Field(() => GraphQLISODateTime)
  decidedAt: Date;
}

@ObjectType({ description: 'That the world has moved since the version in force was taken into use.' })
export class DriftAlarm {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => DriftReasonEnum)
  reason: DriftReason;

  @Field(() => Float)
  before: number;

  @Field(() => Float)
  now: number;

  @Field(() => Boolean, { description: 'The model must be shown to hold anew before it goes on scoring.' })
  needsRevalidation: boolean;
}

@ObjectType({
  description: 'Which models there are, which of them scores, who said so, and what has moved since.',
})
export class ModelRegistryReport {
  @Field(() => Int, { nullable: true, description: 'null while nobody has approved any: the newest scores.' })
  inForce: number | null;

  @Field(() => Int, { nullable: true, description: 'What a rollback would lead to; null for none.' })
  afterRollback: number | null;

  @Field(() => [ModelVersion], { description: 'Newest first.' })
  versions: ModelVersion[];

  @Field(() => [ModelDecision], { description: 'Newest first.' })
  decisions: ModelDecision[];

  @Field(() => [DriftAlarm])
  alarms: DriftAlarm[];
}

@ObjectType({ description: 'Places of one band, before and after.' })
export class BandCount {
  @Field(() => RiskBandEnum)
  band: RiskBandName;

  @Field(() => Int)
  before: number;

  @Field(() => Int)
  after: number;
}

@ObjectType({
  description: 'What scoring by a version would change, against how places stand now. Nothing is kept.',
})
export class VersionConsequences {
  @Field(() => Int)
  version: number;

  @Field(() => DayScalar)
  asOf: Day;

  @Field(() => [BandCount])
  bands: BandCount[];

  @Field(() => Int, { description: 'Places that would stand in a higher band.' })
  raised: number;

  @Field(() => Int)
  lowered: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int, { description: 'So many of the highest places were compared.' })
  topSize: number;

  @Field(() => Int, { description: 'Of them, those that would not be among the highest any more.' })
  leavingTop: number;
}

@ObjectType({ description: 'A decision on the models and the scoring that follows it.' })
export class DecidedModels {
  @Field(() => Int, { nullable: true })
  inForce: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The scoring that was started; null where one was running already: score again after it.',
  })
  riskRunId: string | null;
}

@InputType()
export class ApproveModelsInput {
  @Field(() => Int)
  version: number;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  reason: string;
}

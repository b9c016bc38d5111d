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
import { CONTRIBUTION_KINDS, type ContributionKind } from '../../domain/risk/risk-score.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';
import { RiskBandEnum, type RiskBandName } from '../../graphql/risk-band.enum.js';

const ContributionKindEnum = enumOf(CONTRIBUTION_KINDS);
registerEnumType(ContributionKindEnum, {
  name: 'ContributionKind',
  description:
    'BASELINE is the average place; SEVERITY and VULNERABILITY what is at stake, against the usual; DOCUMENTATION_LIMIT what documentation faults alone had lifted above MEDIUM; CLAMPING what was cut off below 0 or above 100 points.',
});

const RunStateEnum = enumOf(['RUNNING', 'FINISHED', 'FAILED', 'CANCELLED']);
registerEnumType(RunStateEnum, { name: 'RunState' });

export const ScoringMethodEnum = enumOf(['RIDGE_LOGISTIC', 'ADDITIVE_BOOSTING', 'RULE']);
registerEnumType(ScoringMethodEnum, {
  name: 'ScoringMethod',
  description: 'RULE is written by people (impact x performance); the others are fitted.',
});
export type ScoringMethod = 'RIDGE_LOGISTIC' | 'ADDITIVE_BOOSTING' | 'RULE';

@ObjectType({ description: 'A text in both languages.' })
export class BilingualText {
  @Field(() => String)
  da: string;

  @Field(() => String)
  en: string;
}

@ObjectType({ description: 'One term of a score; all terms together are its points, exactly.' })
export class Contribution {
  @Field(() => ContributionKindEnum)
  kind: ContributionKind;

  @Field(() => AuthorityEnum, {
    nullable: true,
    description: 'The authority whose score the term belongs to; null for terms of the combined score alone.',
  })
  authority: Authority | null;

  @Field(() => String, { nullable: true, description: "The feature's stable key." })
  key: string | null;

  @Field(() => BilingualText)
  label: BilingualText;

  @Field(() => AuthorityEnum, { nullable: true, description: 'Whose data it is measured from.' })
  sourceAuthority: Authority | null;

  @Field(() => Int, { description: 'Hundredths of a point; may be negative.' })
  hundredths: number;

  @Field(() => Float, { nullable: true, description: "The place's value; null where it is not known." })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'What is usual, and stands in for an unknown value.' })
  typical: number | null;

  @Field(() => BilingualText, {
    nullable: true,
    description: 'The value in words; null for terms that are no feature.',
  })
  valueText: BilingualText | null;

  @Field(() => BilingualText, { nullable: true, description: 'What is usual, in words.' })
  typicalText: BilingualText | null;

  @Field(() => Boolean, { description: 'The place itself can change it.' })
  isActionable: boolean;
}

@ObjectType({
  description: 'The range that a score could as well have had: 95 % by the spread of the weights.',
})
export class ScoreInterval {
  @Field(() => Int, { description: 'Hundredths of a point.' })
  lowPoints: number;

  @Field(() => Int)
  highPoints: number;

  @Field(() => Float, { description: '0-1.' })
  lowProbability: number;

  @Field(() => Float)
  highProbability: number;
}

@ObjectType({
  description:
    'How likely the next visit of one authority is to find something serious. Advice, never a decision.',
})
export class AuthorityScore {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => Int, { description: 'Hundredths of a point, 0-10000.' })
  points: number;

  @Field(() => Float, { nullable: true, description: '0-1: the calibration of the points.' })
  probability: number | null;

  @Field(() => ScoringMethodEnum, {
    description: 'How the score is made; RULE where no fitted model beats it.',
  })
  method: ScoringMethod;

  @Field(() => ScoreInterval, { nullable: true, description: 'null where the method gives none.' })
  interval: ScoreInterval | null;

  @Field(() => Boolean)
  hasTooLittleData: boolean;

  @Field(() => [Contribution], { description: 'Their hundredths sum to the points exactly.' })
  contributions: Contribution[];

  @Field(() => [BilingualText], { description: 'What is not known of the place.' })
  missing: BilingualText[];

  @Field(() => Int)
  modelVersion: number;

  @Field(() => DayScalar, { description: 'The last day whose facts reached the model.' })
  trainedThrough: Day;
}

@ObjectType({ description: "A place's value that a change moves, in words." })
export class MovedValue {
  @Field(() => String, { description: "The feature's stable key." })
  key: string;

  @Field(() => BilingualText)
  label: BilingualText;

  @Field(() => BilingualText)
  from: BilingualText;

  @Field(() => BilingualText)
  to: BilingualText;
}

@ObjectType({ description: "What one authority's model gives after a change." })
export class ChangedScore {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => Int, { description: 'Hundredths of a point, 0-10000.' })
  points: number;

  @Field(() => Float, { description: '0-1.' })
  probability: number;

  @Field(() => [MovedValue])
  moved: MovedValue[];
}

@ObjectType({
  description:
    'Something that a place can do about its score: scored anew with the same models, not guessed.',
})
export class LoweringChange {
  @Field(() => String, { description: 'Stable key of what is done.' })
  action: string;

  @Field(() => BilingualText, { description: 'What is done, and the points after it.' })
  text: BilingualText;

  @Field(() => Int, { description: 'Combined hundredths of a point after the change.' })
  points: number;

  @Field(() => RiskBandEnum, { description: 'The band of those points.' })
  band: RiskBandName;

  @Field(() => [ChangedScore], { description: 'The authorities whose score it moves.' })
  authorities: ChangedScore[];
}

@ObjectType({
  description: 'What a score is made of beside the likelihood of each authority, each dimension by itself.',
})
export class ScoreDimensions {
  @Field(() => Int, { description: "Mean of the authorities' points, in hundredths." })
  likelihoodPoints: number;

  @Field(() => Float, {
    nullable: true,
    description: '0-4, of what was found apart from documentation faults; null where nothing was found.',
  })
  severity: number | null;

  @Field(() => Float, { nullable: true, description: '0-4, of those who live there; null where not known.' })
  vulnerability: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share (0-1) of visits with faults in documentation; no part of the points. null where nobody looked.',
  })
  documentation: number | null;
}

@ObjectType('RiskBandDefinition', {
  description: 'A band of the combined points, what it means and what it sets in motion.',
})
export class RiskBand {
  @Field(() => RiskBandEnum)
  band: RiskBandName;

  @Field(() => Int, { description: 'Lowest points of the band, in hundredths.' })
  lowerPoints: number;

  @Field(() => BilingualText)
  meaning: BilingualText;

  @Field(() => BilingualText)
  triggers: BilingualText;

  @Field(() => Boolean, { description: 'False while no domain owner has confirmed the border.' })
  isConfirmed: boolean;
}

@ObjectType({
  description:
    "The score of a place as of a day: the mean of the authorities' points, and what is at stake. Advice, never a decision.",
})
export class FacilityScore {
  @Field(() => ID)
  facilityId: string;

  @Field(() => DayScalar, { description: 'What was known on this day went in.' })
  asOf: Day;

  @Field(() => GraphQLISODateTime)
  scoredAt: Date;

  @Field(() => Int, { description: 'Hundredths of a point, 0-10000.' })
  points: number;

  @Field(() => RiskBandEnum)
  band: RiskBandName;

  @Field(() => Boolean)
  hasTooLittleData: boolean;

  @Field(() => ScoreDimensions)
  dimensions: ScoreDimensions;

  @Field(() => [Contribution], { description: 'Their hundredths sum to the points exactly.' })
  contributions: Contribution[];

  @Field(() => [AuthorityScore])
  authorities: AuthorityScore[];

  @Field(() => [BilingualText], { description: 'The score in plain sentences, from the same numbers.' })
  explanation: BilingualText[];
}

@ObjectType({ description: 'How far a scoring is, in the phase it is in.' })
export class RunProgress {
  @Field(() => String)
  phase: string;

  @Field(() => Int)
  done: number;

  @Field(() => Int)
  total: number;
}

@ObjectType({ description: 'One scoring of all places.' })
export class RiskRun {
  @Field(() => ID)
  id: string;

  @Field(() => DayScalar)
  asOf: Day;

  @Field(() => RunStateEnum)
  state: 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELLED';

  @Field(() => RunProgress, { nullable: true, description: 'How far it is; null before it has begun.' })
  progress: RunProgress | null;

  @Field(() => Int, { nullable: true, description: 'Places that were scored.' })
  facilities: number | null;

  @Field(() => String, { nullable: true })
  message: string | null;

  @Field(() => GraphQLISODateTime)
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  finishedAt: Date | null;
}

@InputType()
export class RescoreInput {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Score by what was known on this day; the day of the last delivery if nothing is said.',
  })
  asOf?: Day;
}

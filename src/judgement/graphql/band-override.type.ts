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
import type { Band } from '../../domain/risk/risk-bands.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { RiskBandEnum } from '../../graphql/risk-band.enum.js';
import {
  OVERRIDE_STATES,
  OVERRIDE_STEPS,
  type OverrideState,
  type OverrideStepKind,
} from '../band-override.js';

const OverrideStateEnum = enumOf(OVERRIDE_STATES);
registerEnumType(OverrideStateEnum, { name: 'OverrideState' });
const OverrideStepEnum = enumOf(OVERRIDE_STEPS);
registerEnumType(OverrideStepEnum, { name: 'OverrideStepKind' });
export const SharingEnum = enumOf(['SHARED', 'OWNER_ONLY']);
registerEnumType(SharingEnum, {
  name: 'Sharing',
  description: 'Seen by all three authorities, or by the own unit alone.',
});
const VerdictEnum = enumOf(['TOO_FEW', 'MODEL_WITHIN', 'MODEL_TOO_LOW', 'MODEL_TOO_HIGH']);
registerEnumType(VerdictEnum, { name: 'OverrideVerdict' });
const DirectionEnum = enumOf(['UP', 'DOWN']);
registerEnumType(DirectionEnum, { name: 'OverrideDirection' });

@ObjectType()
export class LabelInBoth {
  @Field(() => String)
  da: string;

  @Field(() => String)
  en: string;
}

@ObjectType({ description: 'Why a band may be overridden; a closed, dated list.' })
export class OverrideReason {
  @Field(() => String)
  code: string;

  @Field(() => LabelInBoth)
  label: { da: string; en: string };

  @Field(() => SharingEnum, { description: 'Who sees an override with this reason, its order included.' })
  secrecy: 'SHARED' | 'OWNER_ONLY';

  @Field(() => Boolean)
  isConfirmed: boolean;
}

@ObjectType({ description: 'A decision about an override.' })
export class OverrideStep {
  @Field(() => OverrideStepEnum)
  step: OverrideStepKind;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => String)
  person: string;

  @Field(() => String, { description: 'ISO 8601.' })
  takenAt: string;
}

@ObjectType({
  description: 'Another band that somebody set for a place (tilsidesættelse), with reason and end.',
})
export class BandOverride {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => String, { nullable: true })
  facilityName: string | null;

  @Field(() => RiskBandEnum, { description: "The model's band when it was set." })
  modelBand: Band;

  @Field(() => RiskBandEnum)
  band: Band;

  @Field(() => String)
  reasonCode: string;

  @Field(() => String)
  explanation: string;

  @Field(() => SharingEnum)
  secrecy: 'SHARED' | 'OWNER_ONLY';

  @Field(() => DayScalar, { description: 'The first day on which it no longer holds.' })
  expiresOn: Day;

  @Field(() => Boolean)
  needsConfirmation: boolean;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  unit: ResponsibleUnit;

  @Field(() => String)
  requestedBy: string;

  @Field(() => GraphQLISODateTime)
  requestedAt: Date;

  @Field(() => OverrideStateEnum)
  state: OverrideState;

  @Field(() => [OverrideStep])
  steps: readonly OverrideStep[];
}

@ObjectType({ description: "The band that counts for a place, and the model's beside it." })
export class FacilityStanding {
  @Field(() => ID)
  facilityId: string;

  @Field(() => RiskBandEnum)
  modelBand: Band;

  @Field(() => RiskBandEnum)
  effectiveBand: Band;

  @Field(() => BandOverride, { nullable: true, description: 'The override in force.' })
  override: BandOverride | null;
}

@ObjectType()
export class OutcomeInterval {
  @Field(() => Float)
  low: number;

  @Field(() => Float)
  high: number;
}

@ObjectType({
  description: 'How overrides in one direction turned out at the next visits, against the model.',
})
export class OverrideOutcome {
  @Field(() => DirectionEnum)
  direction: 'UP' | 'DOWN';

  @Field(() => String, { nullable: true, description: 'One of overrideReasons; null for all together.' })
  reasonCode: string | null;

  @Field(() => Int)
  visits: number;

  @Field(() => Int, { description: 'Visits that ended as whoever set the band said.' })
  overrideRight: number;

  @Field(() => Int)
  modelRight: number;

  @Field(() => Int)
  serious: number;

  @Field(() => Float, { nullable: true, description: '0-1; null where there were too few visits to say.' })
  share: number | null;

  @Field(() => OutcomeInterval, { nullable: true })
  interval: OutcomeInterval | null;

  @Field(() => Float, { nullable: true, description: 'What the model expected on average, 0-1.' })
  expected: number | null;

  @Field(() => VerdictEnum)
  verdict: 'TOO_FEW' | 'MODEL_WITHIN' | 'MODEL_TOO_LOW' | 'MODEL_TOO_HIGH';
}

@InputType()
export class OverrideBandInput {
  @Field(() => ID)
  facilityId: string;

  @Field(() => RiskBandEnum)
  band: Band;

  @Field(() => String)
  reasonCode: string;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  explanation: string;

  @Field(() => DayScalar)
  expiresOn: Day;
}

@InputType()
export class DecideOverrideInput {
  @Field(() => ID)
  id: string;

  @Field(() => OverrideStepEnum)
  step: OverrideStepKind;

  @Field(() => String, { nullable: true })
  note?: string;
}

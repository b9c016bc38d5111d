import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import { RiskBandEnum, type RiskBandName } from '../../graphql/risk-band.enum.js';
import { BilingualText, Contribution } from './facility-score.type.js';

@ObjectType({
  description:
    'A second score with what its own unit alone may know (concerns). Nobody else sees it, and nothing shared is made of it.',
})
export class OwnerScore {
  @Field(() => ID)
  facilityId: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  unit: ResponsibleUnit;

  @Field(() => DayScalar, { description: 'What was known on this day went in.' })
  asOf: Day;

  @Field(() => Int, { description: 'Hundredths of a point, 0-10000.' })
  points: number;

  @Field(() => Float, { description: '0-1: the calibration of the points.' })
  probability: number;

  @Field(() => RiskBandEnum)
  band: RiskBandName;

  @Field(() => [Contribution], { description: 'Their hundredths sum to the points exactly.' })
  contributions: Contribution[];

  @Field(() => [BilingualText], { description: 'The score in plain sentences, from the same numbers.' })
  explanation: BilingualText[];

  @Field(() => DayScalar, { description: 'When the own unit is to have come; the last day of a quarter.' })
  mustVisitBy: Day;
}

import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';

const VisitFormEnum = enumOf(['ANNOUNCED', 'UNANNOUNCED', 'WRITTEN']);
registerEnumType(VisitFormEnum, { name: 'VisitForm', description: 'Anmeldt, uanmeldt or skriftligt.' });

const FindingKindEnum = enumOf(['THEME_SCORE', 'REACTION', 'CHECKPOINT', 'OVERALL']);
registerEnumType(FindingKindEnum, { name: 'FindingKind' });

@ObjectType({ description: 'What an authority noted at a visit, in its own words.' })
export class Finding {
  @Field(() => ID)
  findingKey: string;

  @Field(() => FindingKindEnum)
  kind: 'THEME_SCORE' | 'REACTION' | 'CHECKPOINT' | 'OVERALL';

  @Field(() => String, {
    nullable: true,
    description: "Theme, problem area or checkpoint in the authority's words.",
  })
  topic: string | null;

  @Field(() => String, { description: "The authority's own verdict, untouched." })
  sourceTerm: string;

  @Field(() => Float, { nullable: true, description: 'Theme score 1-5 or overall category 0-3.' })
  score: number | null;

  @Field(() => Int, { nullable: true, description: 'Common severity 0-4; null where it is not known.' })
  severity: number | null;

  @Field(() => DayScalar, { nullable: true })
  dueOn: Day | null;

  @Field(() => DayScalar, { nullable: true })
  compliedOn: Day | null;
}

@ObjectType({ description: 'A completed visit of one authority (tilsynsbesøg).' })
export class InspectionVisit {
  @Field(() => ID, {
    description: "The register's key; of a place at a secret address one that tells nothing.",
  })
  visitKey: string;

  @Field(() => ID, {
    nullable: true,
    description: "The register's unit that was visited; null where it may not be seen.",
  })
  sourceKey: string | null;

  key: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => DayScalar)
  occurredOn: Day;

  @Field(() => DayScalar, { description: 'When others could know of it.' })
  availableOn: Day;

  @Field(() => VisitFormEnum, { nullable: true })
  form: 'ANNOUNCED' | 'UNANNOUNCED' | 'WRITTEN' | null;

  @Field(() => String, { nullable: true, description: 'Version of the quality model (kvalitetsmodel).' })
  qualityModel: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Serious by the current outcome definition; null where that is not known.',
  })
  isSerious: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The gravest known severity, 0-4.' })
  severity: number | null;

  @Field(() => String, { nullable: true, description: 'Why the authority came; for that authority alone.' })
  occasionSourceTerm: string | null;
}

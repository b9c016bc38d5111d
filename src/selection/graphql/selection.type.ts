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
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, enumOf } from '../../graphql/facility.type.js';
import { CHANNELS, type Channel } from '../selection.js';

const ChannelEnum = enumOf(CHANNELS);
registerEnumType(ChannelEnum, {
  name: 'SelectionChannel',
  description:
    'How a place came to be visited: by the plan, which follows the score and the deadlines (MODEL), by chance (RANDOM), because something happened (REACTIVE), or because somebody chose it (MANUAL).',
});

@ObjectType({ description: 'That a place was chosen for a visit, and how (udtagelse).' })
export class VisitSelection {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  facilityId: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => Float, { description: 'Of being chosen, before it was; 1 where nothing was left to chance.' })
  probability: number;

  @Field(() => DayScalar)
  periodFrom: Day;

  @Field(() => DayScalar)
  periodTo: Day;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => GraphQLISODateTime)
  selectedAt: Date;
}

@ObjectType({
  description: 'A lower random share that somebody asked for and a second person must agree to.',
})
export class RandomShareChange {
  @Field(() => ID)
  id: string;

  @Field(() => Float)
  share: number;

  @Field(() => String)
  reason: string;

  @Field(() => String)
  requestedBy: string;

  @Field(() => GraphQLISODateTime)
  requestedAt: Date;
}

@ObjectType({ description: "The share of an authority's visits that is left to chance (stikprøve)." })
export class RandomShare {
  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => Float, { description: '0-1.' })
  share: number;

  @Field(() => Float, { description: 'What it is unless two people decide otherwise, 0-1.' })
  normalShare: number;

  @Field(() => Boolean, { description: 'Below the normal share; every page says so until it is restored.' })
  isReduced: boolean;

  @Field(() => RandomShareChange, { nullable: true })
  awaiting: RandomShareChange | null;
}

@ObjectType({ description: 'Selections of one channel.' })
export class ChannelCount {
  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => Int)
  selections: number;
}

@ObjectType({ description: 'Where a share lies in 95 of 100 cases, 0-1.' })
export class ShareInterval {
  @Field(() => Float)
  low: number;

  @Field(() => Float)
  high: number;
}

@ObjectType({
  description:
    'How common serious findings are among all places, visited or not, from the random draws of the last four finished quarters.',
})
export class Prevalence {
  @Field(() => Int, { description: 'Places that the estimate speaks of, counted once a quarter.' })
  places: number;

  @Field(() => Int)
  sampled: number;

  @Field(() => Int)
  visited: number;

  @Field(() => Int)
  serious: number;

  @Field(() => Float, { nullable: true, description: '0-1; null where too few were visited to say.' })
  share: number | null;

  @Field(() => ShareInterval, { nullable: true })
  interval: ShareInterval | null;
}

@ObjectType({ description: 'The random choice of places for one quarter.' })
export class RandomDraw {
  @Field(() => ID)
  id: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => DayScalar)
  periodFrom: Day;

  @Field(() => DayScalar)
  periodTo: Day;

  @Field(() => String, { description: 'SHA-256 of the seed, stored before the places were looked at.' })
  seedHash: string;

  @Field(() => GraphQLISODateTime)
  committedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  drawnAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'The random share at the time of the draw.' })
  share: number | null;

  @Field(() => Int, { nullable: true, description: 'Places that chance could choose.' })
  frameSize: number | null;

  @Field(() => Float, { nullable: true, description: 'Places that chance chose, on average over all seeds.' })
  sampleSize: number | null;

  @Field(() => String, { nullable: true, description: 'Told when the quarter is over.' })
  seed: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The seed gives the stored draw again; null while it is not told.',
  })
  isReproduced: boolean | null;
}

@ObjectType({ description: "How the asker's own authority chooses what it visits, and what chance tells." })
export class SelectionReport {
  @Field(() => [ChannelCount])
  channels: ChannelCount[];

  @Field(() => [RandomShare])
  shares: RandomShare[];

  @Field(() => Prevalence)
  prevalence: Prevalence;
}

const ByPersonEnum = enumOf(['REACTIVE', 'MANUAL']);
registerEnumType(ByPersonEnum, { name: 'SelectionByPerson' });

@InputType()
export class SelectFacilityInput {
  @Field(() => ID)
  facilityId: string;

  @Field(() => ByPersonEnum)
  channel: 'REACTIVE' | 'MANUAL';

  @Field(() => DayScalar)
  periodFrom: Day;

  @Field(() => DayScalar)
  periodTo: Day;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  reason: string;
}

@InputType()
export class RandomShareInput {
  @Field(() => Float, { description: '0-1.' })
  share: number;

  @Field(() => String, { description: '10-2000 characters, without person numbers.' })
  reason: string;
}

import { Module } from '@nestjs/common';
import { OverridesRepository } from './overrides.repository.js';
import { BlindVisitsRepository } from './blind-visits.repository.js';
import { BlindVisits } from './blind-visits.service.js';
import { Contests } from './contests.service.js';
import { ContestsRepository } from './contests.repository.js';
import { BlindVisitsResolver, FacilityFindingsSheetsResolver } from './graphql/blind-visits.resolver.js';
import { ContestsResolver, FacilityContestsResolver } from './graphql/contests.resolver.js';
import { FacilityOverridesResolver, OverridesResolver } from './graphql/overrides.resolver.js';
import { FacilitySeriousEventsResolver, SeriousEventsResolver } from './graphql/serious-events.resolver.js';
import { Overrides } from './overrides.service.js';
import { TypeormBlindVisitsRepository } from './persistence/typeorm-blind-visits.repository.js';
import { TypeormContestsRepository } from './persistence/typeorm-contests.repository.js';
import { TypeormOverridesRepository } from './persistence/typeorm-overrides.repository.js';
import { TypeormSeriousEventsRepository } from './persistence/typeorm-serious-events.repository.js';
import { SeriousEventsRepository } from './serious-events.repository.js';
import { SeriousEvents } from './serious-events.service.js';

/** What people decide about scores and data: other bands, serious events, blind visits, contests. */
@Module({
  providers: [
    Overrides,
    SeriousEvents,
    BlindVisits,
    Contests,
    { provide: OverridesRepository, useClass: TypeormOverridesRepository },
    { provide: SeriousEventsRepository, useClass: TypeormSeriousEventsRepository },
    { provide: BlindVisitsRepository, useClass: TypeormBlindVisitsRepository },
    { provide: ContestsRepository, useClass: TypeormContestsRepository },
    OverridesResolver,
    FacilityOverridesResolver,
    SeriousEventsResolver,
    FacilitySeriousEventsResolver,
    BlindVisitsResolver,
    FacilityFindingsSheetsResolver,
    ContestsResolver,
    FacilityContestsResolver,
  ],
  exports: [Overrides, SeriousEvents, BlindVisits, Contests],
})
export class JudgementModule {}

import { Module } from '@nestjs/common';
import { FollowUpsResolver } from './graphql/follow-ups.resolver.js';
import { FacilityVisitsResolver, VisitFindingsResolver } from './graphql/inspections.resolver.js';
import { InspectionsRepository } from './inspections.repository.js';
import { InspectionsService } from './inspections.service.js';
import { TypeormInspectionsRepository } from './persistence/typeorm-inspections.repository.js';

@Module({
  providers: [
    InspectionsService,
    { provide: InspectionsRepository, useClass: TypeormInspectionsRepository },
    FacilityVisitsResolver,
    VisitFindingsResolver,
    FollowUpsResolver,
  ],
  exports: [InspectionsService],
})
export class InspectionsModule {}

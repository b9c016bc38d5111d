import { Module } from '@nestjs/common';
import { FacilitiesRepository } from './facilities.repository.js';
import { FacilitiesService } from './facilities.service.js';
import { FacilitiesResolver } from './graphql/facilities.resolver.js';
import { TypeormFacilitiesRepository } from './persistence/typeorm-facilities.repository.js';

@Module({
  providers: [
    FacilitiesService,
    { provide: FacilitiesRepository, useClass: TypeormFacilitiesRepository },
    FacilitiesResolver,
  ],
  exports: [FacilitiesService],
})
export class FacilitiesModule {}

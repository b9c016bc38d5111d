import { Module } from '@nestjs/common';
import { DataQualityService } from './data-quality.service.js';
import { MasterDataResolver } from './graphql/master-data.resolver.js';
import { FacilityDataUses } from './facility-data-uses.service.js';
import { FacilitiesRepository } from './facilities.repository.js';
import { FacilitiesService } from './facilities.service.js';
import { FacilityDataUsesResolver } from './graphql/facility-data-uses.resolver.js';
import { FacilitiesResolver } from './graphql/facilities.resolver.js';
import { TypeormFacilitiesRepository } from './persistence/typeorm-facilities.repository.js';

@Module({
  providers: [
    FacilitiesService,
    { provide: FacilitiesRepository, useClass: TypeormFacilitiesRepository },
    FacilitiesResolver,
    FacilityDataUses,
    FacilityDataUsesResolver,
    DataQualityService,
    MasterDataResolver,
  ],
  exports: [FacilitiesService, DataQualityService],
})
export class FacilitiesModule {}

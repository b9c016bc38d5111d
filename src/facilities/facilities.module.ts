import { Module } from '@nestjs/common';
import { DataQualityService } from './data-quality.service.js';
import { MasterDataResolver } from './graphql/master-data.resolver.js';
import { FacilityDataUses } from './facility-data-uses.service.js';
import { FacilitiesRepository } from './facilities.repository.js';
import { FacilitiesService } from './facilities.service.js';
import { FacilityDataUsesResolver } from './graphql/facility-data-uses.resolver.js';
import { FacilitiesResolver } from './graphql/facilities.resolver.js';
import { RecordLinksResolver } from './graphql/record-links.resolver.js';
import { FacilityDecisionsResolver, MatchReviewResolver } from './graphql/match-review.resolver.js';
import { MatchReviewRepository } from './match-review.repository.js';
import { MatchReviewService } from './match-review.service.js';
import { TypeormMatchReviewRepository } from './persistence/typeorm-match-review.repository.js';
import { Rematching } from './rematching.service.js';
import { TypeormFacilitiesRepository } from './persistence/typeorm-facilities.repository.js';

@Module({
  providers: [
    FacilitiesService,
    { provide: FacilitiesRepository, useClass: TypeormFacilitiesRepository },
    FacilitiesResolver,
    RecordLinksResolver,
    FacilityDataUses,
    FacilityDataUsesResolver,
    DataQualityService,
    MasterDataResolver,
    MatchReviewService,
    Rematching,
    { provide: MatchReviewRepository, useClass: TypeormMatchReviewRepository },
    MatchReviewResolver,
    FacilityDecisionsResolver,
  ],
  exports: [FacilitiesService, DataQualityService],
})
export class FacilitiesModule {}

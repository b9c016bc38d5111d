import { Module } from '@nestjs/common';
import { FacilityScoreResolver, RiskResolver } from './graphql/risk.resolver.js';
import { TypeormRiskRepository } from './persistence/typeorm-risk.repository.js';
import { RiskRepository } from './risk.repository.js';
import { RiskService } from './risk.service.js';

@Module({
  providers: [
    RiskService,
    { provide: RiskRepository, useClass: TypeormRiskRepository },
    FacilityScoreResolver,
    RiskResolver,
  ],
  exports: [RiskService],
})
export class RiskModule {}

import { Module } from '@nestjs/common';
import { FacilityScoreResolver, RiskResolver } from './graphql/risk.resolver.js';
import { TypeormRiskRepository } from './persistence/typeorm-risk.repository.js';
import { BacktestService } from './backtest.service.js';
import { RiskRepository } from './risk.repository.js';
import { RiskService } from './risk.service.js';

@Module({
  providers: [
    RiskService,
    BacktestService,
    { provide: RiskRepository, useClass: TypeormRiskRepository },
    FacilityScoreResolver,
    RiskResolver,
  ],
  exports: [RiskService, BacktestService],
})
export class RiskModule {}

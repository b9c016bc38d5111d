import { Module } from '@nestjs/common';
import { FacilityScoreResolver, LoweringChangesResolver, RiskResolver } from './graphql/risk.resolver.js';
import { OwnerScoreResolver } from './graphql/owner-score.resolver.js';
import { TypeormRiskRepository } from './persistence/typeorm-risk.repository.js';
import { BacktestService } from './backtest.service.js';
import { ModelRegistryRepository } from './model-registry.repository.js';
import { ModelRegistry } from './model-registry.service.js';
import { TypeormModelRegistryRepository } from './persistence/typeorm-model-registry.repository.js';
import { OwnerOnlyRepository } from './owner-only.repository.js';
import { OwnerOnlyService } from './owner-only.service.js';
import { TypeormOwnerOnlyRepository } from './persistence/typeorm-owner-only.repository.js';
import { RiskRepository } from './risk.repository.js';
import { RiskService } from './risk.service.js';

@Module({
  providers: [
    RiskService,
    BacktestService,
    OwnerOnlyService,
    ModelRegistry,
    { provide: ModelRegistryRepository, useClass: TypeormModelRegistryRepository },
    { provide: OwnerOnlyRepository, useClass: TypeormOwnerOnlyRepository },
    { provide: RiskRepository, useClass: TypeormRiskRepository },
    FacilityScoreResolver,
    LoweringChangesResolver,
    OwnerScoreResolver,
    RiskResolver,
  ],
  exports: [RiskService, ModelRegistry, BacktestService],
})
export class RiskModule {}

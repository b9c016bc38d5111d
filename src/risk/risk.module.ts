import { Module } from '@nestjs/common';
import { FacilityScoreResolver, LoweringChangesResolver, RiskResolver } from './graphql/risk.resolver.js';
import { ModelRegistryResolver } from './graphql/model-registry.resolver.js';
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
import { VersionConsequencesService } from './version-consequences.service.js';
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
    ModelRegistryResolver,
    VersionConsequencesService,
    RiskResolver,
  ],
  exports: [RiskService, ModelRegistry, BacktestService],
})
export class RiskModule {}

import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Configuration } from './config/configuration.js';
import { DatabaseModule } from './database/database.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { FacilitiesModule } from './facilities/facilities.module.js';
import { InspectionsModule } from './inspections/inspections.module.js';
import { JudgementModule } from './judgement/judgement.module.js';
import { OversightModule } from './oversight/oversight.module.js';
import { PlanningModule } from './planning/planning.module.js';
import { RiskModule } from './risk/risk.module.js';
import { SelectionModule } from './selection/selection.module.js';

/** Every feature on an open, migrated database, without the edges that people reach: what commands work with. */
@Module({})
export class FeaturesModule {
  static of(configuration: Configuration, dataSource: DataSource): DynamicModule {
    return {
      module: FeaturesModule,
      imports: [
        ConfigModule.of(configuration),
        DatabaseModule.of(dataSource),
        AccessModule,
        AuditModule,
        FacilitiesModule,
        DeliveriesModule,
        InspectionsModule,
        RiskModule,
        JudgementModule,
        SelectionModule,
        PlanningModule,
        OversightModule,
      ],
    };
  }
}

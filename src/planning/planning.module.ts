import { Module } from '@nestjs/common';
import { FacilityPlanResolver, PlanningResolver } from './graphql/planning.resolver.js';
import { TypeormPlanningRepository } from './persistence/typeorm-planning.repository.js';
import { Planner } from './planner.service.js';
import { PlanningRepository } from './planning.repository.js';
import { PlanningService } from './planning.service.js';

@Module({
  providers: [
    PlanningService,
    Planner,
    { provide: PlanningRepository, useClass: TypeormPlanningRepository },
    PlanningResolver,
    FacilityPlanResolver,
  ],
  exports: [PlanningService, Planner],
})
export class PlanningModule {}

import { Module } from '@nestjs/common';
import { FacilityNoticesResolver, PlanKeepingResolver } from './graphql/plan-keeping.resolver.js';
import {
  FacilityPlanResolver,
  PlanningGroundResolver,
  PlanningResolver,
} from './graphql/planning.resolver.js';
import { CalendarRepository } from './calendar/calendar.repository.js';
import { CalendarSubscriptions } from './calendar/calendar-subscriptions.service.js';
import { CalendarSubscriptionsResolver } from './graphql/calendar-subscriptions.resolver.js';
import { CalendarFileController } from './http/calendar-file.controller.js';
import { TypeormCalendarRepository } from './persistence/typeorm-calendar.repository.js';
import { PlanExplanationsResolver } from './graphql/plan-explanations.resolver.js';
import { PlanExplanations } from './explaining/plan-explanations.service.js';
import { PlanningJobsResolver } from './graphql/planning-jobs.resolver.js';
import { PlanningJobsRepository } from './planning-jobs.repository.js';
import { PlanningJobs } from './jobs/planning-jobs.service.js';
import { PlanComparisons } from './life-cycle/plan-comparisons.service.js';
import { PlanChanges } from './life-cycle/plan-changes.service.js';
import { PlanKeepingRepository } from './life-cycle/plan-keeping.repository.js';
import { PlanKeeping } from './life-cycle/plan-keeping.service.js';
import { PlanSurroundings } from './life-cycle/plan-surroundings.service.js';
import { TypeormPlanKeepingRepository } from './persistence/typeorm-plan-keeping.repository.js';
import { TypeormPlanningJobsRepository } from './persistence/typeorm-planning-jobs.repository.js';
import { TypeormPlanningRepository } from './persistence/typeorm-planning.repository.js';
import { Absences } from './watch/absences.service.js';
import { PlanWatchRepository } from './watch/plan-watch.repository.js';
import { PlanWatch } from './watch/plan-watch.service.js';
import { AbsencesResolver } from './graphql/absences.resolver.js';
import { TypeormPlanWatchRepository } from './persistence/typeorm-plan-watch.repository.js';
import { Planner } from './planner.service.js';
import { PlanningRepository } from './planning.repository.js';
import { PlanningService } from './planning.service.js';

@Module({
  controllers: [CalendarFileController],
  providers: [
    PlanningService,
    Planner,
    { provide: PlanningRepository, useClass: TypeormPlanningRepository },
    { provide: PlanKeepingRepository, useClass: TypeormPlanKeepingRepository },
    PlanKeeping,
    PlanChanges,
    PlanSurroundings,
    PlanComparisons,
    PlanExplanations,
    PlanExplanationsResolver,
    { provide: PlanningJobsRepository, useClass: TypeormPlanningJobsRepository },
    PlanningJobs,
    { provide: CalendarRepository, useClass: TypeormCalendarRepository },
    CalendarSubscriptions,
    { provide: PlanWatchRepository, useClass: TypeormPlanWatchRepository },
    PlanWatch,
    Absences,
    AbsencesResolver,
    CalendarSubscriptionsResolver,
    PlanningJobsResolver,
    PlanningResolver,
    PlanningGroundResolver,
    PlanKeepingResolver,
    FacilityNoticesResolver,
    FacilityPlanResolver,
  ],
  exports: [PlanningService, Planner, PlanWatch],
})
export class PlanningModule {}

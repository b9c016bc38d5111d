import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphqlModule } from '../graphql/graphql.module.js';
import { PlanFileController } from './calendar/plan-file.controller.js';
import { SubscriptionsController } from './calendar/subscriptions.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { QuarantineController } from './deliveries/quarantine.controller.js';
import { FacilityController } from './facility/facility.controller.js';
import { FollowUpController } from './follow-up/follow-up.controller.js';
import { HomeController } from './home/home.controller.js';
import { ContestsController } from './judgement/contests.controller.js';
import { JudgementController } from './judgement/judgement.controller.js';
import { TasksController } from './judgement/tasks.controller.js';
import { ReducedSharesReader } from './page/reduced-shares.js';
import { ModelsController } from './models/models.controller.js';
import { SelectionController } from './selection/selection.controller.js';
import { NoSuchPageFilter } from './page/no-such-page.filter.js';
import { Pages } from './page/pages.js';
import { PlanWhyController } from './plan-why/plan-why.controller.js';
import { PlanController } from './plan/plan.controller.js';
import { FacilityRecordsController } from './matching/facility-records.controller.js';
import { MatchingController } from './matching/matching.controller.js';
import { MasterDataController } from './master-data/master-data.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { ChooseRoleController } from './sign-in/choose-role.controller.js';
import { DevelopmentSignInController } from './sign-in/development-sign-in.controller.js';
import { PlanningJobsController } from './planning-jobs/planning-jobs.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignOutController } from './sign-in/sign-out.controller.js';
import { StatementsController } from './statements/statements.controller.js';
import { StaticFiles } from './static-files.js';
import { VisitController } from './visit/visit.controller.js';
import { WorkListController } from './work-list/work-list.controller.js';

/** The pages, rendered on the server. They ask the same schema as everybody else. */
@Module({
  imports: [GraphqlModule],
  controllers: [
    SignInController,
    ChooseRoleController,
    SignOutController,
    DevelopmentSignInController,
    HomeController,
    WorkListController,
    FacilityController,
    JudgementController,
    ContestsController,
    TasksController,
    SelectionController,
    ModelsController,
    PlanController,
    PlanWhyController,
    CalendarController,
    PlanFileController,
    SubscriptionsController,
    VisitController,
    FollowUpController,
    PlanningJobsController,
    QuarantineController,
    DeliveriesController,
    QualityController,
    MasterDataController,
    MatchingController,
    FacilityRecordsController,
    StatementsController,
  ],
  providers: [Pages, ReducedSharesReader, StaticFiles, { provide: APP_FILTER, useClass: NoSuchPageFilter }],
})
export class WebModule {}

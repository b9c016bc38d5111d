import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Day } from '../../domain/shared/day.js';
import type { PlanningFacts } from '../planning-facts.js';
import { PlanningRepository, type NewPlan } from '../planning.repository.js';
import type { PlannedVisitRow, StoredPlan, UnplannedRow } from '../stored-plan.js';
import { readPlanningFacts } from './read-planning-facts.js';
import { storePlan } from './store-plan.js';

const CURRENT_PLAN = `(select id from plans where kind = 'RISK_BASED' order by created_at desc limit 1)`;

@Injectable()
export class TypeormPlanningRepository extends PlanningRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async lockPlanning(): Promise<boolean> {
    const [lock] = await this.transactions.query<{ is_taken: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('samtilsyn planning')) as is_taken`,
    );
    return lock?.is_taken === true;
  }

  async planningFacts(on: Day, until: Day): Promise<PlanningFacts | undefined> {
    return readPlanningFacts(this.transactions, on, until);
  }

  async storePlan(plan: NewPlan): Promise<void> {
    await storePlan(this.transactions, plan);
  }

  async currentPlans(): Promise<StoredPlan[]> {
    return this.transactions.query<StoredPlan>(
      `select id, kind, state, planning_run_id as "planningRunId", risk_run_id as "riskRunId",
         horizon_from::text as "horizonFrom", horizon_weeks as "horizonWeeks", created_at as "createdAt",
         measures, value, upper_bound as "upperBound"
       from plans
       where planning_run_id = (select planning_run_id from plans where kind = 'RISK_BASED' order by created_at desc limit 1)
       order by kind desc`,
    );
  }

  async plannedVisitsOf(facilityIds: readonly string[]): Promise<PlannedVisitRow[]> {
    return this.transactions.query<PlannedVisitRow>(
      `select visit.id, visit.facility_id as "facilityId", visit.week_start::text as "weekStart", visit.mode,
         jsonb_agg(jsonb_build_object('authority', part.authority, 'office', part.office, 'hours', part.hours,
           'latestOn', part.latest_on, 'reasons', part.reasons)
           order by array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], part.authority)) as parts
       from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id
       where visit.plan_id = ${CURRENT_PLAN} and visit.facility_id = any ($1::uuid[])
       group by visit.id order by visit.week_start, visit.id`,
      [facilityIds],
    );
  }

  async unplannedOf(facilityIds: readonly string[]): Promise<UnplannedRow[]> {
    return this.transactions.query<UnplannedRow>(
      `select facility_id as "facilityId", authority, reason from unplanned_inspections
       where plan_id = ${CURRENT_PLAN} and facility_id = any ($1::uuid[])
       order by facility_id, array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], authority)`,
      [facilityIds],
    );
  }
}

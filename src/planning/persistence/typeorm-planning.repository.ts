import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type { Commitments, PlanningFacts } from '../planning-facts.js';
import { PlanningRepository, type NamedInspector, type NewPlan } from '../planning.repository.js';
import type { StoredPlan, UnplannedRow } from '../stored-plan.js';
import { CURRENT_PLAN } from './kept-visit-sql.js';
import { readCommitments, readPlanningFacts } from './read-planning-facts.js';
import { storePlan } from './store-plan.js';

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

  async planningFacts(
    on: Day,
    until: Day,
    facilityIds?: readonly string[],
  ): Promise<PlanningFacts | undefined> {
    return readPlanningFacts(this.transactions, on, until, facilityIds ?? null);
  }

  async commitmentsOf(planId: string): Promise<Commitments> {
    return { planId, visits: await readCommitments(this.transactions, planId) };
  }

  async storePlan(plan: NewPlan): Promise<string> {
    return storePlan(this.transactions, plan);
  }

  async currentPlans(): Promise<StoredPlan[]> {
    return this.transactions.query<StoredPlan>(
      `select id, kind, state, revision, planning_run_id as "planningRunId", risk_run_id as "riskRunId",
         horizon_from::text as "horizonFrom", horizon_weeks as "horizonWeeks", created_at as "createdAt",
         measures, value, upper_bound as "upperBound"
       from plans
       where planning_run_id = (select planning_run_id from plans where id = ${CURRENT_PLAN})
       order by kind desc`,
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

  async maySeeReasons(facilityId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ may: boolean }>(
      `select exists (select from facility_profiles where facility_id = $1) and (is_service() or identity_sees_scores_of($1)) as may`,
      [facilityId],
    );
    return row?.may === true;
  }

  async regions(on: Day): Promise<{ code: string; name: string }[]> {
    return this.transactions.query(
      `select distinct region.code, region.name collate "da-x-icu" as name from regions region
       join municipality_regions held on held.region_code = region.code
       where $1 between held.valid_from and coalesce(held.valid_to, $1) order by 2`,
      [on],
    );
  }

  async inspectors(on: Day): Promise<NamedInspector[]> {
    return this.transactions.query<NamedInspector>(
      `select authority, responsible_unit as "responsibleUnit", inspector_code as code, office from inspectors
       where coalesce(valid_to, $1) >= $1 order by office collate "da-x-icu", inspector_code`,
      [on],
    );
  }

  async offices(): Promise<{ responsibleUnit: ResponsibleUnit; name: string }[]> {
    return this.transactions.query(
      `select distinct responsible_unit as "responsibleUnit", office as name from shown_visit_parts
       where plan_id = ${CURRENT_PLAN} and responsible_unit is not null order by 1, 2`,
    );
  }
}

import type { PlannedVisitRow, StoredPlan, UnplannedRow } from './stored-plan.js';

export abstract class PlanningRepository {
  /** The newest plan of each kind, from the same run. */
  abstract currentPlans(): Promise<StoredPlan[]>;
  /** Visits of the newest risk-based plan, by week. */
  abstract plannedVisitsOf(facilityIds: readonly string[]): Promise<PlannedVisitRow[]>;
  abstract unplannedOf(facilityIds: readonly string[]): Promise<UnplannedRow[]>;
}

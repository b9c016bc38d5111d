import type { PlanMeasures } from '../domain/planning/evaluate-plan.js';
import type { PlanState } from '../domain/planning/life-cycle/agreement.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

export const PLAN_KINDS = ['RISK_BASED', 'FIXED_CADENCE'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** A stored plan with what it is expected to give and to cost. */
export interface StoredPlan {
  readonly id: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
  /** Grows with every change by hand. */
  readonly revision: number;
  readonly planningRunId: string;
  readonly riskRunId: string;
  readonly horizonFrom: Day;
  readonly horizonWeeks: number;
  readonly createdAt: Date;
  readonly measures: PlanMeasures;
  /** Value of the plan and the most that any plan could reach, in mean visit values; null for the fixed cadence. */
  readonly value: number | null;
  readonly upperBound: number | null;
}

/** One authority's part of a planned visit: a legal act of its own. */
export interface PlannedPart {
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly office: string;
  readonly hours: number;
  readonly latestOn: Day | null;
  readonly reasons: readonly string[];
}

/** Why an authority's visit at a place is not in the plan. */
export interface UnplannedRow {
  readonly facilityId: string;
  readonly authority: Authority;
  readonly reason: string;
}

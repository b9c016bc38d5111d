import type { PlanMeasures } from '../domain/planning/evaluate-plan.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { Commitments, PlanningFacts } from './planning-facts.js';
import type { PlanKind, PlannedPart, StoredPlan, UnplannedRow } from './stored-plan.js';

/** A plan as it is stored: one row a visit, one a part, one a visit that is missing. */
export interface NewPlan {
  readonly kind: PlanKind;
  /** The same for the plans that were made together, to be compared. */
  readonly planningRunId: string;
  readonly riskRunId: string;
  /** The plan that this one replans. */
  readonly basedOn: string | null;
  readonly horizonFrom: Day;
  readonly horizonWeeks: number;
  readonly seed: string;
  readonly measures: PlanMeasures;
  readonly value: number | null;
  readonly upperBound: number | null;
  readonly visits: readonly {
    readonly id: string;
    /** The visit of the replanned plan that this one continues. */
    readonly firstId: string | null;
    readonly facilityId: string;
    readonly weekStart: Day;
    readonly mode: 'SINGLE' | 'SAME_VISIT';
    readonly parts: readonly PlannedPart[];
    /** Null where no day was found yet or the week is too far away. */
    readonly day: PlacedDay | null;
  }[];
  /** How likely each period was for each unit's visit, before chance chose. */
  readonly timing: readonly {
    readonly facilityId: string;
    readonly authority: Authority;
    readonly responsibleUnit: ResponsibleUnit;
    readonly draws: number;
    readonly periods: readonly { readonly from: Day; readonly weeks: number; readonly probability: number }[];
  }[];
  readonly unplanned: readonly {
    readonly facilityId: string;
    readonly authority: Authority;
    readonly reason: string;
    readonly details: object;
  }[];
}

/** Day and persons of a visit. */
export interface PlacedDay {
  readonly visitOn: Day;
  readonly half: 'MORNING' | 'AFTERNOON';
  readonly inspectors: readonly {
    readonly authority: Authority;
    readonly code: string;
    readonly isWholeDay: boolean;
  }[];
}

export interface NamedInspector {
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly code: string;
  readonly office: string;
}

export abstract class PlanningRepository {
  /** Only one planning at a time in a database: false while another one runs. */
  abstract lockPlanning(): Promise<boolean>;
  /**
   * What a plan from `on` to `until` is made from; undefined while nothing has been scored. With `facilityIds` only of
   * those places, but of all offices.
   */
  abstract planningFacts(
    on: Day,
    until: Day,
    facilityIds?: readonly string[],
  ): Promise<PlanningFacts | undefined>;
  /** The visits of the plan that is to be replanned. */
  abstract commitmentsOf(planId: string): Promise<Commitments>;
  /** Stores the plan and answers its id. */
  abstract storePlan(plan: NewPlan): Promise<string>;
  /** The published plan, or else the newest draft, with the one it is compared with. */
  abstract currentPlans(): Promise<StoredPlan[]>;
  abstract unplannedOf(facilityIds: readonly string[]): Promise<UnplannedRow[]>;
  /** Whether the asker may see why this place is visited or not. */
  abstract maySeeReasons(facilityId: string): Promise<boolean>;
  abstract regions(on: Day): Promise<{ code: string; name: string }[]>;
  /** Those whom the asker may see who work on a day or later. */
  abstract inspectors(on: Day): Promise<NamedInspector[]>;
  abstract offices(): Promise<{ responsibleUnit: ResponsibleUnit; name: string }[]>;
}

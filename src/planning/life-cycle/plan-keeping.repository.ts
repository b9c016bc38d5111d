import type { ComparedVisit } from '../../domain/planning/changing/plan-difference.js';
import type { PlacedVisit } from '../../domain/planning/changing/visit-change.js';
import type { PlannedForm } from '../../domain/planning/life-cycle/visit-modes.js';
import type { PolicyRule } from '../../domain/planning/policy.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type {
  KeptPlan,
  KeptVisit,
  NewVersion,
  PartAnswerRow,
  PlanChange,
  PlanningDecision,
  PlanWeek,
  VisitFilter,
} from './kept-plan.js';

export abstract class PlanKeepingRepository {
  /** The plan with this id, locked until the transaction ends where `forUpdate`. */
  abstract findPlan(id: string, forUpdate: boolean): Promise<KeptPlan | undefined>;
  /** The published plan, or else the newest draft by risk. */
  abstract currentPlanId(): Promise<string | undefined>;
  abstract visits(filter: VisitFilter, limit: number, offset: number): Promise<KeptVisit[]>;
  /** All visits of the plan in force at these places. */
  abstract visitsOf(facilityIds: readonly string[]): Promise<KeptVisit[]>;
  /** The current visits of both plans, and what could have made them differ. */
  abstract comparison(
    from: string,
    to: string,
  ): Promise<{ visits: ComparedRow[]; grounds: ComparedGrounds[] }>;
  /** Current visits of the plan at the place or by one of the offices. */
  abstract visitsAround(
    planId: string,
    facilityId: string,
    offices: readonly { responsibleUnit: ResponsibleUnit; office: string }[],
  ): Promise<PlacedVisit[]>;
  abstract countVisits(filter: VisitFilter): Promise<number>;
  abstract weeks(filter: VisitFilter): Promise<PlanWeek[]>;
  /** Ends the version and, where there is a next one, adds it; both at the revision given. */
  abstract replaceVersion(
    planId: string,
    versionId: string | null,
    next: NewVersion | null,
    revision: number,
  ): Promise<string | null>;
  abstract addChange(
    change: Omit<PlanChange, 'changedAt'> & { changedBy: string; authority: Authority },
  ): Promise<void>;
  abstract changes(planId: string, limit: number, visitId?: string): Promise<PlanChange[]>;
  /** Takes back what the revision did, at the revision given; false where a later change touched the same visit. */
  abstract reverse(planId: string, undoes: number, revision: number): Promise<boolean>;
  abstract addAnswers(answers: readonly PartAnswerRow[]): Promise<void>;
  /** Accepts every part of the unit that is still proposed; the number of them. */
  abstract acceptAll(planId: string, unit: ResponsibleUnit, by: string): Promise<number>;
  abstract setRevision(planId: string, revision: number): Promise<void>;
  /** Publishes the plan in place of the one published before, which becomes historic. */
  abstract publish(planId: string, by: string): Promise<void>;
  abstract partStates(planId: string): Promise<{ state: KeptVisit['parts'][number]['state'] }[]>;

  abstract decisions(facilityId: string): Promise<PlanningDecision[]>;
  abstract addDecision(
    decision: Omit<PlanningDecision, 'id' | 'decidedAt'> & { decidedBy: string },
  ): Promise<PlanningDecision>;
  abstract withdrawDecision(id: string, by: string): Promise<PlanningDecision | undefined>;
  abstract withdrawPin(facilityId: string, unit: ResponsibleUnit, by: string): Promise<void>;

  /** How an authority comes by the rule in force on a day. */
  abstract usualForm(authority: Authority, on: Day): Promise<PlannedForm>;
  abstract noticeRules(): Promise<PolicyRule[]>;
  abstract addNotice(visit: KeptVisit, visitOn: Day, notifiedOn: Day, by: string): Promise<void>;
  abstract withdrawNotice(versionId: string, on: Day): Promise<void>;
  abstract noticesOf(facilityIds: readonly string[]): Promise<VisitNoticeRow[]>;
}

/** What a place has been told. Nothing about an unannounced visit ever becomes such a row. */
export interface VisitNoticeRow {
  readonly id: string;
  readonly facilityId: string;
  readonly authorities: readonly Authority[];
  readonly mode: string;
  readonly visitOn: Day;
  readonly notifiedOn: Day;
  readonly withdrawnOn: Day | null;
}

export interface ComparedRow extends ComparedVisit {
  readonly planId: string;
  readonly facilityName: string;
}

export interface ComparedGrounds {
  readonly facilityId: string;
  readonly isClosed: boolean;
  readonly isAdded: boolean;
  readonly isDecided: boolean;
  readonly isRescored: boolean;
}

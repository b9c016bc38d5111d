import type {
  ChangeReason,
  PartAnswer,
  PartState,
  PlanState,
} from '../../domain/planning/life-cycle/agreement.js';
import type { PlannedForm, VisitMode } from '../../domain/planning/life-cycle/visit-modes.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type { PlanKind } from '../stored-plan.js';

/** A plan as those who keep it see it: its revision is what a change must be based on. */
export interface KeptPlan {
  readonly id: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly revision: number;
  readonly basedOn: string | null;
  readonly horizonFrom: Day;
  readonly horizonWeeks: number;
}

/** One authority's part of a visit, with how far it has come. */
export interface KeptPart {
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly office: string;
  readonly hours: number;
  readonly latestOn: Day | null;
  readonly reasons: readonly string[];
  readonly form: PlannedForm;
  /** True where chance chose it and the asker may know; else null. */
  readonly isDrawn: boolean | null;
  /** Codes of those who come; only of the asker's own authority. */
  readonly inspectors: readonly string[];
  readonly state: PartState;
  readonly answerReason: ChangeReason | null;
  readonly proposedWeek: Day | null;
}

/** The version of a visit that counts now. */
export interface KeptVisit {
  /** The same through all versions. */
  readonly id: string;
  /** Names this version alone. */
  readonly versionId: string;
  readonly planId: string;
  readonly planState: PlanState;
  readonly planRevision: number;
  readonly sinceRevision: number;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly municipality: string | null;
  readonly weekStart: Day;
  readonly mode: VisitMode;
  /** Null where no day was found yet or the week is too far away. */
  readonly visitOn: Day | null;
  readonly half: VisitHalf | null;
  /** In Authority order. */
  readonly parts: readonly KeptPart[];
  /** The day that the place has been told; null where it has been told nothing. */
  readonly noticedFor: Day | null;
  /** The unit's week is fixed by a person. */
  readonly pinnedUnits: readonly ResponsibleUnit[];
}

/** What one version of a visit is stored from. */
export interface NewVersion {
  readonly visitId: string;
  readonly facilityId: string;
  readonly weekStart: Day;
  readonly mode: VisitMode;
  readonly visitDays: number;
  readonly parts: readonly Omit<
    KeptPart,
    'state' | 'inspectors' | 'isDrawn' | 'answerReason' | 'proposedWeek'
  >[];
}

export const VISIT_HALVES = ['MORNING', 'AFTERNOON'] as const;
export type VisitHalf = (typeof VISIT_HALVES)[number];

export const CHANGE_KINDS = [
  'MOVED',
  'MODE_CHANGED',
  'FORM_CHANGED',
  'PART_DROPPED',
  'VISIT_DROPPED',
  'VISIT_ADDED',
  'UNDONE',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface PlanChange {
  readonly planId: string;
  readonly revision: number;
  readonly kind: ChangeKind;
  readonly visitId: string;
  readonly facilityId: string;
  readonly reason: ChangeReason;
  readonly undoes: number | null;
  readonly responsibleUnit: ResponsibleUnit;
  readonly changedAt: Date;
}

export interface PartAnswerRow {
  readonly versionId: string;
  readonly planId: string;
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly answer: PartAnswer;
  readonly reason: ChangeReason | null;
  readonly proposedWeek: Day | null;
  readonly answeredBy: string;
}

export const DECISION_KINDS = ['PIN', 'VETO'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A pin or veto in force: what a person decided of an authority's visit at a place. Weeks are Mondays, both included. */
export interface PlanningDecision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly facilityId: string;
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly weekFrom: Day;
  readonly weekTo: Day;
  readonly reason: ChangeReason;
  readonly decidedAt: Date;
}

/** Which visits of a plan; without a plan those of the published one, or of the newest draft. */
export interface VisitFilter {
  readonly planId?: string | undefined;
  readonly visitId?: string | undefined;
  readonly facilityId?: string | undefined;
  readonly responsibleUnit?: ResponsibleUnit | undefined;
  readonly office?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly mode?: VisitMode | undefined;
  readonly state?: PartState | undefined;
  readonly jointOnly?: boolean | undefined;
  readonly weekFrom?: Day | undefined;
  readonly weekTo?: Day | undefined;
}

/** How many visits a week of a plan holds. */
export interface PlanWeek {
  readonly weekStart: Day;
  readonly visits: number;
  readonly joint: number;
  readonly agreed: number;
}

import type { FacilityType } from '../domain/facility/source-record.js';
import type { InspectorLeave, PlanningInspector } from '../domain/planning/capacity.js';
import type { PolicyRule } from '../domain/planning/policy.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

/** One authority's relation to one place, as the registers and the latest scores tell it. */
export interface PlaceFact {
  readonly facilityId: string;
  readonly facilityType: FacilityType | null;
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  /** Name of the office that covers the place; null where no row says which. */
  readonly office: string | null;
  readonly competence: string | null;
  readonly lastVisitOn: Day | null;
  readonly dutyFrom: Day | null;
  readonly band: string | null;
  /** 0-1; null where the place has no score of this authority. */
  readonly probability: number | null;
}

/** A parameter row in force; a null authority holds for all. */
export interface PlanningParameter {
  readonly name: string;
  readonly authority: Authority | null;
  readonly value: number;
}

/** A pin or closed weeks of one unit at one place; Mondays, both included. */
export interface DecisionInForce {
  readonly kind: 'PIN' | 'VETO';
  readonly facilityId: string;
  readonly responsibleUnit: ResponsibleUnit;
  readonly weekFrom: Day;
  readonly weekTo: Day;
}

/** A serious event that nobody has resolved; which one, and where it is known from, stays behind. */
export interface UnresolvedEvent {
  readonly facilityId: string;
  readonly reportedOn: Day;
  /** The only unit that may know of it; null for one that all staff may know of. */
  readonly ownUnit: ResponsibleUnit | null;
}

/** The day by which a unit is to have come, by its own secret facts; which ones, stays behind. */
export interface OwnDeadline {
  readonly facilityId: string;
  readonly responsibleUnit: ResponsibleUnit;
  readonly mustVisitBy: Day;
}

/** Weeks that usually lay between two visits of an authority to one unit; the scores were learnt from such visits. */
export interface UsualInterval {
  readonly authority: Authority;
  readonly weeks: number;
}

/** A place that chance has chosen for a visit of the authority within these days. */
export interface DrawnPlace {
  readonly facilityId: string;
  readonly authority: Authority;
  readonly periodFrom: Day;
  readonly periodTo: Day;
}

/** A visit of the plan that is replanned. */
export interface CommittedVisit {
  readonly visitId: string;
  readonly facilityId: string;
  readonly weekStart: Day;
  readonly responsibleUnits: readonly ResponsibleUnit[];
  readonly day: CommittedDay | null;
}

/** Day and persons that people work by. */
export interface CommittedDay {
  readonly visitOn: Day;
  readonly half: 'MORNING' | 'AFTERNOON';
  readonly inspectors: readonly {
    readonly code: string;
    readonly responsibleUnit: ResponsibleUnit;
    readonly office: string;
    readonly isWholeDay: boolean;
  }[];
}

/** Roughly where a place or an inspector's home lies, in degrees. */
export interface GeographicPosition {
  /** A facility's id or an inspector's code. */
  readonly of: string;
  readonly north: number;
  readonly east: number;
}

/** What the plan in force has promised; no visits and no plan where it is planned from nothing. */
export interface Commitments {
  readonly planId: string | null;
  readonly visits: readonly CommittedVisit[];
}

export const NO_COMMITMENTS: Commitments = { planId: null, visits: [] };

/** Everything a plan is made from, as it was on the first day of the plan. */
export interface PlanningFacts {
  readonly riskRunId: string;
  readonly places: readonly PlaceFact[];
  /** None for an authority with too few visits to tell. */
  readonly usualIntervals: readonly UsualInterval[];
  readonly inspectors: readonly PlanningInspector[];
  readonly leave: readonly InspectorLeave[];
  readonly holidays: readonly Day[];
  readonly policy: readonly PolicyRule[];
  readonly parameters: readonly PlanningParameter[];
  readonly decisions: readonly DecisionInForce[];
  readonly commitments: Commitments;
  readonly seriousEvents: readonly UnresolvedEvent[];
  readonly ownDeadlines: readonly OwnDeadline[];
  readonly drawnPlaces: readonly DrawnPlace[];
  readonly positions: readonly GeographicPosition[];
  readonly starts: readonly GeographicPosition[];
}

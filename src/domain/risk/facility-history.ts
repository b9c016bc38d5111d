import type { FacilityType } from '../facility/source-record.js';
import type { Severity } from '../inspection/severity-mapping.js';
import type { Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/**
 * One completed visit. Who came, and why (a concern, a complaint, an accident), is left out on purpose: the first
 * measures strictness, and the law hides the second from everyone but the owning authority.
 */
export interface VisitHistory {
  /** Unique over all registers; breaks ties, never a predictor. */
  readonly visitKey: string;
  readonly authority: Authority;
  readonly occurredOn: Day;
  /** The day from which others could know of it; not before `occurredOn`. */
  readonly availableOn: Day;
  /** By the outcome definition in use; null where the deciding finding is not known. */
  readonly serious: boolean | null;
  /** The worst of what was found apart from documentation faults, 0 where nothing was; null where that is not known. */
  readonly harmSeverity: Severity | null;
  /** Faults in what the place writes down; null where the visit did not look at it. */
  readonly documentationFaults: number | null;
  /** True where all that was found is documentation faults. */
  readonly foundDocumentationAlone: boolean;
  /** Version of the quality model behind the theme scores. */
  readonly qualityModel: string | null;
  /** 1.0-5.0. */
  readonly meanThemeScore: number | null;
  readonly lowestThemeScore: number | null;
  readonly checkpointsFailed: number | null;
  readonly checkpointsAssessed: number | null;
  /** Count or weight of what was found, documentation faults apart; null where it is not known. */
  readonly findings: number | null;
  /** Facts known when this visit was planned, beside its history; null where none were given. */
  readonly plannedWith: PlanningFacts | null;
}

/** Facts about a place and the visit at hand by name: numbers as they are, words as a kind of place. */
export type PlanningFacts = Readonly<Record<string, number | string>>;

/** A concern that somebody raised with the owning authority: secret to all others, and no part of the shared score. */
export interface ConcernHistory {
  readonly concernKey: string;
  /** Known to the authority from this day on. */
  readonly receivedOn: Day;
  /** The authority's own scale, 1-3. */
  readonly gravity: number;
}

/** An order (paabud) to change something before a day. */
export interface OrderHistory {
  readonly orderKey: string;
  readonly authority: Authority;
  readonly issuedOn: Day;
  readonly availableOn: Day;
  readonly dueOn: Day | null;
  /** Known from this day on, not before. */
  readonly compliedOn: Day | null;
  /** True where the order is about what the place writes down. */
  readonly isDocumentation: boolean;
  /** False where the register never says whether an order of this kind was complied with. */
  readonly complianceIsReported: boolean;
}

export interface AccidentHistory {
  readonly accidentKey: string;
  readonly occurredOn: Day;
  readonly availableOn: Day;
  readonly absenceDays: number;
  /** Violence or threats. */
  readonly isViolence: boolean;
}

export interface OperatorChange {
  readonly occurredOn: Day;
  readonly availableOn: Day;
}

/** A fact about the place that changes seldom; the latest one available on a day is the one that counts. */
export interface DatedValue<T> {
  readonly availableOn: Day;
  readonly value: T;
}

/** All that scoring may know of one facility, from the three authorities together. The order of the facts is free. */
export interface FacilityHistory {
  readonly facilityId: string;
  readonly visits: readonly VisitHistory[];
  readonly orders: readonly OrderHistory[];
  readonly accidents: readonly AccidentHistory[];
  /** First day that the accident register covers for this place; null when it does not cover it at all. */
  readonly accidentsRecordedFrom: Day | null;
  readonly capacityPlaces: readonly DatedValue<number>[];
  readonly employees: readonly DatedValue<number>[];
  readonly facilityType: readonly DatedValue<FacilityType>[];
  /** In the register's words; how vulnerable the residents are, never a feature. */
  readonly targetGroups: readonly DatedValue<readonly string[]>[];
  /** Null where changes of operator are not recorded, which is not the same as none. */
  readonly operatorChanges: readonly OperatorChange[] | null;
}

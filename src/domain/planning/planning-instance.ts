import type { DayInputs } from './days/day-inputs.js';
import type { JointHoursRule } from './joint-hours.js';
import type { FacilityType } from '../facility/source-record.js';
import type { Authority, ResponsibleUnit } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/**
 * All that a year plan is made from, as plain data that can be written to JSON and read back. Weeks are numbered from
 * 0, the week that begins on `startsOn`; a visit is planned for a week, and its day is chosen later.
 */
export interface PlanningInstance {
  /** A Monday. */
  readonly startsOn: Day;
  readonly weeks: number;
  /**
   * Lengths in weeks of the periods in which hours must suffice; they add up to `weeks`. One week each is strictest.
   * Longer periods later in the year leave room for what will be replanned anyway.
   */
  readonly capacityPeriods: readonly number[];
  readonly parameters: PlanningParameters;
  readonly offices: readonly PlanningOffice[];
  readonly facilities: readonly PlanningFacility[];
  /** Hours that a week turned out not to have for whole visits once days and persons were tried. */
  readonly hoursCuts: readonly HoursCut[];
  /** What days and persons of the next weeks are found from; left out where only weeks are planned. */
  readonly days?: DayInputs;
}

/** Hours to take off an office's week. */
export interface HoursCut {
  readonly officeId: string;
  readonly week: number;
  readonly hours: number;
}

/** Weights and assumptions behind the value of a visit. They are data that a planner may change, never law. */
export interface PlanningParameters {
  /** k of the Weibull distribution of the time until a problem arises; above 1 the hazard grows since the last visit. */
  readonly hazardShape: number;
  /** Weeks after the horizon that still count, so that the year's end is not planned as if nothing followed. */
  readonly tailWeeks: number;
  /** Probability, 0-1, that a visit finds a problem that is there. */
  readonly detectionProbability: number;
  /** Weeks since the last visit that are assumed where no visit is known. */
  readonly weeksSinceUnknownVisit: number;
  /** What a day of visit costs the place, in shares of a mean visit's value. */
  readonly burdenShare: number;
  /** What leaving a committed week costs, in shares of a mean visit's value; three times that in the first six weeks. */
  readonly stickiness: number;
  readonly jointHours: JointHoursRule;
  readonly source: string;
  readonly confirmed: boolean;
}

/** An office of one responsible unit, with the hours of its inspectors. */
export interface PlanningOffice {
  readonly id: string;
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly name: string;
  readonly groups: readonly InspectorGroup[];
}

/** The inspectors of an office who hold exactly the same competences, taken together. */
export interface InspectorGroup {
  readonly competences: readonly string[];
  readonly inspectors: number;
  /** Hours for planned visits in each week: holidays, leave and reserves are already taken off. Length `weeks`. */
  readonly weeklyHours: readonly number[];
}

/** A place where people live, with the authorities that inspect it. */
export interface PlanningFacility {
  readonly id: string;
  readonly facilityType: FacilityType | null;
  /** Two days of visit at the place lie at least this many weeks apart (1 = any two different weeks). */
  readonly weeksBetweenVisits: number;
  /** How many authorities the place can receive on one day. */
  readonly maxAuthoritiesPerVisit: number;
  /** Weeks in which nobody is to come. */
  readonly vetoedWeeks: readonly number[];
  /** At most one per responsible unit. */
  readonly parts: readonly AuthorityPart[];
}

/** One authority's duty at one place. */
export interface AuthorityPart {
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  readonly officeId: string;
  readonly lastVisitOn: Day | null;
  /** Fewest days between two visits of this authority at this place. */
  readonly minIntervalDays: number;
  /** Calibrated probability, 0-1, that a problem arises within 12 months of a visit. */
  readonly probability12Months: number;
  /** How grave such a problem is, above 0; 1 is the ordinary problem. */
  readonly severityWeight: number;
  /** Hours of one visit when the authority comes alone, without travel. */
  readonly dutyHours: number;
  readonly travelHours: number;
  /** The competence that those who come must hold. */
  readonly competence: string | null;
  readonly vetoedWeeks: readonly number[];
  /** The visits that the year may hold, in order; mostly one. */
  readonly slots: readonly VisitSlot[];
}

/** One visit that may be planned. */
export interface VisitSlot {
  readonly window: DueWindow;
  /** The week that a person has decided on; it binds, whatever the other rules say. */
  readonly pinnedWeek: number | null;
  /** The week of the plan that people work by today; leaving it costs `stickiness`. Null where nothing is agreed. */
  readonly committedWeek: number | null;
  /** Drawn at random for the arm that keeps the scores honest: it is visited whatever its risk, with hours that no duty needs. */
  readonly isDrawn: boolean;
  /** First and last week that the draw holds for; left out where it holds for all weeks. */
  readonly drawnWeeks?: readonly [number, number];
}

/** The days between which a visit is due. A visit before `earliest` is forbidden, one after `latest` is late. */
export interface DueWindow {
  readonly earliest: Day;
  readonly latest: Day | null;
}

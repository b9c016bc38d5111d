import type { Position, WeekWeights } from './week-problem.js';
import type { Authority } from '../../shared/authority.js';

/** What days and persons are found from, as plain data that can be written to JSON and read back. */
export interface DayInputs {
  /** So many weeks from the plan's first get days and persons. */
  readonly weeks: number;
  /** How an authority comes; a dated assumption, not law. */
  readonly visits: readonly VisitCrew[];
  readonly inspectors: readonly DayInspector[];
  /** Where the places lie; one that is not named here gets no day. */
  readonly places: readonly PlacePosition[];
  readonly weights: WeekWeights;
}

export interface VisitCrew {
  readonly authority: Authority;
  readonly inspectors: number;
  readonly isWholeDay: boolean;
  /** Hours at the place for each of them; the rest of the visit's hours is preparation and report. */
  readonly hoursAtPlace: number;
}

/** A named inspector in the weeks that get days; both lists have one entry a week. */
export interface DayInspector {
  readonly code: string;
  readonly officeId: string;
  readonly competences: readonly string[];
  readonly start: Position;
  readonly weeklyHours: readonly number[];
  /** 0 is Monday, 4 Friday: holidays, leave and days before the first or after the last are left out. */
  readonly daysAtWork: readonly (readonly number[])[];
}

export interface PlacePosition {
  readonly facilityId: string;
  readonly at: Position;
}

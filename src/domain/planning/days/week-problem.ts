import type { PlannedVisit } from '../plan.js';

/** Working days of a week, Monday first. */
export const WORKING_DAYS = 5;

export interface Position {
  /** Kilometres east and north of any common point. */
  readonly x: number;
  readonly y: number;
}

/** One authority's part of a day of visit: so many inspectors of one office, for half a day or a whole one. */
export interface EventPart {
  readonly officeId: string;
  readonly inspectors: number;
  readonly isWholeDay: boolean;
  /** Hours at the place for each inspector. */
  readonly hoursAtPlace: number;
  /** Hours of preparation and report for each inspector, at any time of the week. */
  readonly hoursBeside: number;
  /** At least one of those who come holds it. */
  readonly competence: string | null;
}

/** A day of visit that stage one put into the week; its parts come on the same day. */
export interface VisitEvent {
  /** The visit day key of the plan. */
  readonly id: PlannedVisit['visitDayKey'];
  readonly at: Position;
  readonly parts: readonly EventPart[];
  /** Days, 0-4, on which it may take place: without holidays and what the place cannot receive. */
  readonly days: readonly number[];
  /** A duty or a pin: it is placed before what need not be. */
  readonly isMandatory: boolean;
  /** What people work by today; leaving it costs the change penalty. */
  readonly agreed: Placement | null;
}

export interface WeekInspector {
  readonly code: string;
  readonly officeId: string;
  readonly competences: readonly string[];
  readonly start: Position;
  /** Hours of this week for planned visits. */
  readonly hours: number;
  readonly daysAtWork: readonly number[];
}

/** Morning, afternoon, or both: as bits. */
export type Halves = 1 | 2 | 3;

export interface Placement {
  readonly day: number;
  /** Half that parts of half a day take. */
  readonly half: 1 | 2;
  /** Codes of the inspectors of each part, in the order of the parts. */
  readonly inspectors: readonly (readonly string[])[];
}

export interface WeekWeights {
  readonly unplacedMandatory: number;
  readonly unplaced: number;
  /** Times the square of each inspector's hours. */
  readonly load: number;
  /** For each agreed day or half that is left: the place, if it has been told, and everybody who comes must be told anew. */
  readonly move: number;
  /** For each agreed person who is replaced by another. */
  readonly change: number;
  readonly hoursPerDay: number;
  /** Hours on the road that fit into a day; who goes farther travels the day before or after. Left out: all of them. */
  readonly travelPerDay?: number;
  /** Roads are longer than the straight line. */
  readonly detour: number;
  readonly kilometresPerHour: number;
}

export const WEEK_WEIGHTS: WeekWeights = {
  unplacedMandatory: 1_000,
  unplaced: 100,
  load: 0.004,
  move: 60,
  change: 8,
  hoursPerDay: 10,
  detour: 1.25,
  kilometresPerHour: 70,
};

export interface WeekProblem {
  readonly events: readonly VisitEvent[];
  readonly inspectors: readonly WeekInspector[];
  readonly weights: WeekWeights;
}

export interface WeekPlan {
  /** By event id. */
  readonly placed: ReadonlyMap<string, Placement>;
  readonly unplaced: readonly string[];
  readonly travelHours: number;
  readonly cost: number;
}

export function travelHours(
  from: Position,
  to: Position,
  { detour, kilometresPerHour }: WeekWeights,
): number {
  return (Math.hypot(from.x - to.x, from.y - to.y) * detour) / kilometresPerHour;
}

/** The halves of the day that a part takes. */
export function halvesOf(part: EventPart, half: 1 | 2): Halves {
  return part.isWholeDay ? 3 : half;
}

import type { PlannedDay } from './days/planned-day.js';
import type { Authority, ResponsibleUnit } from '../shared/authority.js';

export const PLAN_METHODS = [
  'JOINT',
  'SEPARATE', // by risk and price, but every authority comes alone
  'FIXED_CADENCE',
  'FIXED_CADENCE_UNLIMITED', // as if hours were no limit
] as const;
export type PlanMethod = (typeof PLAN_METHODS)[number];

/** Why a visit is in the plan. */
export const PLANNED_REASONS = [
  'PINNED', // a person decided the week
  'DRAWN', // drawn at random, to keep the scores honest
  'DEADLINE', // the latest day falls within the plan, and the visit keeps it
  'OVERDUE', // the latest day had passed before the plan begins
  'AFTER_DEADLINE', // the hours or other rules did not allow an earlier week
  'RISK', // worth more than its hours cost at the office's price
  'SPARE_HOURS', // worth less than that, in hours that no other visit could use
  'JOINT', // shares the day with another authority
  'CADENCE', // the interval has passed
] as const;
export type PlannedReason = (typeof PLANNED_REASONS)[number];

/** Names one slot of an instance: the n-th visit of one unit at one facility. */
export interface SlotKey {
  readonly facilityId: string;
  readonly responsibleUnit: ResponsibleUnit;
  /** Index into the part's slots. */
  readonly slot: number;
}

/** One authority's visit in one week. A joint visit is several of these, each a legal act of its own, with one key. */
export interface PlannedVisit extends SlotKey {
  readonly authority: Authority;
  readonly officeId: string;
  readonly week: number;
  /** The same for those who come together: one key is one day of visit at the place. */
  readonly visitDayKey: string;
  /** Hours that the office spends. */
  readonly hours: number;
  readonly reasons: readonly PlannedReason[];
}

/** Why a slot has no visit. `weeks` are those the slot could have had. */
export type UnplannedReason =
  | { readonly code: 'NOT_DUE' } // may not be visited before the plan ends
  | { readonly code: 'NOT_IN_CADENCE' } // the fixed interval ends after the plan
  | { readonly code: 'VETOED' } // every week that it could have had is closed by a person
  | { readonly code: 'OFFICE_CLOSED'; readonly officeId: string; readonly weeks: readonly number[] }
  | {
      readonly code: 'COMPETENCE';
      readonly officeId: string;
      readonly competence: string;
      readonly weeks: readonly number[];
    }
  | { readonly code: 'NO_CAPACITY'; readonly officeId: string; readonly weeks: readonly number[] }
  /** Chance has drawn other places for the hours it would need. */
  | { readonly code: 'DRAWN_VISITS'; readonly officeId: string; readonly weeks: readonly number[] }
  /** Another visit at the place lies too near, and a person fixed its week. */
  | { readonly code: 'PINNED_ELSEWHERE'; readonly weeks: readonly number[] }
  /** Another visit at the place lies too near, or the place can receive no more authorities that day. */
  | { readonly code: 'TOO_NEAR_OTHER_VISIT'; readonly weeks: readonly number[] }
  /** There are hours for it: the search did not find the better plan, which the certified gap allows for. */
  | { readonly code: 'WITHIN_GAP'; readonly officeId: string; readonly weeks: readonly number[] }
  /** `shortfall`: by how much its value, in units of a mean visit's, is below what hours and disturbance cost. */
  | { readonly code: 'LOW_VALUE'; readonly officeId: string; readonly shortfall: number };

export interface UnplannedSlot extends SlotKey {
  readonly reason: UnplannedReason;
}

/** A plan accounts for every slot of its instance: it is either visited or has a reason. */
export interface Plan {
  readonly method: PlanMethod;
  readonly visits: readonly PlannedVisit[];
  readonly unplanned: readonly UnplannedSlot[];
  /** Days and persons of the next weeks; a visit of those weeks that is not here found none. */
  readonly days?: readonly PlannedDay[];
}

import type { SlotKey } from '../plan.js';

export const PLAN_RULES = [
  'HORIZON', // a visit lies in a week of the plan
  'KNOWN_SLOT', // a visit names a facility, unit, slot and office of the instance
  'ONE_VISIT_PER_SLOT', // a slot is visited at most once
  'ACCOUNTED', // a slot is either visited or has a reason why not
  'PIN', // a pinned slot is visited in its week
  'VETO', // nobody comes in a vetoed week
  'WINDOW', // nobody comes before the window opens
  'MIN_INTERVAL', // days between two visits of one authority, the last one made included
  'SPACING', // weeks between two days of visit at one place
  'JOINT', // those who share a day come to one place, in one week, each authority once
  'MAX_AUTHORITIES', // as many as the place can receive
  'HOURS', // the hours stated are those of a visit with this company
  'OFFICE_CLOSED', // the office has hours in that week
  'CAPACITY', // an office's hours in a period
  'COMPETENCE', // the hours of those who hold what the visits need
  'DAYS', // day, half and named inspectors: at work, of the office, competent, at one place at a time, hours of day and week
] as const;
export type PlanRule = (typeof PLAN_RULES)[number];

/** One rule broken once. */
export interface Violation {
  readonly rule: PlanRule;
  /** What breaks it, in plain English with the figures. */
  readonly detail: string;
  /** The visits or slots concerned. */
  readonly slots: readonly SlotKey[];
  /** True where pinned visits alone break it: a person decided so, and no plan could mend it. */
  readonly isByPinsAlone: boolean;
}

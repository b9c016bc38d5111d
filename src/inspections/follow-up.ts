import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

export const FOLLOW_UP_STATES = [
  'OVERDUE', // the deadline has passed
  'DUE_SOON', // it falls within the next four weeks
  'LATER',
] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** A reaction with a deadline that nobody has noted as complied with. */
export interface FollowUpRow {
  /** `<visit key>/<finding key>`. */
  readonly id: string;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly municipality: string | null;
  readonly authority: Authority;
  readonly sourceTerm: string;
  readonly topic: string | null;
  readonly occurredOn: Day;
  readonly dueOn: Day;
  readonly state: FollowUpState;
}

export interface FollowUpFilter {
  readonly authority?: Authority | undefined;
  readonly regionCode?: string | undefined;
  readonly state?: FollowUpState | undefined;
}

import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

export const CONTEST_SUBJECTS = ['RECORD_FIELD', 'VISIT', 'FINDING'] as const;
export type ContestSubject = (typeof CONTEST_SUBJECTS)[number];

export const CONTEST_STATES = ['FILED', 'TAKEN_UP', 'CORRECTED', 'UPHELD', 'WITHDRAWN'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];

/** What a place says against a datum about itself, and what the authority whose datum it is answers. */
export interface DataContest {
  readonly id: string;
  readonly facilityId: string;
  readonly facilityName: string | null;
  readonly subject: ContestSubject;
  readonly sourceKey: string;
  readonly visitKey: string | null;
  readonly findingKey: string | null;
  readonly field: string | null;
  readonly statedValue: string | null;
  readonly claim: string;
  readonly authority: Authority;
  readonly unit: ResponsibleUnit | null;
  readonly filedAt: Date;
  readonly answerDueOn: Day;
  readonly state: ContestState;
  readonly isOverdue: boolean;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  /** For staff alone. */
  readonly answeredBy: string | null;
}

export interface NewContest {
  readonly subject: ContestSubject;
  readonly sourceKey: string;
  readonly visitKey?: string;
  readonly findingKey?: string;
  readonly field?: string;
  readonly statedValue?: string;
  readonly claim: string;
}

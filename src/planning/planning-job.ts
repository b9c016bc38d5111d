import type { StageOneBudgets, StageOnePhase } from '../domain/planning/stage-one-options.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';

export const JOB_STATES = ['RUNNING', 'FINISHED', 'CANCELLED', 'FAILED'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const JOB_KINDS = ['PLAN', 'REPLAN'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Why the service began a planning by itself. An event that not all staff may know of is OTHER. */
export const PLANNING_CAUSES = ['NEW_SCORES', 'SERIOUS_EVENT', 'ABSENCE', 'PLACES_CHANGED', 'OTHER'] as const;
export type PlanningCause = (typeof PLANNING_CAUSES)[number];

/** STORING comes after the solver's own phases. */
export type JobPhase = StageOnePhase | 'READING' | 'STORING';

/** One planning, while it runs and afterwards. Values are in mean visit values. */
export interface PlanningJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly basedOn: string | null;
  /** Empty where a person began it. */
  readonly causes: readonly PlanningCause[];
  readonly planId: string | null;
  readonly seedCommitment: string;
  readonly inputHash: string | null;
  readonly phase: JobPhase | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly upperBound: number | null;
  readonly value: number | null;
  /** (upperBound - value) / value. */
  readonly gap: number | null;
  readonly message: string | null;
  readonly startedAt: Date;
  readonly heartbeatAt: Date;
  readonly finishedAt: Date | null;
}

export interface NewJob {
  readonly kind: JobKind;
  readonly basedOn: string | null;
  readonly causes: readonly PlanningCause[];
  readonly requestedBy: string;
  readonly authority: Authority | null;
  readonly responsibleUnit: ResponsibleUnit | null;
  readonly seedCommitment: string;
  readonly budgets: StageOneBudgets | null;
}

/** What a running job tells of itself; numbers that are not known yet are null. */
export interface JobProgress {
  readonly phase: JobPhase;
  readonly done: number;
  readonly total: number;
  readonly upperBound: number | null;
  readonly value: number | null;
  readonly gap: number | null;
}

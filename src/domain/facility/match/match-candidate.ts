import type { SourceKey } from '../../shared/authority.js';

/** One term of a pair's weight: what a field's agreement (or the prior) says, in bits. */
export interface FieldWeight {
  readonly field: string;
  readonly level: string;
  readonly weight: number;
}

/** LINKED: they share a place. QUEUED: a person is asked. APART: a person said so. */
export const CANDIDATE_STATES = ['LINKED', 'QUEUED', 'APART'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** A pair of records that the evidence does not rule out. */
export interface MatchCandidate {
  /** `leftKey` < `rightKey`. */
  readonly leftKey: SourceKey;
  readonly rightKey: SourceKey;
  /** The terms, which add up to `totalWeight`. */
  readonly weights: readonly FieldWeight[];
  readonly totalWeight: number;
  /** That both belong to one place, 0-1, after all terms. */
  readonly probability: number;
  readonly state: CandidateState;
  readonly decidedBy: 'RULE' | 'MODEL' | 'PERSON';
}

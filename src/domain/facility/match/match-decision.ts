import type { SourceKey } from '../../shared/authority.js';

/** MERGE: they belong to one place. SPLIT, NEVER_LINK: they do not, whatever the evidence says later. */
export const MATCH_DECISION_KINDS = ['MERGE', 'SPLIT', 'NEVER_LINK'] as const;
export type MatchDecisionKind = (typeof MATCH_DECISION_KINDS)[number];

/** What a person decided about records, as long as nobody undid it: between each of the left and each of the right. */
export interface MatchDecision {
  readonly id: string;
  readonly kind: MatchDecisionKind;
  readonly leftKeys: readonly SourceKey[];
  readonly rightKeys: readonly SourceKey[];
  /** The moment as ISO text; the later of two that contradict each other holds. */
  readonly decidedAt: string;
}

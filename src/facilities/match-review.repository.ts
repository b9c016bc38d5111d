import type { FieldWeight } from '../domain/facility/match/match-candidate.js';
import type { FacilityType } from '../domain/facility/source-record.js';
import type { Authority, SourceKey } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import type { QueueOrder } from './queue-order.js';

/** Two records that may belong to one place, as the latest matching weighed them. `leftKey` < `rightKey`. */
export interface MatchPair {
  readonly leftKey: SourceKey;
  readonly rightKey: SourceKey;
  readonly weights: readonly FieldWeight[];
  readonly totalWeight: number;
  readonly probability: number;
  readonly state: 'LINKED' | 'QUEUED' | 'APART';
  readonly decidedBy: 'RULE' | 'MODEL' | 'PERSON';
  readonly modelVersion: string;
  readonly weighedAt: Date;
}

/** A record as people compare it with another. */
export interface ComparedRecord {
  readonly sourceKey: SourceKey;
  readonly authority: Authority;
  readonly name: string;
  readonly parentName: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly municipalityName: string | null;
  readonly cvrNumber: string | null;
  readonly pNumber: string | null;
  readonly sorCode: string | null;
  readonly operatorName: string | null;
  readonly facilityType: FacilityType | null;
  readonly typeSourceTerm: string | null;
  readonly capacityPlaces: number | null;
  readonly employees: number | null;
  readonly endedOn: Day | null;
  /** The places that it belongs to now. */
  readonly facilityIds: readonly string[];
}

export interface QueueFilter {
  /** Pairs of records of these two registers; the same one twice for pairs within it. */
  readonly registers?: readonly [Authority, Authority];
  /** Pairs with a record of this authority. */
  readonly authority?: Authority;
}

/** What a person decided, with whether somebody undid it. */
export interface RecordedDecision {
  readonly id: string;
  readonly kind: 'MERGE' | 'SPLIT' | 'NEVER_LINK' | 'UNDO';
  readonly leftKeys: readonly SourceKey[];
  readonly rightKeys: readonly SourceKey[];
  readonly undoes: string | null;
  readonly undoneBy: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly authority: Authority;
  readonly decidedAt: Date;
}

/** A decision that is about to be written down. */
export interface NewDecision {
  readonly kind: RecordedDecision['kind'];
  readonly leftKeys: readonly SourceKey[];
  readonly rightKeys: readonly SourceKey[];
  readonly undoes?: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly authority: Authority;
}

/** The pairs that people are asked about, and what they decide. Everything as the asker may see it. */
export abstract class MatchReviewRepository {
  /** The pairs that nobody has decided on. */
  abstract queue(filter: QueueFilter, order: QueueOrder, limit: number, offset: number): Promise<MatchPair[]>;
  abstract countQueue(filter: QueueFilter): Promise<number>;
  abstract findPair(leftKey: SourceKey, rightKey: SourceKey): Promise<MatchPair | undefined>;
  abstract recordsByKeys(keys: readonly string[]): Promise<ComparedRecord[]>;
  /** Which records belong to these places now, or to those they redirect to; also those that the asker may not see. */
  abstract keysOf(
    facilityIds: readonly string[],
  ): Promise<{ facilityId: string; sourceKey: SourceKey; isSeen: boolean }[]>;
  /** Decisions that name one of the records, newest first. */
  abstract decisionsAbout(keys: readonly string[]): Promise<RecordedDecision[]>;
  abstract findDecision(id: string): Promise<RecordedDecision | undefined>;
  /** Lets one decision be written at a time, until the transaction ends. */
  abstract lockDecisions(): Promise<void>;
  abstract addDecision(decision: NewDecision): Promise<string>;
  /** Waits until neither an import nor a matching runs, and keeps others waiting until the transaction ends. */
  abstract waitForImports(): Promise<void>;
}

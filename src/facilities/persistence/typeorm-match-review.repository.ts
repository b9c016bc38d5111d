import { Injectable } from '@nestjs/common';
import { WAIT_FOR_IMPORT_LOCK } from '../../database/import-lock.js';
import { Transactions } from '../../database/transactions.js';
import type { SourceKey } from '../../domain/shared/authority.js';
import {
  MatchReviewRepository,
  type ComparedRecord,
  type MatchPair,
  type NewDecision,
  type QueueFilter,
  type RecordedDecision,
} from '../match-review.repository.js';
import type { QueueOrder } from '../queue-order.js';
import { COMPARED_RECORD, DECISION, PAIR, QUEUE_ORDER, queuedPairs } from './match-review.sql.js';

@Injectable()
export class TypeormMatchReviewRepository extends MatchReviewRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async queue(filter: QueueFilter, order: QueueOrder, limit: number, offset: number): Promise<MatchPair[]> {
    const { where, parameters } = queuedPairs(filter);
    return this.transactions.query(
      `select ${PAIR} from match_candidates where ${where}
       order by ${QUEUE_ORDER[order]}, left_key, right_key
       limit $${parameters.length + 1} offset $${parameters.length + 2}`,
      [...parameters, limit, offset],
    );
  }

  async countQueue(filter: QueueFilter): Promise<number> {
    const { where, parameters } = queuedPairs(filter);
    const [answer] = await this.transactions.query<{ count: number }>(
      `select count(*)::int as count from match_candidates where ${where}`,
      parameters,
    );
    return answer!.count;
  }

  async findPair(leftKey: SourceKey, rightKey: SourceKey): Promise<MatchPair | undefined> {
    const [pair] = await this.transactions.query<MatchPair>(
      `select ${PAIR} from match_candidates where left_key = $1 and right_key = $2`,
      [leftKey, rightKey],
    );
    return pair;
  }

  async recordsByKeys(keys: readonly string[]): Promise<ComparedRecord[]> {
    return this.transactions.query(
      `select ${COMPARED_RECORD} from source_records record
       left join municipalities municipality on municipality.code = record.facts ->> 'municipalityCode'
       where record.source_key = any ($1)`,
      [keys],
    );
  }

  async keysOf(
    facilityIds: readonly string[],
  ): Promise<{ facilityId: string; sourceKey: SourceKey; isSeen: boolean }[]> {
    return this.transactions.query(
      `select facilities.id as "facilityId", link.source_key as "sourceKey", record.source_key is not null as "isSeen"
       from facilities
       join facility_links link
         on link.facility_id = coalesce(facilities.redirect_to, facilities.id) and link.valid_to is null
       left join source_records record on record.source_key = link.source_key
       where facilities.id = any ($1::uuid[]) order by facilities.id, link.source_key collate "C"`,
      [facilityIds],
    );
  }

  async decisionsAbout(keys: readonly string[]): Promise<RecordedDecision[]> {
    return this.transactions.query(
      `select ${DECISION} from match_decisions decision
       where (decision.left_keys || decision.right_keys) && $1::text[]
       order by decision.decided_at desc, decision.id`,
      [keys],
    );
  }

  async findDecision(id: string): Promise<RecordedDecision | undefined> {
    const [decision] = await this.transactions.query<RecordedDecision>(
      `select ${DECISION} from match_decisions decision where decision.id = $1`,
      [id],
    );
    return decision;
  }

  async lockDecisions(): Promise<void> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtext('samtilsyn match decisions'))`);
  }

  async addDecision(decision: NewDecision): Promise<string> {
    const { kind, leftKeys, rightKeys, undoes, reason, decidedBy, authority } = decision;
    const [added] = await this.transactions.query<{ id: string }>(
      `insert into match_decisions (kind, left_keys, right_keys, undoes, reason, decided_by, authority)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [kind, leftKeys, rightKeys, undoes ?? null, reason, decidedBy, authority],
    );
    return added!.id;
  }

  async waitForImports(): Promise<void> {
    await this.transactions.query(WAIT_FOR_IMPORT_LOCK);
  }
}

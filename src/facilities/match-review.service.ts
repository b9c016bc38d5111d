import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Authority, SourceKey } from '../domain/shared/authority.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import {
  MatchReviewRepository,
  type ComparedRecord,
  type MatchPair,
  type NewDecision,
  type QueueFilter,
  type RecordedDecision,
} from './match-review.repository.js';
import type { QueueOrder } from './queue-order.js';
import { Rematching } from './rematching.service.js';

/** Who decides, and why. */
export interface Decider {
  readonly person: string;
  readonly authority: Authority;
  readonly reason: string;
}

/** What the decider had seen: the latest decision about the records, null where there was none. */
export type SeenDecision = string | null;

/**
 * People's decisions on which records belong together. A decision is written down with its reason and binds every later
 * matching until somebody undoes it; the places follow as soon as no import runs.
 */
@Injectable()
export class MatchReviewService {
  constructor(
    private readonly repository: MatchReviewRepository,
    private readonly rematching: Rematching,
    private readonly transactions: Transactions,
  ) {}

  async queue(filter: QueueFilter, order: QueueOrder, limit: number, offset: number): Promise<MatchPair[]> {
    return this.repository.queue(filter, order, limit, offset);
  }

  async countQueue(filter: QueueFilter): Promise<number> {
    return this.repository.countQueue(filter);
  }

  /** The pair in whatever order; undefined where the evidence rules it out, or the asker may not see both. */
  async findPair(one: SourceKey, other: SourceKey): Promise<MatchPair | undefined> {
    return one < other ? this.repository.findPair(one, other) : this.repository.findPair(other, one);
  }

  async recordsByKeys(keys: readonly string[]): Promise<Map<string, ComparedRecord>> {
    const records = await this.repository.recordsByKeys(keys);
    return new Map(records.map((record) => [record.sourceKey, record]));
  }

  /** Decisions about the records of each place, newest first. */
  async decisionsOf(facilityIds: readonly string[]): Promise<Map<string, RecordedDecision[]>> {
    const keys = Map.groupBy(await this.repository.keysOf(facilityIds), ({ facilityId }) => facilityId);
    const all = [...keys.values()].flat().map(({ sourceKey }) => sourceKey);
    const decisions = await this.repository.decisionsAbout([...new Set(all)]);
    return new Map(
      [...keys].map(([id, own]) => [
        id,
        decisions.filter(({ leftKeys, rightKeys }) =>
          own.some(({ sourceKey }) => leftKeys.includes(sourceKey) || rightKeys.includes(sourceKey)),
        ),
      ]),
    );
  }

  /** Decisions on each pair, by its keys with a line break between them, newest first. */
  async decisionsOnPairs(
    pairs: readonly (readonly [SourceKey, SourceKey])[],
  ): Promise<Map<string, RecordedDecision[]>> {
    const decisions = await this.repository.decisionsAbout([...new Set(pairs.flat())]);
    return new Map(
      pairs.map(([left, right]) => [
        `${left}\n${right}`,
        decisions.filter((each) => concerns(each, { leftKeys: [left], rightKeys: [right] })),
      ]),
    );
  }

  /** MERGE or NEVER_LINK of two records. Throws NOT_FOUND, BAD_INPUT for the reason, CONFLICT. */
  async decideOnPair(
    kind: 'MERGE' | 'NEVER_LINK',
    one: SourceKey,
    other: SourceKey,
    seen: SeenDecision,
    decider: Decider,
  ): Promise<RecordedDecision> {
    if (one === other) throw new ExpectedError('BAD_INPUT', 'A record cannot be compared with itself.');
    const records = await this.repository.recordsByKeys([one, other]);
    if (records.length < 2) throw new ExpectedError('NOT_FOUND', 'There are no such two records.');
    const [left, right] = one < other ? [one, other] : [other, one];
    return this.decide({ kind, leftKeys: [left], rightKeys: [right], ...named(decider) }, seen);
  }

  /** All records of the two places belong to one. */
  async mergeFacilities(id: string, otherId: string, decider: Decider): Promise<RecordedDecision> {
    const keys = await this.seenKeysOf(id);
    const others = (await this.seenKeysOf(otherId)).filter((key) => !keys.includes(key));
    if (others.length === 0)
      throw new ExpectedError('BAD_INPUT', 'Both ids stand for one place already; give two places.');
    return this.decide({ kind: 'MERGE', leftKeys: keys, rightKeys: others, ...named(decider) }, undefined);
  }

  /** These records leave the place; `expectedKeys` are those that it had when the decider looked. */
  async splitFacility(
    id: string,
    leavingKeys: readonly SourceKey[],
    expectedKeys: readonly SourceKey[],
    decider: Decider,
  ): Promise<RecordedDecision> {
    await this.repository.lockDecisions();
    const keys = await this.seenKeysOf(id);
    if ([...expectedKeys].sort().join(' ') !== keys.join(' '))
      throw new ExpectedError('CONFLICT', 'The records of the place have changed since you looked at it.');
    const leaving = keys.filter((key) => leavingKeys.includes(key));
    const staying = keys.filter((key) => !leavingKeys.includes(key));
    if (leaving.length !== new Set(leavingKeys).size)
      throw new ExpectedError('BAD_INPUT', 'leavingKeys names a record that does not belong to the place.');
    if (leaving.length === 0 || staying.length === 0)
      throw new ExpectedError(
        'BAD_INPUT',
        'leavingKeys must name some of the records of the place, not all.',
      );
    return this.decide(
      { kind: 'SPLIT', leftKeys: leaving, rightKeys: staying, ...named(decider) },
      undefined,
    );
  }

  /** Takes a decision back; what the evidence says counts again. */
  async undo(id: string, decider: Decider): Promise<RecordedDecision> {
    await this.repository.lockDecisions();
    const decision = await this.repository.findDecision(id);
    if (!decision || decision.kind === 'UNDO')
      throw new ExpectedError('NOT_FOUND', 'There is no such decision to undo.');
    if (decision.undoneBy !== null)
      throw new ExpectedError('CONFLICT', 'Somebody else has undone this decision already.');
    const { leftKeys, rightKeys } = decision;
    return this.decide({ kind: 'UNDO', leftKeys, rightKeys, undoes: id, ...named(decider) }, undefined);
  }

  private async decide(decision: NewDecision, seen: SeenDecision | undefined): Promise<RecordedDecision> {
    await this.repository.lockDecisions();
    if (seen !== undefined) {
      const [latest] = (
        await this.repository.decisionsAbout([...decision.leftKeys, ...decision.rightKeys])
      ).filter((each) => concerns(each, decision));
      if ((latest?.id ?? null) !== seen)
        throw new ExpectedError(
          'CONFLICT',
          latest
            ? `${latest.decidedBy} has decided on these records in the meantime; look at them again.`
            : 'The decisions on these records have changed; look at them again.',
        );
    }
    const id = await this.repository.addDecision(decision);
    this.transactions.onCommit(() => this.rematching.begin());
    return (await this.repository.findDecision(id))!;
  }

  private async seenKeysOf(facilityId: string): Promise<SourceKey[]> {
    const keys = await this.repository.keysOf([facilityId]);
    if (keys.length === 0) throw new ExpectedError('NOT_FOUND', 'There is no such place.');
    if (keys.some(({ isSeen }) => !isSeen))
      throw new ExpectedError(
        'FORBIDDEN',
        'A record of the place is secret to your authority; somebody of its own authority must decide.',
      );
    return keys.map(({ sourceKey }) => sourceKey);
  }
}

function named({
  person,
  authority,
  reason,
}: Decider): Pick<NewDecision, 'reason' | 'decidedBy' | 'authority'> {
  const text = reason.trim();
  if (text.length < 5 || text.length > 1000)
    throw new ExpectedError(
      'BAD_INPUT',
      `reason has ${text.length} characters; write why, in 5 to 1000 characters.`,
    );
  return { reason: text, decidedBy: person, authority };
}

/** True for a decision between the same records, whichever side they stand on. */
function concerns(
  each: RecordedDecision,
  { leftKeys, rightKeys }: Pick<NewDecision, 'leftKeys' | 'rightKeys'>,
): boolean {
  const stands = (keys: readonly string[], among: readonly string[]): boolean =>
    keys.some((key) => among.includes(key));
  return (
    (stands(leftKeys, each.leftKeys) && stands(rightKeys, each.rightKeys)) ||
    (stands(leftKeys, each.rightKeys) && stands(rightKeys, each.leftKeys))
  );
}

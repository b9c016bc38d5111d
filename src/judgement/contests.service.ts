import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { findPersonNumbers } from '../domain/shared/person-number.js';
import { checkedText } from '../domain/shared/written-text.js';
import { ContestsRepository } from './contests.repository.js';
import type { DataContest, NewContest } from './data-contest.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_FIELD = 100;

/** What places say against the data about them. Only the register's own authority can correct a datum, at its source. */
@Injectable()
export class Contests {
  constructor(
    private readonly repository: ContestsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Throws BAD_INPUT with the mend, NOT_FOUND where the datum is not one of the asker's own place. */
  async contest(asked: NewContest, today: Day): Promise<DataContest> {
    const claim = checkedText('claim', asked.claim);
    assertComplete(asked);
    const { facilityId } = this.transactions.identity;
    if (facilityId === undefined || !(await this.repository.isOwnDatum(asked))) {
      throw new ExpectedError('NOT_FOUND', 'Your place has no such datum.');
    }
    return this.get(await this.repository.add(facilityId, { ...asked, claim }), today);
  }

  async withdraw(contestId: string, today: Day): Promise<DataContest> {
    await this.open(contestId, today);
    await this.repository.addStep(contestId, 'WITHDRAWN', null);
    return this.get(contestId, today);
  }

  /** Takes a contest up, or answers it; an answer is shown to the place. */
  async answer(
    contestId: string,
    step: 'TAKEN_UP' | 'CORRECTED' | 'UPHELD',
    explanation: string | undefined,
    today: Day,
  ): Promise<DataContest> {
    const found = await this.open(contestId, today);
    const { authority, unit } = this.transactions.identity;
    if (found.authority !== authority || (found.unit ?? unit) !== unit) {
      throw new ExpectedError(
        'FORBIDDEN',
        `The datum belongs to ${found.unit ?? found.authority}, who answer.`,
      );
    }
    if (step === 'TAKEN_UP' && found.state === 'TAKEN_UP') {
      throw new ExpectedError('CONFLICT', 'The contest has been taken up already.');
    }
    const text = step === 'TAKEN_UP' ? null : checkedText('explanation', explanation ?? '');
    await this.repository.addStep(contestId, step, text);
    return this.get(contestId, today);
  }

  async contestsOf(facilityIds: readonly string[], today: Day): Promise<Map<string, DataContest[]>> {
    return Map.groupBy(await this.repository.contestsOf(facilityIds, today), ({ facilityId }) => facilityId);
  }

  async unanswered(today: Day): Promise<DataContest[]> {
    return this.repository.unanswered(today);
  }

  private async open(contestId: string, today: Day): Promise<DataContest> {
    const found = await this.get(contestId, today);
    if (found.state !== 'FILED' && found.state !== 'TAKEN_UP') {
      throw new ExpectedError(
        'CONFLICT',
        `The contest is ${found.state}; there is nothing to decide any more.`,
      );
    }
    return found;
  }

  private async get(contestId: string, today: Day): Promise<DataContest> {
    const found = UUID.test(contestId) ? await this.repository.find(contestId, today) : undefined;
    if (!found) throw new ExpectedError('NOT_FOUND', 'There is no such contest.');
    return found;
  }
}

function assertComplete({ subject, field, visitKey, findingKey, statedValue }: NewContest): void {
  const needed = {
    RECORD_FIELD: field !== undefined && visitKey === undefined && findingKey === undefined,
    VISIT: visitKey !== undefined && findingKey === undefined && field === undefined,
    FINDING: visitKey !== undefined && findingKey !== undefined && field === undefined,
  };
  if (!needed[subject]) {
    throw new ExpectedError(
      'BAD_INPUT',
      'Name the datum: a field of a record, or a visit, or a visit and one of its findings.',
    );
  }
  if ((field ?? '').length > LONGEST_FIELD) {
    throw new ExpectedError('BAD_INPUT', `field is longer than ${LONGEST_FIELD} characters.`);
  }
  if (statedValue !== undefined && findPersonNumbers(statedValue).length > 0) {
    throw new ExpectedError('BAD_INPUT', 'statedValue holds what looks like a person number; leave it out.');
  }
}

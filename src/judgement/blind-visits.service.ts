import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { checkedText } from '../domain/shared/written-text.js';
import { BlindVisitsRepository } from './blind-visits.repository.js';
import type { BlindVisit, FindingsSheet, NewFindingsSheet } from './blind-visit.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LATEST_LOCK_DAYS = 60;
const MOST_VISITS = 500;

/** Inspectors judge a place without knowing its score, and the database holds them to it. */
@Injectable()
export class BlindVisits {
  constructor(private readonly repository: BlindVisitsRepository) {}

  /** Locks what the asker found. It cannot be changed, and the score of the place is shown from then on, for a while. */
  async lock(asked: NewFindingsSheet, today: Day): Promise<FindingsSheet> {
    const conclusion = checkedText('conclusion', asked.conclusion);
    const first = addDays(today, -LATEST_LOCK_DAYS);
    if (asked.visitedOn > today || asked.visitedOn < first) {
      throw new ExpectedError(
        'BAD_INPUT',
        `visitedOn is ${asked.visitedOn}; findings are locked for visits from ${first} to ${today}.`,
      );
    }
    if (!UUID.test(asked.facilityId) || !(await this.repository.facilityExists(asked.facilityId))) {
      throw new ExpectedError('NOT_FOUND', 'There is no such place.');
    }
    const sheet = await this.repository.find(await this.repository.lock({ ...asked, conclusion }));
    if (!sheet) throw new Error('The findings were locked but cannot be found.');
    return sheet;
  }

  async sheetsOf(facilityIds: readonly string[]): Promise<Map<string, FindingsSheet[]>> {
    return Map.groupBy(await this.repository.sheetsOf(facilityIds), ({ facilityId }) => facilityId);
  }

  async visits(): Promise<BlindVisit[]> {
    return this.repository.visits(MOST_VISITS);
  }
}

import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { checkedText } from '../domain/shared/written-text.js';
import { SeriousEventsRepository } from './serious-events.repository.js';
import type { NewSeriousEvent, SeriousEvent, SeriousEventKind } from './serious-event.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Events that go past the score: reported by staff, on top of the list at once, resolved by a person. */
@Injectable()
export class SeriousEvents {
  constructor(
    private readonly repository: SeriousEventsRepository,
    private readonly transactions: Transactions,
  ) {}

  async kinds(today: Day): Promise<SeriousEventKind[]> {
    return this.repository.kinds(today);
  }

  async report(asked: NewSeriousEvent, today: Day): Promise<SeriousEvent> {
    const description = checkedText('description', asked.description);
    if (asked.occurredOn > today) {
      throw new ExpectedError('BAD_INPUT', `occurredOn is ${asked.occurredOn}, which is still to come.`);
    }
    if (!(await this.repository.kinds(today)).some(({ code }) => code === asked.kind)) {
      throw new ExpectedError('BAD_INPUT', `kind is "${asked.kind}"; choose one of seriousEventKinds.`);
    }
    if (!UUID.test(asked.facilityId) || !(await this.repository.facilityExists(asked.facilityId))) {
      throw new ExpectedError('NOT_FOUND', 'There is no such place.');
    }
    return this.get(await this.repository.add({ ...asked, description }));
  }

  /** Takes the event off the top of the list; by the unit that reported it. */
  async resolve(eventId: string, explanation: string): Promise<SeriousEvent> {
    const text = checkedText('explanation', explanation);
    const event = await this.get(eventId);
    const { authority, unit } = this.transactions.identity;
    if (event.authority !== authority || event.unit !== unit) {
      throw new ExpectedError('FORBIDDEN', `The event was reported by ${event.unit}, who resolve it.`);
    }
    if (event.resolvedAt !== null)
      throw new ExpectedError('CONFLICT', 'The event has been resolved already.');
    await this.repository.resolve(eventId, text);
    return this.get(eventId);
  }

  async eventsOf(facilityIds: readonly string[]): Promise<Map<string, SeriousEvent[]>> {
    return Map.groupBy(await this.repository.eventsOf(facilityIds), ({ facilityId }) => facilityId);
  }

  private async get(eventId: string): Promise<SeriousEvent> {
    const found = UUID.test(eventId) ? await this.repository.find(eventId) : undefined;
    if (!found) throw new ExpectedError('NOT_FOUND', 'There is no such event.');
    return found;
  }
}

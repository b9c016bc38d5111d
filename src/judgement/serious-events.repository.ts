import type { Day } from '../domain/shared/day.js';
import type { SeriousEventKind, SeriousEvent, NewSeriousEvent } from './serious-event.js';

export abstract class SeriousEventsRepository {
  abstract kinds(today: Day): Promise<SeriousEventKind[]>;
  abstract facilityExists(facilityId: string): Promise<boolean>;
  abstract add(event: NewSeriousEvent): Promise<string>;
  abstract resolve(eventId: string, explanation: string): Promise<void>;
  abstract find(eventId: string): Promise<SeriousEvent | undefined>;
  /** Of each place, those the asker may see: open ones first, then the newest. */
  abstract eventsOf(facilityIds: readonly string[]): Promise<SeriousEvent[]>;
}

import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Day } from '../../domain/shared/day.js';
import { SeriousEventsRepository } from '../serious-events.repository.js';
import type { NewSeriousEvent, SeriousEvent, SeriousEventKind } from '../serious-event.js';

const EVENTS = `
  select event.id, event.facility_id as "facilityId", event.kind,
    jsonb_build_object('da', kind.label_da, 'en', kind.label_en) as label, event.secrecy,
    event.occurred_on::text as "occurredOn", event.description, event.authority, event.unit,
    event.reported_by as "reportedBy", event.reported_at as "reportedAt", resolved.explanation as resolution,
    resolved.resolved_by as "resolvedBy", resolved.resolved_at as "resolvedAt"
  from serious_events event join serious_event_kinds kind on kind.code = event.kind
  left join serious_event_resolutions resolved on resolved.event_id = event.id`;

@Injectable()
export class TypeormSeriousEventsRepository extends SeriousEventsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async kinds(today: Day): Promise<SeriousEventKind[]> {
    return this.transactions.query<SeriousEventKind>(
      `select code, jsonb_build_object('da', label_da, 'en', label_en) as label, is_confirmed as "isConfirmed"
       from serious_event_kinds where $1::date between valid_from and coalesce(valid_to, $1::date) order by code`,
      [today],
    );
  }

  async facilityExists(facilityId: string): Promise<boolean> {
    const rows = await this.transactions.query('select 1 from facility_profiles where facility_id = $1', [
      facilityId,
    ]);
    return rows.length > 0;
  }

  async add(event: NewSeriousEvent): Promise<string> {
    const isOwn = event.isForOwnUnitOnly || event.derivesFromConcern;
    const [row] = await this.transactions.query<{ id: string }>(
      `insert into serious_events (facility_id, kind, secrecy, derives_from_concern, occurred_on, description)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        event.facilityId,
        event.kind,
        isOwn ? 'OWNER_ONLY' : 'SHARED',
        event.derivesFromConcern,
        event.occurredOn,
        event.description,
      ],
    );
    return row!.id;
  }

  async resolve(eventId: string, explanation: string): Promise<void> {
    await this.transactions.query(
      'insert into serious_event_resolutions (event_id, explanation) values ($1, $2)',
      [eventId, explanation],
    );
  }

  async find(eventId: string): Promise<SeriousEvent | undefined> {
    const [row] = await this.transactions.query<SeriousEvent>(`${EVENTS} where event.id = $1`, [eventId]);
    return row;
  }

  async eventsOf(facilityIds: readonly string[]): Promise<SeriousEvent[]> {
    return this.transactions.query<SeriousEvent>(
      `${EVENTS} where event.facility_id = any ($1::uuid[])
       order by resolved.event_id is not null, event.reported_at desc, event.id`,
      [facilityIds],
    );
  }
}

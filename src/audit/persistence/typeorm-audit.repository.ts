import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Identity } from '../../domain/shared/identity.js';
import type { ChainHead, SealedEntry } from '../audit-entry.js';
import { AuditRepository, type Appended, type AuditSubject, type DataUse } from '../audit.repository.js';
import type { AuditFilter } from '../audit-search.service.js';
import type { ArchiveRecord } from '../chain/archive-record.js';
import { ENTRY_COLUMNS, entryRows } from './entry-rows.js';

/** Commands that verify, export and archive read the whole log; nobody else of the service's own does. */
const AUDITOR: Identity = { role: 'AUDITOR', person: 'samtilsyn', purpose: 'ACCOUNTABILITY' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const APPEND = `
  select is_appended as "isAppended", head_sequence::float8 as sequence, encode(head_mac, 'hex') as mac
  from append_audit_entries($1, decode($2, 'hex'), $3)`;

interface AppendedRow extends ChainHead {
  readonly isAppended: boolean;
}

@Injectable()
export class TypeormAuditRepository extends AuditRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async append(expected: ChainHead, entries: readonly SealedEntry[]): Promise<Appended> {
    return appended(await this.transactions.call<AppendedRow>(APPEND, appendParameters(expected, entries)));
  }

  async appendWithin(expected: ChainHead, entries: readonly SealedEntry[]): Promise<Appended> {
    return appended(await this.transactions.query<AppendedRow>(APPEND, appendParameters(expected, entries)));
  }

  async head(): Promise<ChainHead> {
    const [row] = await this.transactions.call<ChainHead>(
      `select sequence::float8 as sequence, encode(mac, 'hex') as mac from audit_head()`,
    );
    return row!;
  }

  async entriesBetween(after: number, through: number, limit: number): Promise<SealedEntry[]> {
    return this.read(
      `select ${ENTRY_COLUMNS} from audit_entries entry where entry.sequence > $1 and entry.sequence <= $2
       order by entry.sequence limit $3`,
      [after, through, limit],
    );
  }

  async sequencesOf(macs: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows = await this.read<{ mac: string; sequences: number[] }>(
      `select encode(mac, 'hex') as mac, array_agg(sequence::float8 order by sequence) as sequences from audit_entries
       where mac = any (select decode(seal, 'hex') from unnest($1::text[]) as seal) group by mac`,
      [macs],
    );
    return new Map(rows.map(({ mac, sequences }) => [mac, sequences]));
  }

  async entriesAbout(subject: AuditSubject, after: number, limit: number): Promise<SealedEntry[]> {
    const [condition, value] =
      'facilityId' in subject
        ? ['facility_ids @> array[$3::uuid]', subject.facilityId]
        : ['object_ids @> array[$3::text]', subject.objectKey];
    return this.read(
      `select ${ENTRY_COLUMNS} from audit_entries entry where entry.sequence > $1 and ${condition}
       order by entry.sequence limit $2`,
      [after, limit, value],
    );
  }

  async entriesFor(filter: AuditFilter, before: number | undefined, limit: number): Promise<SealedEntry[]> {
    const { person = null, objectKey = null, from = null, through = null } = filter;
    return this.transactions.query<SealedEntry>(
      `select ${ENTRY_COLUMNS} from audit_entries entry
       where ($1::text is null or entry.person = $1)
         and ($2::text is null or entry.object_ids @> array[$2] or entry.facility_ids @> array[$7::uuid])
         and ($3::date is null or entry.recorded_at >= $3::date::timestamp at time zone 'Europe/Copenhagen')
         and ($4::date is null or entry.recorded_at < ($4::date + 1)::timestamp at time zone 'Europe/Copenhagen')
         and ($5::bigint is null or entry.sequence < $5)
       order by entry.sequence desc limit $6`,
      [
        person,
        objectKey,
        from,
        through,
        before ?? null,
        limit,
        objectKey !== null && UUID.test(objectKey) ? objectKey : null,
      ],
    );
  }

  async archives(): Promise<ArchiveRecord[]> {
    return this.read(
      `select first_sequence::float8 as "firstSequence", last_sequence::float8 as "lastSequence",
         encode(previous_mac, 'hex') as "previousMac", encode(head_mac, 'hex') as "headMac", file_name as "fileName",
         content_hash as "contentHash", archived_at as "archivedAt", key_id as "keyId", encode(mac, 'hex') as mac
       from audit_archives order by last_sequence`,
    );
  }

  async lastArchivable(): Promise<number | undefined> {
    const [row] = await this.read<{ last: number | null }>(
      `with oldest_kept as (
         select min(sequence) as sequence from audit_entries where recorded_at > now() - audit_period('RETENTION')
       )
       select max(sequence)::float8 as last from audit_entries
       where sequence < coalesce((select sequence from oldest_kept), 'infinity'::float8)`,
    );
    return row?.last ?? undefined;
  }

  async archive(record: ArchiveRecord): Promise<number> {
    const { lastSequence, fileName, contentHash, archivedAt, keyId, mac } = record;
    const [row] = await this.transactions.call<{ removed: number }>(
      `select archive_audit_entries($1, $2, $3, $4, $5, decode($6, 'hex')) as removed`,
      [lastSequence, fileName, contentHash, archivedAt, keyId, mac],
    );
    return row!.removed;
  }

  async dataUsesOf(facilityIds: readonly string[]): Promise<DataUse[]> {
    return this.transactions.query<DataUse>(
      `select facility_id as "facilityId", authority, quarter::text as quarter from facility_data_uses
       where facility_id = any ($1::uuid[]) order by facility_id, facility_data_uses.quarter desc, authority`,
      [facilityIds],
    );
  }

  private async read<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.transactions.run(AUDITOR, () => this.transactions.query<Row>(sql, parameters), {
      isReadOnly: true,
    });
  }
}

function appendParameters(expected: ChainHead, entries: readonly SealedEntry[]): unknown[] {
  return [expected.sequence, expected.mac, entryRows(entries)];
}

function appended([row]: readonly AppendedRow[]): Appended {
  const { isAppended, ...head } = row!;
  return { isAppended, head };
}

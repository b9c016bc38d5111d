import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { BlindVisitsRepository } from '../blind-visits.repository.js';
import type { BlindVisit, FindingsSheet, NewFindingsSheet } from '../blind-visit.js';

const SHEETS = `
  select sheet.id, sheet.facility_id as "facilityId", profile.name as "facilityName",
    sheet.visited_on::text as "visitedOn", sheet.has_serious_finding as "hasSeriousFinding", sheet.conclusion,
    sheet.authority, sheet.unit, sheet.inspector, sheet.locked_at as "lockedAt"
  from findings_sheets sheet left join facility_profiles profile on profile.facility_id = sheet.facility_id`;

// A score that was seen long before the visit counts as forgotten; how long is a dated row.
const VISITS = `
  select sheet.id, sheet.facility_id as "facilityId", profile.name as "facilityName",
    sheet.visited_on::text as "visitedOn", sheet.authority, sheet.unit, sheet.inspector, sheet.locked_at as "lockedAt",
    before.seen_at is not null as "hadSeenScore", before.seen_at as "seenAt", later.seen_at as "seenAfterwardsAt"
  from findings_sheets sheet left join facility_profiles profile on profile.facility_id = sheet.facility_id
  cross join lateral (
    select max(view.first_seen_at) as seen_at from score_views view
    where view.person = sheet.inspector and view.facility_id = sheet.facility_id and view.first_seen_at < sheet.locked_at
      and view.seen_on > sheet.visited_on - judgement_parameter('BLIND_BEFORE_VISIT_DAYS')::integer
  ) before
  cross join lateral (
    select min(view.first_seen_at) as seen_at from score_views view
    where view.person = sheet.inspector and view.facility_id = sheet.facility_id and view.first_seen_at >= sheet.locked_at
  ) later
  order by sheet.locked_at desc, sheet.id limit $1`;

@Injectable()
export class TypeormBlindVisitsRepository extends BlindVisitsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async facilityExists(facilityId: string): Promise<boolean> {
    const rows = await this.transactions.query('select 1 from facility_profiles where facility_id = $1', [
      facilityId,
    ]);
    return rows.length > 0;
  }

  async lock({ facilityId, visitedOn, hasSeriousFinding, conclusion }: NewFindingsSheet): Promise<string> {
    const [row] = await this.transactions.query<{ id: string }>(
      `insert into findings_sheets (facility_id, visited_on, has_serious_finding, conclusion)
       values ($1, $2, $3, $4) returning id`,
      [facilityId, visitedOn, hasSeriousFinding, conclusion],
    );
    return row!.id;
  }

  async sheetsOf(facilityIds: readonly string[]): Promise<FindingsSheet[]> {
    return this.transactions.query<FindingsSheet>(
      `${SHEETS} where sheet.facility_id = any ($1::uuid[]) order by sheet.locked_at desc, sheet.id`,
      [facilityIds],
    );
  }

  async find(sheetId: string): Promise<FindingsSheet | undefined> {
    const [row] = await this.transactions.query<FindingsSheet>(`${SHEETS} where sheet.id = $1`, [sheetId]);
    return row;
  }

  async visits(limit: number): Promise<BlindVisit[]> {
    return this.transactions.query<BlindVisit>(VISITS, [limit]);
  }
}

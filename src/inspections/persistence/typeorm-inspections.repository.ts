import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Day } from '../../domain/shared/day.js';
import type { FollowUpFilter, FollowUpRow } from '../follow-up.js';
import { InspectionsRepository } from '../inspections.repository.js';
import type { FindingRow, InspectionVisitRow, VisitQuery } from '../inspection-visit.js';

@Injectable()
export class TypeormInspectionsRepository extends InspectionsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async visitsOf(facilityIds: readonly string[], query: VisitQuery): Promise<InspectionVisitRow[]> {
    return this.transactions.query<InspectionVisitRow>(
      `select place.id as "facilityId", latest.*, case when latest."sourceKey" is null
           then place.id || '/' || row_number() over (partition by place.id order by latest."occurredOn" desc, latest.key)
           else latest.key end as "visitKey"
       from unnest($1::uuid[]) as place (id)
       cross join lateral (
         select visit.visit_key as key, record.source_key as "sourceKey", visit.authority,
           visit.occurred_on::text as "occurredOn", visit.available_on::text as "availableOn", visit.form,
           visit.quality_model as "qualityModel", visit.is_serious as "isSerious", visit.severity,
           occasion.source_term as "occasionSourceTerm"
         from facility_links link
         join inspection_visits visit on visit.source_key = link.source_key
         -- Of a record that the asker does not see, the keys are not told either: they may lead to a secret address.
         left join source_records record on record.source_key = visit.source_key
         left join visit_occasions occasion on occasion.visit_key = visit.visit_key
         where link.facility_id = place.id and link.valid_to is null and ($3::text is null or visit.authority = $3)
         order by visit.occurred_on desc, visit.visit_key limit $2
       ) latest
       order by place.id, latest."occurredOn" desc, latest.key`,
      [facilityIds, query.limit, query.authority ?? null],
    );
  }

  async findingsOf(visitKeys: readonly string[]): Promise<FindingRow[]> {
    return this.transactions.query<FindingRow>(
      `select visit_key as "visitKey", finding_key as "findingKey", kind, topic, source_term as "sourceTerm",
         score::float as score, severity, due_on::text as "dueOn", complied_on::text as "compliedOn"
       from shown_findings where visit_key = any ($1)
       order by visit_key, array_position(array['OVERALL', 'REACTION', 'THEME_SCORE', 'CHECKPOINT'], kind), finding_key`,
      [visitKeys],
    );
  }

  async followUps(filter: FollowUpFilter, on: Day, limit: number, offset: number): Promise<FollowUpRow[]> {
    return this.transactions.query<FollowUpRow>(
      `select * from (${OPEN_REACTIONS}) as open ${MATCHES}
       order by "dueOn", "facilityName" collate "da-x-icu", id limit $5 offset $6`,
      [on, ...parametersOf(filter), limit, offset],
    );
  }

  async countFollowUps(filter: FollowUpFilter, on: Day): Promise<number> {
    const [row] = await this.transactions.query<{ count: number }>(
      `select count(*)::int as count from (${OPEN_REACTIONS}) as open ${MATCHES}`,
      [on, ...parametersOf(filter)],
    );
    return row?.count ?? 0;
  }
}

function parametersOf({ authority, regionCode, state }: FollowUpFilter): (string | null)[] {
  return [authority ?? null, regionCode ?? null, state ?? null];
}

const OPEN_REACTIONS = `
  select finding.visit_key || '/' || finding.finding_key as id, link.facility_id as "facilityId",
    profile.name as "facilityName", municipality.name as municipality, finding.authority,
    finding.source_term as "sourceTerm", finding.topic, visit.occurred_on::text as "occurredOn",
    finding.due_on::text as "dueOn",
    case when finding.due_on < $1::date then 'OVERDUE' when finding.due_on <= $1::date + 28 then 'DUE_SOON' else 'LATER' end as state
  from findings finding
  join inspection_visits visit on visit.visit_key = finding.visit_key
  join facility_links link on link.source_key = finding.source_key and link.valid_to is null
  join facility_profiles profile on profile.facility_id = link.facility_id
  left join municipalities municipality on municipality.code = profile.municipality_code
  where finding.kind = 'REACTION' and finding.due_on is not null and finding.complied_on is null
    and profile.ended_on is null and ($2::text is null or finding.authority = $2)
    and ($3::text is null or exists (select from municipality_regions region
      where region.municipality_code = profile.municipality_code and region.region_code = $3
        and $1::date between region.valid_from and coalesce(region.valid_to, $1::date)))`;

const MATCHES = 'where $4::text is null or state = $4';

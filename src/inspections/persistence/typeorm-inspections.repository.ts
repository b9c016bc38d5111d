import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { InspectionsRepository } from '../inspections.repository.js';
import type { FindingRow, InspectionVisitRow, VisitQuery } from '../inspection-visit.js';

@Injectable()
export class TypeormInspectionsRepository extends InspectionsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async visitsOf(facilityIds: readonly string[], query: VisitQuery): Promise<InspectionVisitRow[]> {
    return this.transactions.query<InspectionVisitRow>(
      `select place.id as "facilityId", latest.* from unnest($1::uuid[]) as place (id)
       cross join lateral (
         select visit.visit_key as "visitKey", visit.source_key as "sourceKey", visit.authority,
           visit.occurred_on::text as "occurredOn", visit.available_on::text as "availableOn", visit.form,
           visit.quality_model as "qualityModel", visit.is_serious as "isSerious", visit.severity,
           occasion.source_term as "occasionSourceTerm"
         from facility_links link
         join inspection_visits visit on visit.source_key = link.source_key
         left join visit_occasions occasion on occasion.visit_key = visit.visit_key
         where link.facility_id = place.id and link.valid_to is null and ($3::text is null or visit.authority = $3)
         order by visit.occurred_on desc, visit.visit_key limit $2
       ) latest
       order by place.id, latest."occurredOn" desc, latest."visitKey"`,
      [facilityIds, query.limit, query.authority ?? null],
    );
  }

  async findingsOf(visitKeys: readonly string[]): Promise<FindingRow[]> {
    return this.transactions.query<FindingRow>(
      `select visit_key as "visitKey", finding_key as "findingKey", kind, topic, source_term as "sourceTerm",
         score::float as score, severity, due_on::text as "dueOn", complied_on::text as "compliedOn"
       from findings where visit_key = any ($1)
       order by visit_key, array_position(array['OVERALL', 'REACTION', 'THEME_SCORE', 'CHECKPOINT'], kind), finding_key`,
      [visitKeys],
    );
  }
}

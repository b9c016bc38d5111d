import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { MatchCandidate } from '../../domain/facility/match/match-candidate.js';
import type { MatchDecision } from '../../domain/facility/match/match-decision.js';
import type { CandidateChanges } from '../../domain/facility/match-facilities.js';
import type { MatchModel } from '../../domain/facility/weigh/match-model.js';
import type { RecordVersion } from '../../domain/facility/provenance/attribute-provenance.js';
import type { PageRequest } from '../../graphql/page-request.js';
import {
  FacilitiesRepository,
  type CurrentLink,
  type KnownLink,
  type LinkChanges,
  type MatchedRecord,
  type MatchingOutcome,
  type ProfileChanges,
  type RecordQuality,
  type RememberedMatching,
} from '../facilities.repository.js';
import type {
  FacilityFilter,
  FacilityOrder,
  FacilityPage,
  FacilityRow,
  FacilitySource,
  RecordLinkRow,
} from '../facility-list.js';
import {
  countFacilities,
  FACILITY_COLUMNS,
  FACILITY_TABLES,
  pageOfFacilities,
  writeCursor,
} from './list-facilities.sql.js';
import { RECORD_QUALITY } from './record-quality.sql.js';
import { changeLinks } from './change-links.js';
import { changeProfiles } from './change-profiles.js';
import { changeCandidates, keepModel, replaceCandidates } from './replace-candidates.js';
import { recallMemory, storeMemory } from './stored-memory.js';

// One register gives a municipality's code, another its name; side by side both are shown by name.
function withMunicipality(facts: string): string {
  return `case when ${facts} ->> 'municipalityCode' is null then ${facts} else ${facts} || jsonb_build_object('municipalityName',
    (select name from municipalities where code = ${facts} ->> 'municipalityCode')) end`;
}

@Injectable()
export class TypeormFacilitiesRepository extends FacilitiesRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async isMatchingDue(): Promise<boolean> {
    const [answer] = await this.transactions.query<{ is_due: boolean }>(
      `with last as (select coalesce(max(started_at), '-infinity') as started_at from matching_runs)
       select exists (select from source_records, last where changed_at > last.started_at)
         or exists (select from match_decisions, last where decided_at > last.started_at)
         -- A record whose only delivery was rolled back is gone without a trace of its own.
         or exists (select from facility_links link where valid_to is null and not exists (
           select from source_records record where record.source_key = link.source_key)) as is_due`,
    );
    return answer?.is_due === true;
  }

  async now(): Promise<string> {
    const [row] = await this.transactions.query<{ now: string }>('select clock_timestamp()::text as now');
    return row!.now;
  }

  async recordsToMatch(): Promise<MatchedRecord[]> {
    return this.transactions.query<MatchedRecord>(
      `select facts as record, sor_facts as "sorUnit", ended_on::text as "endedOn",
         changed_at > coalesce((select max(started_at) from matching_runs), '-infinity') as "isChanged"
       from source_records order by source_key`,
    );
  }

  async recall(): Promise<RememberedMatching | undefined> {
    return this.transactions.use(recallMemory);
  }

  async remember(matching: RememberedMatching, startedAt: string): Promise<void> {
    await this.transactions.use((manager) => storeMemory(manager, matching, startedAt));
  }

  async knownLinks(): Promise<KnownLink[]> {
    // A record that comes back after a rollback belongs where it belonged.
    return this.transactions.query<KnownLink>(
      `select source_key as "sourceKey", facility_id as "facilityId", rule, confidence::float as confidence,
         compared_with as "comparedWith", decided_by as "decidedBy", valid_to is null as "isCurrent"
       from facility_links link where valid_to is null or valid_to = (
         select max(last.valid_to) from facility_links last where last.source_key = link.source_key
         having bool_and(last.valid_to is not null))
       order by source_key, facility_id`,
    );
  }

  async activeDecisions(): Promise<MatchDecision[]> {
    return this.transactions.query<MatchDecision>(
      `select id, kind, left_keys as "leftKeys", right_keys as "rightKeys", decided_at::text as "decidedAt"
       from match_decisions decision
       where kind <> 'UNDO' and not exists (select from match_decisions undo where undo.undoes = decision.id)
       order by decision.decided_at, id`,
    );
  }

  async retiredFacilities(): Promise<Set<string>> {
    const rows = await this.transactions.query<{ id: string }>(
      `select id from facilities where not exists (
         select from facility_links link where link.facility_id = facilities.id and link.valid_to is null)`,
    );
    return new Set(rows.map((row) => row.id));
  }

  async keepModel(model: MatchModel): Promise<void> {
    await this.transactions.use((manager) => keepModel(manager, model));
  }

  async replaceCandidates(candidates: Iterable<MatchCandidate>, modelVersion: string): Promise<void> {
    await this.transactions.use((manager) => replaceCandidates(manager, candidates, modelVersion));
  }

  async changeCandidates(changes: CandidateChanges, modelVersion: string): Promise<void> {
    await this.transactions.use((manager) => changeCandidates(manager, changes, modelVersion));
  }

  async changeLinks(
    changes: LinkChanges,
    redirects: ReadonlyMap<string, string>,
    outcome: MatchingOutcome,
  ): Promise<void> {
    await this.transactions.use((manager) => changeLinks(manager, changes, redirects, outcome));
  }

  async changeProfiles(changes: ProfileChanges): Promise<void> {
    await this.transactions.use((manager) => changeProfiles(manager, changes));
  }

  async findFacility(id: string): Promise<FacilityRow | undefined> {
    const [row] = await this.transactions.query<FacilityRow>(
      `select ${FACILITY_COLUMNS} from ${FACILITY_TABLES}
       where profile.facility_id = (select coalesce(redirect_to, id) from facilities where id = $1)`,
      [id],
    );
    return row;
  }

  async listFacilities(
    filter: FacilityFilter,
    order: FacilityOrder,
    page: PageRequest,
  ): Promise<FacilityPage> {
    const count = countFacilities(filter);
    const [total] = await this.transactions.query<{ count: number }>(count.sql, count.parameters);
    const { sql, parameters } = pageOfFacilities(filter, order, page);
    const found = await this.transactions.query<FacilityRow & { sortValue: string }>(sql, parameters);
    const hasMore = found.length > page.limit;
    const rows = found.slice(0, page.limit).map(({ sortValue, ...facility }) => ({
      facility,
      cursor: writeCursor(order, sortValue, facility.id),
    }));
    const cameFromSomewhere = page.cursor !== undefined || page.offset > 0;
    return {
      rows: page.isBackward ? rows.reverse() : rows,
      totalCount: total?.count ?? 0,
      hasMoreBefore: page.isBackward ? hasMore : cameFromSomewhere,
      hasMoreAfter: page.isBackward ? cameFromSomewhere : hasMore,
    };
  }

  async sourcesOf(facilityIds: readonly string[]): Promise<FacilitySource[]> {
    return this.transactions.query<FacilitySource>(
      `select link.facility_id as "facilityId", record.source_key as "sourceKey", record.authority, record.name,
         record.facts ->> 'parentName' as "parentName", record.facts #>> '{address,street}' as street,
         record.facts #>> '{address,postalCode}' as "postalCode", record.facts #>> '{address,town}' as town,
         coalesce(record.facts ->> 'cvrNumber', record.sor_facts ->> 'cvrNumber') as "cvrNumber",
         coalesce(record.facts ->> 'pNumber', record.sor_facts ->> 'pNumber') as "pNumber",
         record.facts ->> 'sorCode' as "sorCode", record.facts ->> 'typeSourceTerm' as "typeSourceTerm",
         record.facts ->> 'statusSourceTerm' as "statusSourceTerm", record.responsible_unit as "responsibleUnit",
         record.delivered_on::text as "deliveredOn", record.ended_on::text as "endedOn", link.rule,
         link.confidence::float as confidence, link.decided_by as "decidedBy"
       from facility_links link join source_records record on record.source_key = link.source_key
       where link.facility_id = any ($1::uuid[]) and link.valid_to is null
       order by record.authority desc, record.source_key`,
      [facilityIds],
    );
  }

  async recordVersionsOf(
    facilityIds: readonly string[],
  ): Promise<(RecordVersion & { facilityId: string })[]> {
    return this.transactions.query(
      `select link.facility_id as "facilityId", version.source_key as "sourceKey", version.authority,
         version.known_on::text as "knownOn", ${withMunicipality('version.facts')} as record
       from facility_links link join source_record_versions version on version.source_key = link.source_key
       where link.facility_id = any ($1::uuid[]) and link.valid_to is null`,
      [facilityIds],
    );
  }

  async currentRecords(): Promise<(RecordVersion & { facilityId: string })[]> {
    return this.transactions.query(
      `select distinct on (link.facility_id, record.source_key) link.facility_id as "facilityId",
         record.source_key as "sourceKey", record.authority, version.known_on::text as "knownOn",
         ${withMunicipality('version.facts')} as record
       from facility_links link
       join source_records record on record.source_key = link.source_key and record.ended_on is null
       join source_record_versions version on version.source_key = record.source_key and version.facts is not null
       where link.valid_to is null order by link.facility_id, record.source_key, version.known_on desc`,
    );
  }

  async recordQuality(): Promise<RecordQuality[]> {
    return this.transactions.query<RecordQuality>(RECORD_QUALITY);
  }

  async recordLinks(limit: number, after: string): Promise<RecordLinkRow[]> {
    // A record that belongs to several places is told whole, so that going on after its key leaves nothing out.
    return this.transactions.query<RecordLinkRow>(
      `select * from (
         select record.source_key as "sourceKey", record.authority, link.facility_id as "facilityId", link.valid_from as "linkedAt"
         from source_records record join facility_links link on link.source_key = record.source_key and link.valid_to is null
         where record.source_key collate "C" > $2 order by record.source_key collate "C" fetch first $1 rows with ties
       ) page order by "sourceKey" collate "C", "facilityId"`,
      [limit, after],
    );
  }

  async municipalities(): Promise<{ code: string; name: string }[]> {
    return this.transactions.query(`select code, name from municipalities order by name collate "da-x-icu"`);
  }

  async allLinks(): Promise<CurrentLink[]> {
    return this.transactions.query(
      `select source_key as "sourceKey", facility_id as "facilityId", rule, confidence::float as probability,
         decided_by as "decidedBy", compared_with as "comparedWith" from facility_links where valid_to is null
       order by source_key, facility_id`,
    );
  }
}

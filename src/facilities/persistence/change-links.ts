import type { EntityManager } from 'typeorm';
import type { DecidedLink, LinkChanges, MatchingOutcome } from '../facilities.repository.js';
import { copyRows } from './copy-rows.js';

/** Ends what no longer holds, begins what is new, and says of the rest why it goes on. */
export async function changeLinks(
  manager: EntityManager,
  { ended, changed, added }: LinkChanges,
  redirects: ReadonlyMap<string, string>,
  { startedAt, records, facilities, modelVersion, oversizedBlocks }: MatchingOutcome,
): Promise<void> {
  await manager.query(CREATE);
  await copyRows(manager, 'decided_links', [
    ...changed.map((link) => rowOf(link, 'f')),
    ...added.map((link) => rowOf(link, 't')),
  ]);
  await manager.query(
    `insert into facilities (id) select distinct facility_id from decided_links where is_new on conflict (id) do nothing`,
  );
  // A place that comes back stops redirecting; one that disappeared leads to where most of its records went.
  await manager.query(
    `update facilities set redirect_to = null
     where redirect_to is not null and id in (select facility_id from decided_links where is_new)`,
  );
  await manager.query(
    `update facilities set redirect_to = redirect.target
     from unnest($1::uuid[], $2::uuid[]) as redirect (gone, target) where facilities.id = redirect.gone`,
    [[...redirects.keys()], [...redirects.values()]],
  );
  await manager.query(
    `update facilities set redirect_to = onward.redirect_to from facilities onward
     where facilities.redirect_to = onward.id and onward.redirect_to is not null`,
  );
  await manager.query(
    `update facility_links current set valid_to = clock_timestamp()
     from unnest($1::text[], $2::uuid[]) as ended (source_key, facility_id)
     where valid_to is null and ended.source_key = current.source_key and ended.facility_id = current.facility_id`,
    [ended.map(({ sourceKey }) => sourceKey), ended.map(({ facilityId }) => facilityId)],
  );
  // A link lasts while the record belongs to the place; why and how surely may be seen anew with every matching.
  await manager.query(
    `update facility_links current set rule = decided.rule, confidence = decided.confidence,
       compared_with = decided.compared_with, decided_by = decided.decided_by
     from decided_links decided
     where not is_new and current.valid_to is null and decided.source_key = current.source_key
       and decided.facility_id = current.facility_id`,
  );
  await manager.query(
    `insert into facility_links (source_key, facility_id, rule, confidence, compared_with, decided_by)
     select source_key, facility_id, rule, confidence, compared_with, decided_by from decided_links where is_new`,
  );
  await manager.query(
    `insert into matching_runs (started_at, records, facilities, links_added, links_ended, model_version,
       oversized_blocks, candidates_queued)
     select $1, $2, $3, $4, $5, $6, $7, (select count(*) from match_candidates where state = 'QUEUED')`,
    [startedAt, records, facilities, added.length, ended.length, modelVersion, oversizedBlocks],
  );
}

const CREATE = `
  create temp table decided_links (
    source_key text, facility_id uuid, rule text, confidence numeric(5, 4), compared_with text, decided_by text,
    is_new boolean
  ) on commit drop`;

function rowOf(
  { sourceKey, facilityId, rule, confidence, comparedWith, decidedBy }: DecidedLink,
  isNew: 't' | 'f',
): (string | number | null)[] {
  return [sourceKey, facilityId, rule, confidence, comparedWith, decidedBy, isNew];
}

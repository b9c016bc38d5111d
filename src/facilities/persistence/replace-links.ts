import type { EntityManager } from 'typeorm';
import type { DecidedLink, MatchingOutcome } from '../facilities.repository.js';
import { copyRows } from './copy-rows.js';

/** Brings the current links to `links`: what no longer holds ends, what is new begins, the rest goes on. */
export async function replaceLinks(
  manager: EntityManager,
  links: readonly DecidedLink[],
  redirects: ReadonlyMap<string, string>,
  { startedAt, records, modelVersion, oversizedBlocks }: MatchingOutcome,
): Promise<void> {
  await manager.query(CREATE);
  await copyRows(manager, 'decided_links', links.map(rowOf));
  await manager.query(
    `insert into facilities (id) select distinct facility_id from decided_links on conflict (id) do nothing`,
  );
  // A place that comes back stops redirecting; one that disappeared leads to where most of its records went.
  await manager.query(
    `update facilities set redirect_to = null
     where redirect_to is not null and id in (select facility_id from decided_links)`,
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
  const [ended] = await manager.query<{ count: number }[]>(
    `with ended as (
       update facility_links current set valid_to = clock_timestamp()
       where valid_to is null and not exists (
         select from decided_links decided where decided.source_key = current.source_key
           and decided.facility_id = current.facility_id)
       returning 1
     ) select count(*)::int as count from ended`,
  );
  // A link lasts while the record belongs to the place; why and how surely may be seen anew with every matching.
  await manager.query(
    `update facility_links current set rule = decided.rule, confidence = decided.confidence,
       compared_with = decided.compared_with, decided_by = decided.decided_by
     from decided_links decided
     where current.valid_to is null and decided.source_key = current.source_key
       and decided.facility_id = current.facility_id
       and (decided.rule, decided.confidence, decided.compared_with, decided.decided_by)
         is distinct from (current.rule, current.confidence, current.compared_with, current.decided_by)`,
  );
  const [added] = await manager.query<{ count: number }[]>(
    `with added as (
       insert into facility_links (source_key, facility_id, rule, confidence, compared_with, decided_by)
       select source_key, facility_id, rule, confidence, compared_with, decided_by from decided_links
       on conflict (source_key, facility_id) where valid_to is null do nothing
       returning 1
     ) select count(*)::int as count from added`,
  );
  await manager.query(
    `insert into matching_runs (started_at, records, facilities, links_added, links_ended, model_version,
       oversized_blocks, candidates_queued)
     select $1, $2, (select count(distinct facility_id) from decided_links), $3, $4, $5, $6,
       (select count(*) from match_candidates where state = 'QUEUED')`,
    [startedAt, records, added?.count ?? 0, ended?.count ?? 0, modelVersion, oversizedBlocks],
  );
}

const CREATE = `
  create temp table decided_links (
    source_key text, facility_id uuid, rule text, confidence numeric(5, 4), compared_with text, decided_by text
  ) on commit drop`;

function rowOf({
  sourceKey,
  facilityId,
  rule,
  confidence,
  comparedWith,
  decidedBy,
}: DecidedLink): (string | number | null)[] {
  return [sourceKey, facilityId, rule, confidence, comparedWith, decidedBy];
}

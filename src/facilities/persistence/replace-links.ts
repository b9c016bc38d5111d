import type { EntityManager } from 'typeorm';
import type { DecidedLink } from '../facilities.repository.js';

/** Brings the current links to `links`: what no longer holds ends, what is new begins, the rest is left alone. */
export async function replaceLinks(
  manager: EntityManager,
  links: readonly DecidedLink[],
  redirects: ReadonlyMap<string, string>,
  records: number,
  startedAt: string,
): Promise<void> {
  await manager.query(
    `create temp table decided_links on commit drop as
     select * from unnest($1::text[], $2::uuid[], $3::text[], $4::numeric[], $5::text[])
       as link (source_key, facility_id, rule, confidence, compared_with)`,
    [
      links.map((link) => link.sourceKey),
      links.map((link) => link.facilityId),
      links.map((link) => link.rule),
      links.map((link) => link.confidence),
      links.map((link) => link.comparedWith),
    ],
  );
  await manager.query('analyze decided_links');
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
           and decided.facility_id = current.facility_id and decided.rule = current.rule
           and decided.confidence = current.confidence and decided.compared_with is not distinct from current.compared_with)
       returning 1
     ) select count(*)::int as count from ended`,
  );
  const [added] = await manager.query<{ count: number }[]>(
    `with added as (
       insert into facility_links (source_key, facility_id, rule, confidence, compared_with, decided_by)
       select source_key, facility_id, rule, confidence, compared_with, 'RULE' from decided_links decided
       where not exists (select from facility_links current where current.source_key = decided.source_key
         and current.facility_id = decided.facility_id and current.valid_to is null)
       returning 1
     ) select count(*)::int as count from added`,
  );
  await manager.query(
    `insert into matching_runs (started_at, records, facilities, links_added, links_ended)
     select $1, $2, (select count(distinct facility_id) from decided_links), $3, $4`,
    [startedAt, records, added?.count ?? 0, ended?.count ?? 0],
  );
}

import type { EntityManager } from 'typeorm';
import { STANDING_VERSIONS } from './standing-versions.sql.js';

/**
 * What the touched rows say now, with all rows that tell of the same unit or visit, in the temporary table `row_states`:
 * `facts` are those of the latest version, or the last ones before the row ended; `since` is the day of the delivery
 * that said so first. Repeated versions do not count, because they depend on the order in which drops arrived.
 */
export async function stateRows(manager: EntityManager): Promise<void> {
  await manager.query(ROW_STATES);
  await manager.query('analyze row_states');
}

const ROW_STATES = `
  create temp table row_states on commit drop as
  with touched as (
    select id, source_key, visit_key from register_rows where id in (select row_id from touched_rows)
  ), concerned as (
    select id from touched
    union select row.id from register_rows row where row.source_key in (select source_key from touched)
    union select row.id from register_rows row where row.visit_key in (select visit_key from touched)
  ), changes as (
    select row_id, delivered_on, delivery_file_id, sequence, lag(row_id) over history is null
      or lag(content_hash) over history is distinct from content_hash as is_change
    from ${STANDING_VERSIONS} version where row_id in (select id from concerned)
    window history as (partition by row_id order by delivered_on, delivery_file_id, sequence)
  ), latest as (
    select distinct on (row_id) row_id, delivered_on, sequence from changes where is_change
    order by row_id, delivered_on desc, delivery_file_id desc, sequence desc
  )
  select row.id as row_id, row.row_key, row.source_key, row.visit_key, latest.delivered_on as since,
    now.facts is null as is_ended, coalesce(now.facts, before.facts) as facts
  from latest
  join register_rows row on row.id = latest.row_id
  join register_row_versions now using (row_id, delivered_on, sequence)
  left join lateral (
    select facts from ${STANDING_VERSIONS} version
    where now.facts is null and version.row_id = row.id and version.facts is not null
    order by delivered_on desc, delivery_file_id desc, sequence desc limit 1
  ) before on true`;

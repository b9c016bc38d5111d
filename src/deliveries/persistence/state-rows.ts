import type { EntityManager } from 'typeorm';

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
  )
  select row.id as row_id, row.row_key, row.source_key, row.visit_key, unchanged.since, now.facts is null as is_ended,
    coalesce(now.facts, before.facts) as facts
  from concerned join register_rows row on row.id = concerned.id
  cross join lateral (
    select facts, content_hash from register_row_versions version
    where version.row_id = row.id order by delivered_on desc, sequence desc limit 1
  ) now
  left join lateral (
    select facts from register_row_versions version
    where now.facts is null and version.row_id = row.id and version.facts is not null
    order by delivered_on desc, sequence desc limit 1
  ) before on true
  cross join lateral (
    select min(version.delivered_on) as since from register_row_versions version
    where version.row_id = row.id and not exists (
      select from register_row_versions other
      where other.row_id = version.row_id and other.content_hash is distinct from now.content_hash
        and (other.delivered_on, other.sequence) >= (version.delivered_on, version.sequence))
  ) unchanged`;

import type { EntityManager } from 'typeorm';

/**
 * Derives the units of the registers from the touched rows. A unit is described by its rows; the latest delivered one
 * wins, then the one of the latest visit. A unit has ended when a full delivery held none of its rows any more.
 */
export async function projectRecords(manager: EntityManager): Promise<void> {
  await manager.query(UPSERT_RECORDS);
}

/** What a row says now: its latest version, or the last one before it ended. */
export const CURRENT_ROWS = `
  select row.row_id, now.delivered_on, now.facts is null as is_ended, coalesce(now.facts, before.facts) as facts
  from touched_rows row
  cross join lateral (
    select facts, delivered_on from register_row_versions version
    where version.row_id = row.row_id order by delivered_on desc, sequence desc limit 1
  ) now
  left join lateral (
    select facts from register_row_versions version
    where now.facts is null and version.row_id = row.row_id and version.facts is not null
    order by delivered_on desc, sequence desc limit 1
  ) before on true`;

const UPSERT_RECORDS = `
  with touched_units as (
    select distinct register_rows.source_key from touched_rows
    join register_rows on register_rows.id = touched_rows.row_id where register_rows.source_key is not null
  ), unit_rows as (
    select register_rows.source_key, register_rows.row_key, now.delivered_on, now.facts is null as is_ended,
      coalesce(now.facts, before.facts) as facts
    from touched_units join register_rows using (source_key)
    cross join lateral (
      select facts, delivered_on from register_row_versions version
      where version.row_id = register_rows.id order by delivered_on desc, sequence desc limit 1
    ) now
    left join lateral (
      select facts from register_row_versions version
      where now.facts is null and version.row_id = register_rows.id and version.facts is not null
      order by delivered_on desc, sequence desc limit 1
    ) before on true
  ), described as (
    select distinct on (source_key) source_key, facts -> 'record' as record,
      max(delivered_on) filter (where not is_ended) over unit as live_on,
      max(delivered_on) over unit as last_on, bool_and(is_ended) over unit as is_ended
    from unit_rows
    window unit as (partition by source_key)
    order by source_key, is_ended, delivered_on desc, facts #>> '{visit,occurredOn}' desc nulls last, row_key desc
  )
  insert into source_records
    (source_key, authority, responsible_unit, name, facts, hides_address, delivered_on, ended_on, changed_at)
  select source_key, record ->> 'authority', record ->> 'responsibleUnit', record ->> 'name', record,
    (record ->> 'hasSecretAddress')::boolean, coalesce(live_on, last_on), case when is_ended then last_on end,
    clock_timestamp()
  from described
  on conflict (source_key) do update set
    responsible_unit = excluded.responsible_unit, name = excluded.name, facts = excluded.facts,
    hides_address = excluded.hides_address, delivered_on = excluded.delivered_on, ended_on = excluded.ended_on,
    changed_at = excluded.changed_at
  where (source_records.facts, source_records.ended_on) is distinct from (excluded.facts, excluded.ended_on)`;

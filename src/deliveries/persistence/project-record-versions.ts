import type { EntityManager } from 'typeorm';
import { STANDING_VERSIONS } from './standing-versions.sql.js';

/**
 * Derives how the touched units were described from each day of delivery on. The same rule as for today's description
 * holds on every day: the row that changed last wins, then the one of the latest visit.
 */
export async function projectRecordVersions(manager: EntityManager): Promise<void> {
  await manager.query(`create temp table touched_units on commit drop as
    select distinct register_rows.source_key from touched_rows
    join register_rows on register_rows.id = touched_rows.row_id where register_rows.source_key is not null`);
  await manager.query('analyze touched_units');
  await manager.query(
    'delete from source_record_versions using touched_units where touched_units.source_key = source_record_versions.source_key',
  );
  await manager.query(INSERT_VERSIONS);
}

const INSERT_VERSIONS = `
  with unit_rows as (
    select register_rows.id, register_rows.source_key, register_rows.row_key
    from touched_units join register_rows using (source_key)
  ), versions as (
    select version.*, lag(row_id) over history is not null
      and lag(content_hash) over history is not distinct from content_hash as is_repeated
    from unit_rows join ${STANDING_VERSIONS} version on version.row_id = unit_rows.id
    window history as (partition by row_id order by delivered_on, delivery_file_id, sequence)
  ), said as (
    select row_id, delivered_on, delivery_file_id, sequence, facts from versions where not is_repeated
  ), days as (
    select distinct unit_rows.source_key, said.delivered_on as day
    from unit_rows join said on said.row_id = unit_rows.id
  ), described as (
    select distinct on (days.source_key, days.day) days.source_key, days.day, then_said.facts -> 'record' as record
    from days
    join unit_rows on unit_rows.source_key = days.source_key
    cross join lateral (
      select facts, delivered_on from said
      where said.row_id = unit_rows.id and said.delivered_on <= days.day
      order by delivered_on desc, delivery_file_id desc, sequence desc limit 1
    ) then_said
    order by days.source_key, days.day, then_said.facts is null, then_said.delivered_on desc,
      then_said.facts #>> '{visit,occurredOn}' desc nulls last, unit_rows.row_key desc
  ), changes as (
    select source_key, day, record,
      row_number() over unit = 1 or record is distinct from lag(record) over unit as is_change
    from described window unit as (partition by source_key order by day)
  )
  insert into source_record_versions (source_key, known_on, authority, facts)
  select changes.source_key, day, source_records.authority, record
  from changes join source_records on source_records.source_key = changes.source_key where is_change`;

import type { EntityManager } from 'typeorm';

/**
 * Derives the units of the registers from `row_states`. A unit is described by its rows; the one that changed last wins,
 * then the one of the latest visit. A unit has ended when a full delivery held none of its rows any more.
 */
export async function projectRecords(manager: EntityManager): Promise<void> {
  await manager.query(UPSERT_RECORDS);
}

// An address that was hidden stays so until the matching has seen who else lives there.
const UPSERT_RECORDS = `
  with described as (
    select distinct on (source_key) source_key, facts -> 'record' as record,
      max(since) over unit as changed_on, bool_and(is_ended) over unit as is_ended
    from row_states where source_key is not null
    window unit as (partition by source_key)
    order by source_key, is_ended, since desc, facts #>> '{visit,occurredOn}' desc nulls last, row_key desc
  )
  insert into source_records
    (source_key, authority, responsible_unit, name, facts, hides_address, delivered_on, ended_on, changed_at)
  select source_key, record ->> 'authority', record ->> 'responsibleUnit', record ->> 'name', record,
    (record ->> 'hasSecretAddress')::boolean, changed_on, case when is_ended then changed_on end, clock_timestamp()
  from described
  on conflict (source_key) do update set
    responsible_unit = excluded.responsible_unit, name = excluded.name, facts = excluded.facts,
    hides_address = source_records.hides_address or excluded.hides_address,
    ended_on = excluded.ended_on, changed_at = excluded.changed_at
  where (source_records.facts, source_records.ended_on) is distinct from (excluded.facts, excluded.ended_on)`;

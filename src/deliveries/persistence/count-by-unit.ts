import type { EntityManager } from 'typeorm';
import type { DropSource } from '../../domain/shared/authority.js';

/** Counts what a merge told of each unit's own rows, which no other unit is told of; after `mergeStagedRows`. */
export async function countByUnit(manager: EntityManager, fileId: string, source: DropSource): Promise<void> {
  await manager.query(COUNT, [fileId, source]);
}

// A broken line has no facts: the place is where the file keeps it, or the line belongs to nobody.
const COUNT = `
  insert into delivery_file_units (delivery_file_id, authority, responsible_unit, rows_read, rows_new, rows_changed,
    rows_unchanged, rows_quarantined)
  with line as (
    select record.authority, record.responsible_unit, staged.reason is not null as is_broken,
      observed.row_id is not null and not observed.is_known as is_new,
      observed.is_known and observed.content_hash is distinct from observed.prior_hash
        and not (observed.prior_hash is null and observed.content_hash is not distinct from observed.later_hash) as is_changed
    from staged_rows staged
    join source_records record on record.source_key = coalesce(staged.facts #>> '{concern,sourceKey}',
      'socialtilsynet:' || split_part(staged.raw_text, ';', 2) || '/' || split_part(staged.raw_text, ';', 3))
    left join observed_rows observed on observed.line_number = staged.line_number
    where record.authority = $2 and record.responsible_unit is not null
  ), counted as (
    select authority, responsible_unit, count(*)::int as read, (count(*) filter (where is_new))::int as added,
      (count(*) filter (where is_changed))::int as changed, (count(*) filter (where is_broken))::int as broken
    from line group by authority, responsible_unit
  )
  select $1, authority, responsible_unit, read, added, changed, read - added - changed - broken, broken from counted`;

export const ROLLBACK = `id, delivery_id as "deliveryId", reason, requested_by as "requestedBy",
  requested_at as "requestedAt", state, message, finished_at as "finishedAt", rows_withdrawn as "rowsWithdrawn",
  units_removed as "unitsRemoved", visits_removed as "visitsRemoved"`;

export const DELIVERY = `id, import_run_id as "runId", source, delivered_on::text as "deliveredOn", kind`;

export const QUARANTINED_ROW = `row.id, row.path as file, row.line_number as "lineNumber", row.reason, row.field,
  row.value, row.mend, row.raw_text as "rawText"`;

/** Counts over the temporary tables of `findLeavingRows`; concerns leave too, and are not counted. */
export const CONSEQUENCES = `
  with rows as (
    select count(*)::int as rows,
      count(*) filter (where look_day is not null and remains)::int as "settledLater",
      count(*) filter (where look_day is null and remains)::int as "fallBack",
      count(*) filter (where not remains)::int as vanish
    from leaving_rows where secrecy = 'SHARED'
  ), gone as (
    select
      (select count(*)::int from (select source_key from leaving_rows where source_key is not null
         group by source_key having not bool_or(remains)) unit
       where not exists (select from register_rows other
         where other.source_key = unit.source_key and other.id not in (select row_id from leaving_rows)
           and exists (select from register_row_versions v where v.row_id = other.id and v.content_hash is not null))) as units,
      (select count(*)::int from (select visit_key from leaving_rows where visit_key is not null
         group by visit_key having not bool_or(remains)) visit
       where not exists (select from register_rows other
         where other.visit_key = visit.visit_key and other.id not in (select row_id from leaving_rows)
           and exists (select from register_row_versions v where v.row_id = other.id and v.content_hash is not null))) as visits
  ), touched as (
    select source_key from leaving_rows where source_key is not null
    union select visit.source_key from inspection_visits visit
      where visit.visit_key in (select visit_key from leaving_rows where visit_key is not null)
  )
  select rows.*, gone.*,
    (select count(distinct facility_id)::int from facility_links where valid_to is null
       and source_key in (select source_key from touched)) as places
  from rows, gone`;

/** Of a delivery $1, as far as the asker sees its files and their broken lines. */
export const CONSEQUENCES_OF_FILES = `
  with leaving as (
    select id, path, delivered_on from shown_delivery_files where delivery_id = $1 and state = 'FINISHED'
  )
  select
    (select count(*)::int from row_mends where state in ('WAITING', 'APPLIED') and quarantined_row_id in (
       select id from quarantined_rows where delivery_file_id in (select id from leaving))) as mends,
    (select count(distinct later.delivery_id)::int from shown_delivery_files later join leaving on leaving.path = later.path
       where later.state = 'FINISHED'
         and (later.delivered_on, later.id) > (leaving.delivered_on, leaving.id)) as "laterDeliveries"`;

// The same line counts as the same whoever delivered it when; one that somebody mended stays as it is.
export const REQUEST_MEND = `
  insert into row_mends (quarantined_row_id, source, path, original_text, mended_text, reason, mended_by)
  select same.id, same.source, same.path, same.raw_text, $2, $3, $4
  from quarantined_rows row
  join quarantined_rows same on same.path = row.path and md5(same.raw_text) = md5(row.raw_text)
    and same.raw_text = row.raw_text
  join shown_delivery_files file on file.id = same.delivery_file_id and file.state = 'FINISHED'
  where row.id = $1 and not exists (
    select from row_mends mend where mend.quarantined_row_id = same.id and mend.state in ('WAITING', 'APPLIED'))
  on conflict do nothing returning quarantined_row_id as id`;

export const REPEAT_MENDS = `
  insert into row_mends (quarantined_row_id, source, path, original_text, mended_text, reason, mended_by, is_repeated)
  select distinct on (row.id) row.id, row.source, row.path, row.raw_text, before.mended_text, before.reason,
    before.mended_by, true
  from deliveries
  join delivery_files file on file.delivery_id = deliveries.id and file.state = 'FINISHED'
  join quarantined_rows row on row.delivery_file_id = file.id
  join row_mends before on before.path = row.path and md5(before.original_text) = md5(row.raw_text)
    and before.original_text = row.raw_text and before.state in ('APPLIED', 'WITHDRAWN')
  where deliveries.import_run_id = $1 and not exists (
    select from row_mends mend where mend.quarantined_row_id = row.id)
  order by row.id, before.id desc
  on conflict do nothing`;

export const WAITING_MENDS = `
  select mend.id, file.id as "fileId", file.path, file.header_line as "headerLine", row.line_number as "lineNumber",
    mend.mended_text as "mendedText", row.reason = 'CONFLICTING_DUPLICATE' as "replacesOtherLine"
  from row_mends mend
  join quarantined_rows row on row.id = mend.quarantined_row_id
  join delivery_files file on file.id = row.delivery_file_id
  where mend.state = 'WAITING' and file.state = 'FINISHED'
  order by file.delivered_on, file.id, row.line_number`;

// A whole file writes nothing about a row that it repeats: then it held a good line of it, unless a broken one is known.
export const HOLDS_OTHER_LINE = `
  select exists (
    select from delivery_files file join register_rows row on row.path = file.path and row.row_key = $2
    where file.id = $1 and (
      exists (select from register_row_versions v where v.row_id = row.id and v.delivery_file_id = file.id
        and v.facts is not null)
      or exists (select from register_row_sightings s where s.row_id = row.id and s.delivery_file_id = file.id)
      or file.kind = 'FULL' and not exists (
          select from quarantined_rows broken where broken.delivery_file_id = file.id and broken.row_key = $2)
        and (
          select v.facts is not null from register_row_versions v
          where v.row_id = row.id and (v.delivered_on, v.delivery_file_id) <= (file.delivered_on, file.id)
          order by v.delivered_on desc, v.delivery_file_id desc, v.sequence desc limit 1))
  ) as "holdsIt"`;

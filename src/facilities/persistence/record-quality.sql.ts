function isWaiting(row: string): string {
  return `not exists (select from row_mends mend where mend.quarantined_row_id = ${row} and mend.state = 'APPLIED')`;
}

/** One row a register: how many of its current records lack what, and stand alone at their place. Rows that were mended, or rolled back, lack nothing. */
export const RECORD_QUALITY = `
  with place_authorities as (
    select link.facility_id, count(distinct record.authority) as authorities
    from facility_links link
    join source_records record on record.source_key = link.source_key and record.ended_on is null
    where link.valid_to is null group by link.facility_id
  ), matched as (
    select distinct link.source_key from facility_links link
    join place_authorities on place_authorities.facility_id = link.facility_id and authorities > 1
    where link.valid_to is null
  ), latest_full as (
    select deliveries.source, max(delivery_files.delivered_on) as day from delivery_files
    join deliveries on deliveries.id = delivery_files.delivery_id
    where delivery_files.kind = 'FULL' and delivery_files.state = 'FINISHED' group by deliveries.source
  ), held as (
    select distinct row.source_key from delivery_files
    join deliveries on deliveries.id = delivery_files.delivery_id
    join latest_full on latest_full.source = deliveries.source and latest_full.day = delivery_files.delivered_on
      and delivery_files.state = 'FINISHED'
    join quarantined_rows broken on broken.delivery_file_id = delivery_files.id and ${isWaiting('broken.id')}
    join register_rows row on row.path = broken.path and row.row_key = broken.row_key
  ), quarantined as (
    select row.source, count(*)::int as rows from quarantined_rows row
    join delivery_files file on file.id = row.delivery_file_id and file.state = 'FINISHED'
    -- How many lines may tell of a concern, or of a crisis centre, is told to their own unit alone.
    where ${isWaiting('row.id')} and row.secrecy = 'SHARED' and not row.may_tell_concern and not row.may_tell_address group by row.source
  )
  select record.authority,
    (count(*) filter (where ended_on is null))::int as records,
    (count(*) filter (where ended_on is not null))::int as ended,
    (count(*) filter (where ended_on is null and facts ->> 'address' is null and not (facts ->> 'hasSecretAddress')::boolean))::int as "withoutAddress",
    (count(*) filter (where ended_on is null and (facts ->> 'hasSecretAddress')::boolean))::int as "withSecretAddress",
    (count(*) filter (where ended_on is null and coalesce(facts ->> 'pNumber', sor_facts ->> 'pNumber') is null))::int as "withoutPNumber",
    (count(*) filter (where ended_on is null and coalesce(facts ->> 'cvrNumber', sor_facts ->> 'cvrNumber') is null))::int as "withoutCvrNumber",
    (count(*) filter (where ended_on is null and held.source_key is not null))::int as stale,
    (count(*) filter (where ended_on is null and matched.source_key is null))::int as unmatched,
    coalesce(max(quarantined.rows), 0) as "quarantinedRows"
  from source_records record
  left join matched on matched.source_key = record.source_key
  left join held on held.source_key = record.source_key
  left join quarantined on quarantined.source = record.authority
  group by record.authority
  order by array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], record.authority)`;

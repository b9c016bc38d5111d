/** Versions that still count: all but those of deliveries that were rolled back. */
export const STANDING_VERSIONS = `(
  select known.* from register_row_versions known where not exists (
    select from withdrawn_row_versions gone where gone.row_id = known.row_id
      and gone.delivered_on = known.delivered_on and gone.sequence = known.sequence))`;

/** What deliveries that still count saw unchanged. */
export const STANDING_SIGHTINGS = `(
  select seen.* from register_row_sightings seen
  join delivery_files seen_in on seen_in.id = seen.delivery_file_id and seen_in.state = 'FINISHED')`;

/** Whole files of these paths that looked at every row of theirs; one without a good row looked at none. */
export function wholeFiles(paths: string): string {
  return `select id, path, delivered_on from delivery_files
    where path in (${paths}) and kind = 'FULL' and state = 'FINISHED' and rows_read > rows_quarantined`;
}

/** Where a row and a delivery of it stand in a statement: expressions for their columns. */
interface LookPosition {
  readonly rowId: string;
  readonly rowKey: string;
  readonly path: string;
  readonly day: string;
  readonly file: string;
}

/**
 * The next delivery, after the one of `day` and `file`, that looked at a row: by naming it, or as one of `whole_files`,
 * unless it held a broken line of the row. Deliveries of one day follow each other as they arrived.
 */
export function nextLook({ rowId, rowKey, path, day, file }: LookPosition): string {
  const isLater = (on: string, by: string): string => `(${on}, ${by}) > (${day}, ${file})`;
  return `(
    select day, file_id from (
      select version.delivered_on as day, version.delivery_file_id as file_id from ${STANDING_VERSIONS} version
      where version.row_id = ${rowId} and ${isLater('version.delivered_on', 'version.delivery_file_id')}
      union all
      select sighting.delivered_on, sighting.delivery_file_id from ${STANDING_SIGHTINGS} sighting
      where sighting.row_id = ${rowId} and ${isLater('sighting.delivered_on', 'sighting.delivery_file_id')}
      union all
      select whole.delivered_on, whole.id from whole_files whole
      where whole.path = ${path} and ${isLater('whole.delivered_on', 'whole.id')} and not exists (
        select from quarantined_rows broken
        where broken.delivery_file_id = whole.id and broken.row_key = ${rowKey})
    ) look order by day, file_id limit 1)`;
}

/** That a delivery wrote a version of its own for a row, so that its statement stands there already. */
export function hasOwnVersion(rowId: string, look: string): string {
  return `exists (
    select from ${STANDING_VERSIONS} own where own.row_id = ${rowId}
      and own.delivered_on = ${look}.day and own.delivery_file_id = ${look}.file_id)`;
}

import type { EntityManager } from 'typeorm';
import { hasOwnVersion, nextLook, STANDING_VERSIONS, wholeFiles } from './standing-versions.sql.js';

/**
 * What would go if a delivery had never come, in temporary tables: `leaving_versions`, and `leaving_rows` with the next
 * delivery that looked at each row (`look_day`, `look_file`), whether that one only repeated it (`is_repeated`), and
 * whether the row is still told of afterwards (`remains`).
 */
export async function findLeavingRows(manager: EntityManager, deliveryId: string): Promise<void> {
  await manager.query('drop table if exists leaving_files, leaving_versions, leaving_rows, remaining_rows');
  await manager.query(
    `create temp table leaving_files on commit drop as
     select id, path, delivered_on from delivery_files where delivery_id = '${uuid(deliveryId)}' and state = 'FINISHED'`,
  );
  await manager.query(LEAVING_VERSIONS);
  await manager.query('analyze leaving_versions');
  await manager.query(LEAVING_ROWS);
  await manager.query('analyze leaving_rows');
}

// A statement that makes a table takes no parameters.
function uuid(text: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(text)) throw new RangeError(`"${text}" is no id.`);
  return text;
}

const LEAVING_VERSIONS = `
  create temp table leaving_versions on commit drop as
  select version.row_id, version.delivered_on, version.sequence, version.delivery_file_id, version.content_hash
  from leaving_files join ${STANDING_VERSIONS} version on version.delivery_file_id = leaving_files.id`;

const LOOK = nextLook({
  rowId: 'said.row_id',
  rowKey: 'said.row_key',
  path: 'said.path',
  day: 'said.delivered_on',
  file: 'said.delivery_file_id',
});
const LEAVING_ROWS = `
  create temp table leaving_rows on commit drop as
  with whole_files as (${wholeFiles('select path from leaving_files')}), said as (
    select distinct on (row_id) leaving_versions.*, row.row_key, row.path, row.source_key, row.visit_key, row.secrecy
    from leaving_versions join register_rows row on row.id = row_id order by row_id, sequence desc
  ), looked as (
    select said.*, look.day as look_day, look.file_id as look_file,
      look.day is not null and not ${hasOwnVersion('said.row_id', 'look')} as is_repeated
    from said left join lateral ${LOOK} look on true
  ), told as (
    select looked.*, exists (
      select from ${STANDING_VERSIONS} other where other.row_id = looked.row_id and other.content_hash is not null
        and other.delivery_file_id <> looked.delivery_file_id) as is_told_by_others
    from looked
  )
  select *, is_told_by_others or is_repeated and content_hash is not null as remains from told`;

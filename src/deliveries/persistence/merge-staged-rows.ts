import type { EntityManager } from 'typeorm';
import type { FileReport } from '../import/import-report.js';
import type { ArrivingFile } from '../deliveries.repository.js';
import { holdStagedTexts } from './hold-staged-texts.js';
import { hasOwnVersion, nextLook, STANDING_VERSIONS, wholeFiles } from './standing-versions.sql.js';
import { stateRows } from './state-rows.js';

interface Counts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  quarantined: number;
}

/**
 * Merges `staged_rows` into the rows and versions of a path, in sets. A version is valid from its day of delivery until
 * the next one; what a delivery said is inserted at its own day, so the result does not depend on the order of arrival.
 * Leaves the temporary tables `touched_rows` (row_id) and `row_states` for the projections.
 */
export async function mergeStagedRows(
  manager: EntityManager,
  file: ArrivingFile,
  fileId: string,
): Promise<Omit<FileReport, 'file'>> {
  const { path, source, secrecy, deliveredOn, kind } = file;
  await manager.query(FIRST_OF_EACH_KEY);
  await manager.query('analyze first_rows');
  await manager.query(QUARANTINE_CONFLICTS);
  await manager.query(
    `insert into quarantined_rows
       (delivery_file_id, source, secrecy, path, line_number, row_key, reason, field, value, mend, raw_text)
     select $1, $2, $3, $4, line_number, row_key, reason, field, value, mend, raw_text
     from staged_rows where reason is not null order by line_number`,
    [fileId, source, secrecy, path],
  );
  await holdStagedTexts(manager, file, fileId);
  await manager.query(
    `insert into register_rows (source, secrecy, path, row_key, source_key, visit_key)
     select $1, $2, $3, row_key, source_key, visit_key from first_rows join staged_rows using (line_number, row_key)
     on conflict (path, row_key) do nothing`,
    [source, secrecy, path],
  );
  await manager.query(OBSERVE, [path, deliveredOn, kind, fileId]);
  await manager.query('analyze observed_rows');
  const counts = await count(manager);
  await manager.query(
    `insert into register_row_versions
       (row_id, delivered_on, secrecy, source, content_hash, facts, delivery_file_id, line_number)
     select row_id, $1, $2, $3, observed_rows.content_hash, staged_rows.facts, $4, line_number
     from observed_rows left join staged_rows using (line_number)
     where observed_rows.content_hash is distinct from prior_hash`,
    [deliveredOn, secrecy, source, fileId],
  );
  await manager.query(KEEP_WHAT_LATER_DELIVERIES_SAID, [deliveredOn, secrecy, source, fileId, path]);
  await manager.query(NOTE_SIGHTINGS, [deliveredOn, kind, fileId]);
  await manager.query(
    `create temp table touched_rows on commit drop as
     select row_id from observed_rows where content_hash is distinct from prior_hash`,
  );
  await stateRows(manager);
  return {
    read: counts.read,
    new: counts.added,
    changed: counts.changed,
    unchanged: counts.unchanged,
    quarantined: counts.quarantined,
  };
}

const FIRST_OF_EACH_KEY = `
  create temp table first_rows on commit drop as
  select distinct on (row_key) row_key, line_number, content_hash
  from staged_rows where reason is null order by row_key, line_number`;

const QUARANTINE_CONFLICTS = `
  update staged_rows set reason = 'CONFLICTING_DUPLICATE', field = 'key', value = staged_rows.shown_key,
    mend = format('The key stands on line %s too, with other content; that line is kept. Deliver each key once.', first_rows.line_number)
  from first_rows
  where first_rows.row_key = staged_rows.row_key and staged_rows.reason is null
    and first_rows.content_hash <> staged_rows.content_hash`;

// Each row as this delivery shows it (content, or null for absent from a full delivery) beside what was known of it for
// the same day. A quarantined row whose key can be read is held as it was: broken is not ended.
const OBSERVE = `
  create temp table observed_rows on commit drop as
  with seen as (
    select register_rows.id as row_id, first_rows.content_hash, first_rows.line_number
    from first_rows join register_rows on register_rows.path = $1 and register_rows.row_key = first_rows.row_key
    union all
    select register_rows.id, null, null from register_rows
    where $3 = 'FULL' and register_rows.path = $1
      and not exists (select from staged_rows where staged_rows.row_key = register_rows.row_key)
      and exists (select from first_rows)
  )
  select seen.*, prior.content_hash as prior_hash,
    exists (select from ${STANDING_VERSIONS} any_version where any_version.row_id = seen.row_id) as is_known,
    later.content_hash as later_hash
  from seen
  left join lateral (
    select content_hash from ${STANDING_VERSIONS} version
    where version.row_id = seen.row_id and (version.delivered_on, version.delivery_file_id) <= ($2, $4)
    order by delivered_on desc, delivery_file_id desc, sequence desc limit 1
  ) prior on true
  left join lateral (
    select content_hash from ${STANDING_VERSIONS} version
    where version.row_id = seen.row_id and (version.delivered_on, version.delivery_file_id) > ($2, $4)
    order by delivered_on, delivery_file_id, sequence desc limit 1
  ) later on true`;

async function count(manager: EntityManager): Promise<Counts> {
  const [counts] = await manager.query<Counts[]>(`
    with staged as (
      select count(*)::int as read, count(*) filter (where reason is not null)::int as quarantined from staged_rows
    ), observed as (
      select count(*) filter (where not is_known)::int as added,
        -- An older delivery that says what a later one says too tells nothing new.
        count(*) filter (where is_known and content_hash is distinct from prior_hash
          and not (prior_hash is null and content_hash is not distinct from later_hash))::int as changed
      from observed_rows where content_hash is not null
    )
    select read, quarantined, added, changed, read - quarantined - added - changed as unchanged
    from staged, observed`);
  return counts!;
}

// A whole delivery repeats every row that it does not change, except those it holds a broken line of.
const NOTE_SIGHTINGS = `
  insert into register_row_sightings (row_id, delivered_on, delivery_file_id)
  select row_id, $1, $3 from observed_rows join register_rows on register_rows.id = row_id
  where content_hash = prior_hash and ($2 = 'DELTA' or exists (
    select from staged_rows where staged_rows.row_key = register_rows.row_key and staged_rows.reason is not null))
  on conflict do nothing`;

// Inserting a day in the middle must not change what later deliveries said: where the next one that looked at the row
// found it as before, that is written down as its statement.
const LOOK = nextLook({
  rowId: 'changed.row_id',
  rowKey: 'changed.row_key',
  path: '$5',
  day: '$1',
  file: '$4',
});
const KEEP_WHAT_LATER_DELIVERIES_SAID = `
  with whole_files as (${wholeFiles('$5')}), changed as (
    select row_id, prior_hash, row_key from observed_rows join register_rows on register_rows.id = row_id
    where content_hash is distinct from prior_hash and exists (
      select from delivery_files where path = $5 and state = 'FINISHED' and (delivered_on, id) > ($1, $4))
  )
  insert into register_row_versions (row_id, delivered_on, secrecy, source, content_hash, facts, delivery_file_id)
  select row_id, look.day, $2, $3, prior_hash, (
    select facts from register_row_versions v
    where v.row_id = changed.row_id and v.content_hash = prior_hash order by delivered_on desc limit 1
  ), look.file_id
  from changed cross join lateral ${LOOK} look
  where not ${hasOwnVersion('changed.row_id', 'look')}`;

import type { EntityManager } from 'typeorm';
import type { Withdrawn } from '../corrections.repository.js';
import { findLeavingRows } from './leaving-rows.js';
import { projectEvents } from './project-events.js';
import { projectInspections } from './project-inspections.js';
import { projectRecordVersions } from './project-record-versions.js';
import { projectRecords } from './project-records.js';
import { STANDING_VERSIONS } from './standing-versions.sql.js';
import { stateRows } from './state-rows.js';

/**
 * Brings the rows and all that is derived from them to what they were if this delivery had never come. What later
 * deliveries repeated of it becomes their statement; nothing is removed from the history, it is marked as withdrawn.
 * Matching and `joinFiles` come after.
 */
export async function withdrawDelivery(
  manager: EntityManager,
  deliveryId: string,
  rollbackId: string,
): Promise<Withdrawn> {
  await findLeavingRows(manager, deliveryId);
  const paths = await manager.query<{ path: string }[]>('select path from leaving_files order by id');
  await manager.query(HAND_OVER);
  await manager.query(
    `insert into withdrawn_row_versions (row_id, delivered_on, sequence, rollback_id)
     select row_id, delivered_on, sequence, $1 from leaving_versions`,
    [rollbackId],
  );
  await manager.query(NOTHING_ENDS_BEFORE_IT_WAS_KNOWN, [rollbackId]);
  await manager.query(
    `update row_mends set state = 'WITHDRAWN' from quarantined_rows broken, leaving_files
     where broken.id = row_mends.quarantined_row_id and leaving_files.id = broken.delivery_file_id
       and row_mends.state in ('WAITING', 'APPLIED')`,
  );
  await manager.query(
    `update delivery_files set state = 'WITHDRAWN' from leaving_files where leaving_files.id = delivery_files.id`,
  );
  await manager.query('create temp table touched_rows on commit drop as select row_id from leaving_rows');
  await manager.query('analyze touched_rows');
  await stateRows(manager);
  await manager.query(FORGET_PAIRS);
  await manager.query(FORGET_UNIT_VERSIONS);
  const units = await removed(manager, FORGET_UNITS);
  await projectRecords(manager);
  await projectRecordVersions(manager);
  await manager.query(FORGET_FINDINGS);
  await manager.query(FORGET_OCCASIONS);
  const visits = await removed(manager, FORGET_VISITS);
  await projectInspections(manager);
  for (const { path } of paths) await projectEvents(manager, path);
  const [rows] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from leaving_rows where secrecy = 'SHARED'`,
  );
  for (const table of ['touched_rows', 'row_states', 'told_visits', 'touched_units'])
    await manager.query(`drop table ${table}`);
  return { rows: rows!.count, units, visits };
}

async function removed(manager: EntityManager, sql: string): Promise<number> {
  const [answer] = await manager.query<{ count: number }[]>(
    `with removed as (${sql} returning 1) select count(*)::int as count from removed`,
  );
  return answer!.count;
}

const HAND_OVER = `
  insert into register_row_versions
    (row_id, delivered_on, secrecy, source, content_hash, facts, delivery_file_id, line_number)
  select leaving.row_id, leaving.look_day, said.secrecy, said.source, said.content_hash, said.facts, leaving.look_file, null
  from leaving_rows leaving join register_row_versions said using (row_id, delivered_on, sequence)
  where leaving.is_repeated`;

const NOTHING_ENDS_BEFORE_IT_WAS_KNOWN = `
  insert into withdrawn_row_versions (row_id, delivered_on, sequence, rollback_id)
  select ended.row_id, ended.delivered_on, ended.sequence, $1
  from leaving_rows join ${STANDING_VERSIONS} ended on ended.row_id = leaving_rows.row_id and ended.content_hash is null
  where not exists (
    select from ${STANDING_VERSIONS} earlier where earlier.row_id = ended.row_id and earlier.content_hash is not null
      and (earlier.delivered_on, earlier.delivery_file_id, earlier.sequence)
        < (ended.delivered_on, ended.delivery_file_id, ended.sequence))`;

const NO_ROW_TELLS_OF = (key: 'source_key' | 'visit_key', table: string): string => `
  ${table}.${key} in (select ${key} from leaving_rows)
  and not exists (select from row_states where row_states.${key} = ${table}.${key})`;

// Their links end with the next matching; the profile of a place without records goes then, too.
const FORGET_UNITS = `delete from source_records where ${NO_ROW_TELLS_OF('source_key', 'source_records')}`;
// What was weighed about them is weighed anew, should they come back; what people decided is kept.
const FORGET_PAIRS = `
  delete from match_candidates using (
    select distinct source_key from leaving_rows where source_key is not null
      and not exists (select from row_states where row_states.source_key = leaving_rows.source_key)
  ) gone where gone.source_key in (left_key, right_key)`;
const FORGET_UNIT_VERSIONS = `
  delete from source_record_versions where ${NO_ROW_TELLS_OF('source_key', 'source_record_versions')}`;
const FORGET_FINDINGS = `delete from findings where ${NO_ROW_TELLS_OF('visit_key', 'findings')}`;
const FORGET_OCCASIONS = `delete from visit_occasions where ${NO_ROW_TELLS_OF('visit_key', 'visit_occasions')}`;
const FORGET_VISITS = `delete from inspection_visits where ${NO_ROW_TELLS_OF('visit_key', 'inspection_visits')}`;

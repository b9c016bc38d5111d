import type { EntityManager } from 'typeorm';
import { STANDING_SIGHTINGS, STANDING_VERSIONS } from './standing-versions.sql.js';

/** Derives accidents, concerns, SOR units, inspectors and leave from the touched rows: one each, replaced as a set. */
export async function projectEvents(manager: EntityManager, path: string): Promise<void> {
  const projection = PROJECTIONS[path];
  if (!projection) return;
  await manager.query(
    `delete from ${projection.table} using touched_rows where ${projection.table}.row_id = touched_rows.row_id`,
  );
  await manager.query(projection.insert);
}

/** Brings together what two files tell of one unit, in whatever order they arrived. */
export async function joinFiles(manager: EntityManager): Promise<void> {
  await manager.query(OWN_CONCERNS);
  await manager.query(OWN_OCCASIONS);
  await manager.query(COMPLETE_FROM_SOR);
  await manager.query(NOTE_LAST_DELIVERY);
}

// The afdeling's responsible unit decides which of the five socialtilsyn may see its concerns; one that is no longer
// known leaves them to nobody.
const OWN_CONCERNS = `
  update concern_reports set responsible_unit = told.responsible_unit
  from (
    select concern.row_id, record.responsible_unit
    from concern_reports concern left join source_records record on record.source_key = concern.source_key
  ) told
  where told.row_id = concern_reports.row_id
    and concern_reports.responsible_unit is distinct from told.responsible_unit`;

const OWN_OCCASIONS = `
  update visit_occasions set responsible_unit = told.responsible_unit
  from (
    select visit.visit_key, record.responsible_unit
    from inspection_visits visit left join source_records record on record.source_key = visit.source_key
  ) told
  where told.visit_key = visit_occasions.visit_key
    and visit_occasions.responsible_unit is distinct from told.responsible_unit`;

const COMPLETE_FROM_SOR = `
  update source_records set sor_facts = told.facts, changed_at = clock_timestamp()
  from (
    select record.source_key, unit.facts from source_records record
    left join (select distinct on (sor_code) sor_code, facts from sor_units order by sor_code, row_id) unit
      on unit.sor_code = record.facts ->> 'sorCode'
    where record.authority = 'STPS'
  ) told
  where told.source_key = source_records.source_key and source_records.sor_facts is distinct from told.facts`;

// A whole delivery after which a unit still lives has repeated it, though nothing about the unit was written then.
const NOTE_LAST_DELIVERY = `
  with whole as (
    select path, delivered_on from delivery_files
    where kind = 'FULL' and state = 'FINISHED' and rows_read > rows_quarantined
  ), said as (
    select row.source_key, row.path, max(greatest(version.delivered_on, sighting.delivered_on)) as last_on
    from register_rows row
    join ${STANDING_VERSIONS} version on version.row_id = row.id and version.facts is not null
    left join ${STANDING_SIGHTINGS} sighting on sighting.row_id = row.id
    where row.source_key is not null group by row.source_key, row.path
  ), told as (
    select source_key, greatest(last_on, (
      select max(whole.delivered_on) from whole
      where whole.path = said.path and whole.delivered_on < coalesce(record.ended_on, 'infinity'))) as delivered_on
    from said join source_records record using (source_key)
  )
  update source_records set delivered_on = told.delivered_on from told
  where told.source_key = source_records.source_key and source_records.delivered_on <> told.delivered_on`;

const PROJECTIONS: Readonly<Record<string, { table: string; insert: string }>> = {
  'arbejdstilsynet/ulykker.csv': {
    table: 'work_accidents',
    insert: `
      insert into work_accidents (row_id, source_key, occurred_on, available_on, kind_source_term, absence_days)
      select row_id, fact ->> 'sourceKey', (fact ->> 'occurredOn')::date,
        (fact ->> 'occurredOn')::date + assumption.days_after_visit, fact ->> 'kindSourceTerm', (fact ->> 'absenceDays')::int
      from (select row_id, facts -> 'accident' as fact from row_states where facts ? 'accident') told
      cross join lateral (
        select days_after_visit from availability_assumptions
        where authority = 'ARBEJDSTILSYNET' and valid_from <= (fact ->> 'occurredOn')::date order by valid_from desc limit 1
      ) assumption`,
  },
  'socialtilsynet/henvendelser.csv': {
    table: 'concern_reports',
    insert: `
      insert into concern_reports (row_id, concern_key, source_key, responsible_unit, received_on, topic, gravity)
      select row_id, fact ->> 'concernKey', fact ->> 'sourceKey', record.responsible_unit, (fact ->> 'receivedOn')::date,
        fact ->> 'topic', (fact ->> 'gravity')::int
      from (select row_id, facts -> 'concern' as fact from row_states where facts ? 'concern') told
      left join source_records record on record.source_key = fact ->> 'sourceKey'`,
  },
  'stps/sor.csv': {
    table: 'sor_units',
    insert: `
      insert into sor_units (row_id, sor_code, facts)
      select row_id, facts #>> '{sorUnit,sorCode}', facts -> 'sorUnit' from row_states where facts ? 'sorUnit'`,
  },
  'planning/inspectors.csv': {
    table: 'inspectors',
    insert: `
      insert into inspectors (row_id, inspector_code, authority, responsible_unit, office, home_postal_code, competences,
        hours_per_week, valid_from, valid_to)
      select row_id, fact ->> 'inspectorCode', fact ->> 'authority', fact ->> 'responsibleUnit', fact ->> 'office',
        fact ->> 'homePostalCode', array(select jsonb_array_elements_text(fact -> 'competences')),
        (fact ->> 'hoursPerWeek')::numeric, (fact ->> 'validFrom')::date, (fact ->> 'validTo')::date
      from (select row_id, facts -> 'inspector' as fact from row_states where facts ? 'inspector' and not is_ended) told`,
  },
  'planning/leave.csv': {
    table: 'inspector_leave',
    insert: `
      insert into inspector_leave (row_id, inspector_code, leave_from, leave_to, kind_source_term)
      select row_id, fact ->> 'inspectorCode', (fact ->> 'from')::date, (fact ->> 'to')::date, fact ->> 'kindSourceTerm'
      from (select row_id, facts -> 'leave' as fact from row_states where facts ? 'leave' and not is_ended) told`,
  },
};

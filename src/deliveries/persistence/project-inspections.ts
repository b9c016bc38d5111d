import type { EntityManager } from 'typeorm';

/** Outcome definition and severity mapping that new facts are read by. */
export const OUTCOME_DEFINITION = 1;
export const SEVERITY_MAPPING = 1;

/**
 * Derives visits and findings from all rows that tell of a touched visit, so that the result depends on what the rows
 * say now and not on the order in which they came.
 */
export async function projectInspections(manager: EntityManager): Promise<void> {
  await manager.query(TOLD_VISITS);
  await manager.query('analyze told_visits');
  await manager.query(UPSERT_VISITS, [OUTCOME_DEFINITION]);
  await manager.query(
    'delete from visit_occasions using told_visits where visit_occasions.visit_key = told_visits.visit_key',
  );
  await manager.query(INSERT_OCCASIONS);
  await manager.query(
    'delete from findings using told_visits where findings.visit_key = told_visits.visit_key',
  );
  await manager.query(INSERT_FINDINGS, [SEVERITY_MAPPING, OUTCOME_DEFINITION]);
  await manager.query(CONCLUDE_VISITS, [OUTCOME_DEFINITION]);
}

// The rows of one visit repeat its facts; the one that changed last decides. A visit that a later full delivery leaves
// out has still been paid: its rows count with what they last said.
const TOLD_VISITS = `
  create temp table told_visits on commit drop as
  select distinct on (visit_key) visit_key, facts -> 'visit' as visit from row_states
  where visit_key in (
    select touched.visit_key from touched_rows join register_rows touched on touched.id = touched_rows.row_id)
  order by visit_key, is_ended, since desc, row_key`;

const UPSERT_VISITS = `
  insert into inspection_visits (visit_key, authority, source_key, occurred_on, published_on, available_on, form,
    quality_model, inspector_code, outcome_definition)
  select visit_key, visit ->> 'authority', visit ->> 'sourceKey', (visit ->> 'occurredOn')::date,
    (visit ->> 'publishedOn')::date,
    coalesce(greatest((visit ->> 'publishedOn')::date, (visit ->> 'occurredOn')::date),
      (visit ->> 'occurredOn')::date + assumption.days_after_visit),
    visit ->> 'form', visit ->> 'qualityModel', visit ->> 'inspectorCode', $1
  from told_visits
  cross join lateral (
    select days_after_visit from availability_assumptions assumption
    where assumption.authority = visit ->> 'authority' and assumption.valid_from <= (visit ->> 'occurredOn')::date
    order by valid_from desc limit 1
  ) assumption
  on conflict (visit_key) do update set
    source_key = excluded.source_key, occurred_on = excluded.occurred_on, published_on = excluded.published_on,
    available_on = excluded.available_on, form = excluded.form, quality_model = excluded.quality_model,
    inspector_code = excluded.inspector_code, outcome_definition = excluded.outcome_definition`;

const INSERT_OCCASIONS = `
  insert into visit_occasions (visit_key, authority, responsible_unit, source_term)
  select visit_key, visit ->> 'authority', record.responsible_unit, visit ->> 'occasionSourceTerm'
  from told_visits left join source_records record on record.source_key = visit ->> 'sourceKey'
  where visit ->> 'occasionSourceTerm' is not null`;

const INSERT_FINDINGS = `
  with told as (
    select distinct on (visit_key, finding ->> 'findingKey') visit_key, row_id, finding
    from row_states join told_visits using (visit_key)
    cross join lateral jsonb_array_elements(facts -> 'findings') as finding
    order by visit_key, finding ->> 'findingKey', is_ended, since desc, row_key
  )
  insert into findings (visit_key, finding_key, row_id, authority, source_key, kind, topic, source_term, score, severity,
    is_serious, due_on, complied_on)
  select told.visit_key, finding ->> 'findingKey', row_id, visit.authority, visit.source_key,
    finding ->> 'kind', finding ->> 'topic', finding ->> 'sourceTerm', (finding ->> 'score')::numeric,
    mapping.severity, coalesce(outcome.is_serious, other_outcome.is_serious, false),
    (finding ->> 'dueOn')::date, (finding ->> 'compliedOn')::date
  from told
  join inspection_visits visit on visit.visit_key = told.visit_key
  left join severity_mappings mapping on mapping.version = $1 and mapping.authority = visit.authority
    and mapping.finding_kind = finding ->> 'kind' and mapping.source_term = finding ->> 'sourceTerm'
  left join outcome_definitions outcome on outcome.version = $2 and outcome.authority = visit.authority
    and outcome.finding_kind = finding ->> 'kind' and outcome.source_term = finding ->> 'sourceTerm'
  left join outcome_definitions other_outcome on other_outcome.version = $2 and other_outcome.authority = visit.authority
    and other_outcome.finding_kind = finding ->> 'kind' and other_outcome.source_term is null`;

// A visit whose deciding finding is missing (it may be in quarantine) has no known outcome: unknown is not good. Only
// Socialtilsynet writes nothing where it does not react.
const CONCLUDE_VISITS = `
  update inspection_visits set is_serious = concluded.is_serious, severity = concluded.severity
  from (
    select visit_key, max(severity) as severity,
      case when authority = 'SOCIALTILSYNET' then bool_or(is_serious)
        else bool_or(is_serious) filter (where kind in (
          select finding_kind from outcome_definitions where version = $1 and authority = findings.authority))
      end as is_serious
    from findings where visit_key in (select visit_key from told_visits) group by visit_key, authority
  ) concluded
  where concluded.visit_key = inspection_visits.visit_key
    and (inspection_visits.is_serious, inspection_visits.severity) is distinct from (concluded.is_serious, concluded.severity)`;

import type { TestDatabase } from '../../../support/test-database.js';

/** Facts that the API does not tell everybody, read as the owner of the tables: what the scopes rest on. */
interface Source {
  readonly authority: string;
  readonly unit: string | null;
  readonly hidesAddress: boolean;
  readonly cvrNumber: string | null;
}

export interface World {
  readonly sources: ReadonlyMap<string, Source>;
  /** The CVR number of who runs a place today. */
  readonly operators: ReadonlyMap<string, string>;
  readonly sourcesOf: ReadonlyMap<string, readonly string[]>;
  readonly heldTexts: ReadonlyMap<string, { source: string; secrecy: string; key: string | null }>;
  /** What is shared today, as `source class receiver`. */
  readonly sharing: ReadonlySet<string>;
  /** Keys of broken lines that may tell of a crisis centre, with the unit that they name. */
  readonly delicateRows: ReadonlyMap<string, string | null>;
  /** Keys of visits that others may not know of yet. */
  readonly openCases: ReadonlySet<string>;
  /** Imports that brought concerns, with the unit whose they are, as `import unit`. */
  readonly concernFiles: ReadonlySet<string>;
  /** Keys of broken lines that may tell of a concern, with the unit of the place that they name. */
  readonly concernRows: ReadonlyMap<string, string | null>;
  /** Who has locked findings where, as `person place`. */
  readonly locks: ReadonlySet<string>;
  /** Whose each delivery is. */
  readonly deliveries: ReadonlyMap<string, string>;
  /** Visits by the ids of the follow-ups that they led to. */
  readonly visitsOfReactions: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly toldQuarters: ReadonlySet<string>;
}

export async function readWorld(database: TestDatabase): Promise<World> {
  return database.asOwner(async (client) => {
    const sources = await client.query<Source & { key: string }>(
      `select source_key as key, authority, responsible_unit as unit, hides_address as "hidesAddress",
         coalesce(facts ->> 'cvrNumber', sor_facts ->> 'cvrNumber') as "cvrNumber" from source_records`,
    );
    const links = await client.query<{ id: string; keys: string[] }>(
      `select facility_id::text as id, array_agg(source_key) as keys from facility_links where valid_to is null group by 1`,
    );
    const operators = await client.query<{ id: string; cvr: string }>(
      `select facility_id::text as id, operator_cvr_number as cvr from facility_profiles where operator_cvr_number is not null
       union all select facility_id::text, operator_cvr_number from secret_identifiers where operator_cvr_number is not null`,
    );
    const held = await client.query<{ id: string; source: string; secrecy: string; key: string | null }>(
      `select id::text, source, secrecy, source_key as key from held_texts`,
    );
    const told = await client.query<{ quarter: string }>(
      `select distinct quarter::text from facility_data_uses where quarter + interval '3 months' <= current_date - audit_period('DATA_USE_DELAY')`,
    );
    const sharing = await client.query<{ key: string }>(
      `select concat_ws(' ', source, field_class, shared_with) as key from sharing_policies where valid_to is null`,
    );
    const delicate = await client.query<{ id: string; unit: string | null }>(
      `select id::text, told_unit as unit from quarantined_rows where may_tell_address`,
    );
    const open = await client.query<{ key: string }>(
      'select visit_key as key from inspection_visits where available_on > current_date',
    );
    const concerned = await client.query<{ id: string; unit: string | null }>(
      `select id::text, responsible_unit as unit from quarantined_rows left join source_records record
         on record.source_key = concat('socialtilsynet:', split_part(raw_text, ';', 2), '/', split_part(raw_text, ';', 3))
       where path = 'socialtilsynet/tilsyn.csv' and (cardinality(string_to_array(raw_text, ';')) <> 12
         or split_part(raw_text, ';', 6) not in ('driftsorienteret', 'opfølgning'))`,
    );
    const locks = await client.query<{ key: string }>(`select inspector || ' ' || facility_id as key from findings_sheets`);
    const deliveries = await client.query<{ id: string; source: string }>('select id::text, source from deliveries');
    const reactions = await client.query<{ id: string; visit: Record<string, unknown> }>(
      `select visit_key || '/' || finding_key as id, jsonb_build_object('authority', visit.authority, 'sourceKey', visit.source_key,
         'availableOn', available_on) as visit from findings join inspection_visits visit using (visit_key) where kind = 'REACTION'`,
    );
    const concernFiles = await client.query<{ key: string }>(
      `select distinct concat_ws(' ', import_run_id, record.responsible_unit) as key from delivery_files file
       join deliveries on deliveries.id = delivery_id join register_row_versions on delivery_file_id = file.id
       join concern_reports on concern_key = facts #>> '{concern,concernKey}' join source_records record using (source_key)
       where path = 'socialtilsynet/henvendelser.csv'`,
    );
    return {
      locks: new Set(locks.rows.map(({ key }) => key)),
      deliveries: new Map(deliveries.rows.map(({ id, source }) => [id, source])),
      visitsOfReactions: new Map(reactions.rows.map(({ id, visit }) => [id, visit])),
      concernFiles: new Set(concernFiles.rows.map(({ key }) => key)),
      concernRows: new Map(concerned.rows.map(({ id, unit }) => [id, unit])),
      openCases: new Set(open.rows.map(({ key }) => key)),
      sharing: new Set(sharing.rows.map(({ key }) => key)),
      delicateRows: new Map(delicate.rows.map(({ id, unit }) => [id, unit])),
      sources: new Map(sources.rows.map(({ key, ...source }) => [key, source])),
      sourcesOf: new Map(links.rows.map(({ id, keys }) => [id, keys])),
      operators: new Map(operators.rows.map(({ id, cvr }) => [id, cvr])),
      heldTexts: new Map(held.rows.map(({ id, ...text }) => [id, text])),
      toldQuarters: new Set(told.rows.map(({ quarter }) => quarter)),
    };
  });
} // prettier-ignore

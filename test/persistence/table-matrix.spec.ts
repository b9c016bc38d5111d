import type { Client } from 'pg';
import { SEEN_TABLES } from '../../src/access/matrix/seen-tables.js';
import type { Scope } from '../../src/access/matrix/visibility.js';
import { RESPONSIBLE_UNITS } from '../../src/domain/shared/authority.js';
import { SERVICE_IDENTITY, STAFF_ROLES, type Identity } from '../../src/domain/shared/identity.js';
import { fillEveryTable } from '../factories/every-table.js';
import { ImportBench } from '../factories/import-bench.js';

const TABLES = Object.keys(SEEN_TABLES).sort();
const FILLED_IN = 'test/factories/every-table.ts';

/** The scopes in SQL, in the words of the identity functions; `columns` are those of the table. */
type Columns = ReadonlySet<string>;
const OWN_KEYS = `select source_key from facility_links where valid_to is null and facility_id = identity_facility()`;
const RUN_PLACES = `select facility_id from facility_profiles where operator_cvr_number = identity_cvr()
  union select facility_id from secret_identifiers where operator_cvr_number = identity_cvr()`;
const RUN_KEYS = `select link.source_key from facility_links link join source_records record using (source_key) where valid_to is null
  and facility_id in (${RUN_PLACES}) and coalesce(facts ->> 'cvrNumber', sor_facts ->> 'cvrNumber', identity_cvr()) = identity_cvr()`;
const IS_OWN_UNIT = `(authority = identity_authority() and (authority <> 'SOCIALTILSYNET' or responsible_unit = identity_unit()))`;

/** Every record that a row is about meets the condition. */
function recordsWhere(columns: Columns, condition: string): string {
  const records = `select source_key from source_records where ${condition}`;
  if (columns.has('left_keys')) return `left_keys || right_keys <@ array(${records})`;
  const keys = columns.has('left_key') ? ['left_key', 'right_key'] : ['source_key'];
  return keys.map((key) => `${key} in (${records})`).join(' and ');
}
const IS_OWN_CASE = `(authority = identity_authority() and (authority <> 'SOCIALTILSYNET'
  or source_key in (select source_key from source_records where responsible_unit = identity_unit())))`;
const shared = (
  fieldClass: string,
): string => `(select source from sharing_policies where field_class = '${fieldClass}'
  and shared_with = identity_authority() and current_date between valid_from and coalesce(valid_to, 'infinity'))`;
const OUTCOME = `available_on <= current_date and authority in ${shared('OUTCOME')} or authority in ${shared('OPEN_CASE')} or ${IS_OWN_CASE}`;
const TEXT = `visit_key in (select visit_key from inspection_visits where ${OUTCOME})
  and (authority in ${shared('FREE_TEXT')} or ${IS_OWN_CASE})`;
const SEEN_RECORDS = `source_key in (select source_key from source_records where not hides_address
  or identity_role() in ('VISITING_INSPECTOR', 'PLANNER', 'REGISTER_CLERK') and ${IS_OWN_UNIT})`;
const SEEN_CONTEST = `${SEEN_RECORDS} and (visit_key is null or ${IS_OWN_CASE}
  or visit_key in (select visit_key from inspection_visits where ${OUTCOME}) and (finding_key is null or ${TEXT}))`;
const CONDITIONS: Readonly<Record<Scope, (table: string, columns: Columns) => string>> = {
  ALL: () => 'true',
  COUNTED: () => 'true',
  PLACES_NOT_SECRET: () => 'true',
  PLACES_NOT_SECRET_OF_OTHERS: () => 'true',
  ANY_SOURCE: () => 'true',
  OWN_TOLD: () => `(facility_id = identity_facility() or facility_id in (${RUN_PLACES}))
    and quarter + interval '3 months' <= current_date - audit_period('DATA_USE_DELAY')`,
  OWN_PLACE: (table, columns) => {
    if (table === 'data_contest_steps') {
      return 'contest_id in (select id from data_contests where facility_id = identity_facility())';
    }
    if (table === 'facilities') return 'id = identity_facility()';
    return columns.has('facility_id') ? 'facility_id = identity_facility()' : `source_key in (${OWN_KEYS})`;
  },
  OWN_AUTHORITY: (table) => table === 'random_draw_places'
    ? 'draw_id in (select id from random_draws where authority = identity_authority())'
    : 'authority = identity_authority()',
  SHARED_OR_OWN_UNIT: (table) => {
    const shared = `secrecy = 'SHARED' or (authority = identity_authority() and unit = identity_unit())`;
    if (table === 'band_override_steps') return `override_id in (select id from band_overrides where ${shared})`;
    return table === 'serious_event_resolutions' ? `event_id in (select id from serious_events where ${shared})` : shared;
  },
  // Whoever has locked anything sees the models that the scores name.
  AFTER_OWN_LOCK: (table) => {
    const places = `select facility_id from findings_sheets where inspector = identity_person() and locked_at > now() - interval '30 days'`;
    return table === 'risk_models' ? `exists (${places})` : `facility_id in (${places})`;
  },
  SHARED_AFTER_OWN_LOCK: (table, columns) => {
    const own = `(${CONDITIONS.AFTER_OWN_LOCK('band_overrides', columns)}) and (secrecy = 'SHARED' or (authority = identity_authority() and unit = identity_unit()))`;
    return table === 'band_override_steps' ? `override_id in (select id from band_overrides where ${own})` : own;
  },
  OWN_INSPECTORS: () => `person in (select inspector from findings_sheets where authority = identity_authority() and unit = identity_unit())`,
  WHEN_OVER: (table) => table === 'plan_seeds' ? `plan_id in (select id from plans where horizon_from + 7 * horizon_weeks <= current_date)` : `draw_id in (select id from random_draws where period_to < current_date
    and (authority = identity_authority() or identity_role() = 'AUDITOR'))`,
  OWN_OPERATOR: (table, columns) => {
    if (table === 'facilities') return `id in (${RUN_PLACES})`;
    return [
      ...(columns.has('facility_id') ? [`facility_id in (${RUN_PLACES})`] : []),
      ...(columns.has('source_key') ? [`source_key in (${RUN_KEYS})`] : []),
    ].join(' and ');
  },
  OWN_OPERATOR_NOT_SECRET: () =>
    `source_key in (${RUN_KEYS}) and source_key in (select source_key from source_records where not hides_address)`,
  OWN_UNIT: (table, columns) => {
    if (table === 'secret_identifiers') {
      return `facility_id in (select facility_id from facility_links join source_records using (source_key)
        where valid_to is null and ${IS_OWN_UNIT})`;
    }
    if (columns.has('unit')) return IS_OWN_UNIT.replace('responsible_unit', 'unit');
    if (columns.has('responsible_unit') && columns.has('authority')) return IS_OWN_UNIT;
    return `source_key in (select source_key from source_records where ${IS_OWN_UNIT})`;
  },
  OWN_DELIVERIES: () => `source in (identity_authority(), 'PLANNING')`,
  OWN_COUNTED_FILES: () => `delivery_id in (select id from deliveries where source in (identity_authority(), 'PLANNING'))
    and (path <> 'socialtilsynet/henvendelser.csv' or id in (select delivery_file_id from delivery_file_units where ${IS_OWN_UNIT}))`,
  OWN_HELD: () => `source in (identity_authority(), 'PLANNING') and (secrecy = 'SHARED' and (source_key is null
      or source_key in (select source_key from source_records where not hides_address or ${IS_OWN_UNIT}))
    or source_key in (select source_key from source_records where responsible_unit = identity_unit()))`,
  OWN_BROKEN_ROWS: (table) => {
    const own = `secrecy = 'SHARED' and source in (identity_authority(), 'PLANNING') and (path <> 'socialtilsynet/tilbud.csv'
      or raw_text !~ 'krisecenter|broken' or identity_role() = 'REGISTER_CLERK' and raw_text like '%Syd%' and identity_unit() = 'SOCIALTILSYN_SYD')
      and (path <> 'socialtilsynet/tilsyn.csv' or raw_text like '%;driftsorienteret;%' or raw_text like 'ST9;T2;%' and identity_unit() = 'SOCIALTILSYN_MIDT')`;
    return table === 'row_mends' ? `quarantined_row_id in (select id from quarantined_rows where ${own})` : own;
  },
  SHARED_OUTCOME: (_table, columns) =>
    columns.has('available_on') ? OUTCOME : `visit_key in (select visit_key from inspection_visits where ${OUTCOME})`,
  SHARED_TEXT: () => `${TEXT} and ${SEEN_RECORDS}`,
  SEEN_DATA: (table) => table === 'data_contest_steps' ? `contest_id in (select id from data_contests where ${SEEN_CONTEST})` : SEEN_CONTEST,
  SHARED_ACCIDENTS: () => `identity_authority() = 'ARBEJDSTILSYNET' or 'ARBEJDSTILSYNET' in ${shared('ACCIDENTS')}`,
  NOT_SECRET: (_table, columns) => recordsWhere(columns, 'not hides_address'),
  NOT_SECRET_OF_OTHERS: (_table, columns) => recordsWhere(columns, `not hides_address or ${IS_OWN_UNIT}`),
}; // prettier-ignore

describe('what the database shows of its tables, with no resolver in between', () => {
  let bench: ImportBench;
  let columns: ReadonlyMap<string, Columns>;
  let askers: readonly Identity[];
  /** For each asker and table: how many rows are theirs to see, and how many there are. */
  const exercised = new Map<string, { shown: number; hidden: number }>();

  beforeAll(async () => {
    bench = await ImportBench.open();
    await fillEveryTable(bench);
    columns = await bench.database.asOwner(columnsOf);
    askers = await everybody();
  });
  afterAll(() => bench.close());

  async function columnsOf(client: Client): Promise<ReadonlyMap<string, Columns>> {
    const { rows } = await client.query<{ table: string; names: string[] }>(
      `select table_name as table, array_agg(column_name::text) as names from information_schema.columns
       where table_schema = 'public' group by table_name`,
    );
    return new Map(rows.map(({ table, names }) => [table, new Set(names)]));
  }

  async function everybody(): Promise<Identity[]> {
    const staff = STAFF_ROLES.flatMap((role) =>
      RESPONSIBLE_UNITS.map(
        (unit): Identity => ({
          role,
          person: `${role} of ${unit}`,
          unit,
          authority: unit === 'STPS' || unit === 'ARBEJDSTILSYNET' ? unit : 'SOCIALTILSYNET',
        }),
      ),
    );
    const places = await bench.rows<{ id: string }>('select facility_id::text as id from facility_profiles');
    expect(places).toHaveLength(3);
    return [
      ...staff,
      ...places.map(({ id }): Identity => ({ role: 'FACILITY_USER', person: `worker at ${id}`, facilityId: id })),
      ...['13748136', '24256790', '40084525'].map((cvrNumber): Identity => ({ role: 'OPERATOR_USER', person: `operator ${cvrNumber}`, cvrNumber })),
      { role: 'MINISTRY_ANALYST', person: 'analyst' },
      { role: 'AUDITOR', person: 'auditor' },
      { role: 'INTEGRATION_CLIENT', person: 'machine of nobody' },
      { role: 'INTEGRATION_CLIENT', person: 'machine of Socialtilsyn Syd', authority: 'SOCIALTILSYNET', unit: 'SOCIALTILSYN_SYD' },
      { role: 'INTEGRATION_CLIENT', person: 'machine of STPS', authority: 'STPS', unit: 'STPS' },
    ];
  } // prettier-ignore

  /** One statement for all tables: the rows that meet a condition, as text. */
  const rowsOf = (conditionOf: (table: string) => string): string =>
    TABLES.map(
      (table) =>
        `select '${table}' as table, md5(${textOf(table)}) as row from ${table} row where ${conditionOf(table)}`,
    ).join(' union all ');

  /** What a view shows in these columns depends on who asks, also as the owner: other specs try them. */
  const textOf = (table: string): string => {
    if (table === 'shown_findings') return `(to_jsonb(row) - 'topic')::text`;
    return table === 'shown_delivery_files'
      ? `(to_jsonb(row) - '{rows_read,rows_quarantined,rows_mended}'::text[])::text`
      : 'row::text';
  };

  function expectedFor(identity: Identity): string {
    return rowsOf((table) => {
      if (identity.role === 'SERVICE') return 'true';
      const scope = SEEN_TABLES[table]!.seenBy[identity.role];
      return scope === undefined ? 'false' : CONDITIONS[scope](table, columns.get(table)!);
    });
  }

  /** As the owner, whom no policy binds, but with the settings of the asker: what the matrix says of each row. */
  async function toldBy(identity: Identity): Promise<Row[]> {
    return bench.database.asOwner(async (client) => {
      await client.query(
        `select set_config('samtilsyn.authority', $1, false), set_config('samtilsyn.unit', $2, false),
           set_config('samtilsyn.facility', $3, false), set_config('samtilsyn.cvr', $4, false), set_config('samtilsyn.role', $5, false), set_config('samtilsyn.person', $6, false)`,
        [identity.authority ?? '', identity.unit ?? '', identity.facilityId ?? '', identity.cvrNumber ?? '', identity.role, identity.person],
      );
      return (await client.query<Row>(expectedFor(identity))).rows;
    });
  } // prettier-ignore

  /** As the owner, whom no policy binds; views show everything to the service. */
  async function everyRow(): Promise<Row[]> {
    return toldBy(SERVICE_IDENTITY);
  }

  it('has rows of every table, so that nothing below is hidden by being empty', async () => {
    const filled = new Set((await everyRow()).map(({ table }) => table));

    expect(
      TABLES.filter((table) => !filled.has(table)).map(
        (table) => `${table} has no row; add some to ${FILLED_IN}`,
      ),
    ).toEqual([]);
  });

  it('is exactly what the matrix says, for everybody', async () => {
    const total = counted(await everyRow());

    for (const identity of askers) {
      const [told, seen] = await Promise.all([
        toldBy(identity),
        bench.rowsFor<Row>(
          identity,
          rowsOf(() => 'true'),
        ),
      ]);
      const [expected, actual] = [counted(told), counted(seen)];
      expect({ asker: identity.person, sees: inText(seen, actual) }).toEqual({
        asker: identity.person,
        sees: inText(told, expected),
      });
      for (const table of TABLES) {
        const key = `${identity.role} ${table}`;
        const before = exercised.get(key) ?? { shown: 0, hidden: 0 };
        const shown = expected.get(table) ?? 0;
        exercised.set(key, {
          shown: before.shown + shown,
          hidden: before.hidden + total.get(table)! - shown,
        });
      }
    }
  });

  it('was tried in both directions: something seen by whoever sees it, something hidden from whoever does not see all', () => {
    const untried = TABLES.flatMap((table) =>
      [...new Set(askers.map(({ role }) => role))].flatMap((role) => {
        const scope = SEEN_TABLES[table]!.seenBy[role as Exclude<Identity['role'], 'SERVICE'>];
        const { shown, hidden } = exercised.get(`${role} ${table}`)!;
        return [
          ...(scope !== undefined && shown === 0 ? [`${table}: nothing to see for ${role}; add to ${FILLED_IN}`] : []),
          ...(scope !== 'ALL' && scope !== 'COUNTED' && hidden === 0 ? [`${table}: nothing hidden from ${role}; add to ${FILLED_IN}`] : []),
        ];
      }),
    );

    expect(untried).toEqual([]);
  }); // prettier-ignore

  it('is found out when a policy shows more than the matrix says', async () => {
    const analyst: Identity = { role: 'MINISTRY_ANALYST', person: 'analyst' };
    await bench.database.asOwner((client) =>
      client.query(`create policy planted on concern_reports for select using (true)`),
    );

    const seen = await bench.rowsFor<Row>(
      analyst,
      rowsOf(() => 'true'),
    );
    await bench.database.asOwner((client) => client.query('drop policy planted on concern_reports'));

    expect(seen.map(({ table }) => table)).toEqual(['concern_reports', 'concern_reports']);
    expect(await toldBy(analyst)).toEqual([]);
  });

  it.each<[string, Identity]>([
    ['staff without an authority', { role: 'PLANNER', person: 'planner' }],
    ['staff without a responsible unit', { role: 'REGISTER_CLERK', person: 'clerk', authority: 'SOCIALTILSYNET' }],
    ['a place that does not exist', { role: 'FACILITY_USER', person: 'worker', facilityId: '00000000-0000-4000-8000-000000000000' }],
    ['a place without an id', { role: 'FACILITY_USER', person: 'worker' }],
    ['an operator without a number', { role: 'OPERATOR_USER', person: 'operator' }],
    ['the ministry, whatever else it claims to be', { role: 'MINISTRY_ANALYST', person: 'analyst', authority: 'SOCIALTILSYNET', unit: 'SOCIALTILSYN_SYD', cvrNumber: '13748136' }],
  ])('is nothing for %s', async (_name, identity) => {
    expect(await bench.rowsFor<Row>(identity, rowsOf(() => 'true'))).toEqual([]);
  }); // prettier-ignore

  it('can be changed by nobody but whom the matrix names', async () => {
    const changeable = await changeableColumns();
    const changes = (table: string): string[] => [
      `insert into ${table} default values`,
      `update ${table} set ${changeable.get(table)} = ${changeable.get(table)}`,
      `delete from ${table}`,
    ];
    const changed = new Set<string>();
    const oneOfEachRole = new Map(askers.map((asker) => [asker.role, asker])).values();
    for (const identity of oneOfEachRole) {
      for (const table of TABLES) {
        for (const sql of changes(table)) {
          const answer = await bench
            .rowsFor<unknown>(identity, `with touched as (${sql} returning 1) select 1 from touched`)
            .catch((error: { code?: string }) => error.code);
          const isRefused =
            answer === INSUFFICIENT_PRIVILEGE ||
            answer === NOT_UPDATABLE ||
            (Array.isArray(answer) && answer.length === 0);
          if (!isRefused) changed.add(`${table} by ${identity.role}`);
        }
      }
    }

    const named = TABLES.flatMap((table) =>
      (SEEN_TABLES[table]!.writtenBy ?? []).map((role) => `${table} by ${role}`),
    );
    expect([...changed].filter((change) => !named.includes(change))).toEqual([]);
    expect([...changed]).toContain('held_texts by REGISTER_CLERK');
  });

  /** A column of each table that the service's role may change, or any where it may change none. */
  async function changeableColumns(): Promise<ReadonlyMap<string, string>> {
    const rows = await bench.rows<{ table: string; column: string }>(
      `select distinct on (table_name) table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and is_identity = 'NO'
       order by table_name, has_column_privilege(table_name::regclass, column_name, 'UPDATE') desc, ordinal_position`,
    );
    return new Map(rows.map(({ table, column }) => [table, column]));
  }
});

const INSUFFICIENT_PRIVILEGE = '42501';
/** A view that nothing can be written through. */
const NOT_UPDATABLE = '55000';

interface Row {
  readonly table: string;
  readonly row: string;
}

function counted(rows: readonly Row[]): Map<string, number> {
  return new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => [table, own.length]));
}

/** Short where it agrees, and still telling every row apart. */
function inText(rows: readonly Row[], counts: ReadonlyMap<string, number>): Record<string, string> {
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return Object.fromEntries(
    [...counts].sort().map(([table, count]) => [
      table,
      `${count}: ${byTable
        .get(table)!
        .map(({ row }) => row.slice(0, 6))
        .sort()
        .join(' ')}`,
    ]),
  );
}

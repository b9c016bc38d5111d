import type { Client } from 'pg';
import { SEEN_TABLES } from '../../src/access/matrix/seen-tables.js';
import type { Scope } from '../../src/access/matrix/visibility.js';
import { RESPONSIBLE_UNITS } from '../../src/domain/shared/authority.js';
import { STAFF_ROLES, type Identity } from '../../src/domain/shared/identity.js';
import { fillEveryTable } from '../factories/every-table.js';
import { ImportBench } from '../factories/import-bench.js';

const TABLES = Object.keys(SEEN_TABLES).sort();
const FILLED_IN = 'test/factories/every-table.ts';

/** Which column of a table tells whose row it is, by scope; in the words of the identity functions. */
type Columns = ReadonlySet<string>;
const OF_OWN_PLACE = `select source_key from facility_links where valid_to is null and facility_id = identity_facility()`;
const CONDITIONS: Readonly<Record<Scope, (table: string, columns: Columns) => string>> = {
  ALL: () => 'true',
  COUNTED: () => 'true',
  ANY_SOURCE: () => 'true',
  OWN_TOLD: () => `facility_id = identity_facility() and quarter + interval '3 months' <= current_date - audit_period('DATA_USE_DELAY')`,
  OWN_PLACE: (table, columns) => {
    if (table === 'facilities') return 'id = identity_facility()';
    if (columns.has('facility_id')) return 'facility_id = identity_facility()';
    return `source_key in (${OF_OWN_PLACE})`;
  },
  OWN_AUTHORITY: (table) => table === 'random_draw_places'
    ? 'draw_id in (select id from random_draws where authority = identity_authority())'
    : 'authority = identity_authority()',
  SHARED_OR_OWN_UNIT: (table) => {
    const shared = `secrecy = 'SHARED' or (authority = identity_authority() and unit = identity_unit())`;
    return table === 'serious_event_resolutions' ? `event_id in (select id from serious_events where ${shared})` : shared;
  },
  WHEN_OVER: () => `draw_id in (select id from random_draws where period_to < current_date
    and (authority = identity_authority() or identity_role() = 'AUDITOR'))`,
  OWN_UNIT: (_table, columns) => {
    const unit = columns.has('unit') ? 'unit' : 'responsible_unit';
    const isOwn = columns.has('authority') ? `authority = identity_authority()` : `identity_authority() = 'SOCIALTILSYNET'`;
    return `${isOwn} and (identity_authority() <> 'SOCIALTILSYNET' or ${unit} = identity_unit())`;
  },
  OWN_DELIVERIES: (table) => {
    const own = `source in (identity_authority(), 'PLANNING')`;
    if (table === 'delivery_files') return `delivery_id in (select id from deliveries where ${own})`;
    return table === 'quarantined_rows' ? `secrecy = 'SHARED' and ${own}` : own;
  },
  OWN_HELD: () => `source in (identity_authority(), 'PLANNING') and (secrecy = 'SHARED'
    or source_key in (select source_key from source_records where responsible_unit = identity_unit()))`,
  NOT_SECRET: (_table, columns) => {
    const isSeen = (key: string): string => `${key} in (select source_key from source_records where authority = identity_authority() or not hides_address)`;
    return columns.has('left_key') ? `${isSeen('left_key')} and ${isSeen('right_key')}` : isSeen('source_key');
  },
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
        `select '${table}' as table, md5(row::text) as row from ${table} row where ${conditionOf(table)}`,
    ).join(' union all ');

  function expectedFor(identity: Identity): string {
    return rowsOf((table) => {
      const scope = SEEN_TABLES[table]!.seenBy[identity.role as Exclude<Identity['role'], 'SERVICE'>];
      return scope === undefined ? 'false' : CONDITIONS[scope](table, columns.get(table)!);
    });
  }

  /** As the owner, whom no policy binds, but with the settings of the asker: what the matrix says of each row. */
  async function toldBy(identity: Identity): Promise<Row[]> {
    return bench.database.asOwner(async (client) => {
      await client.query(
        `select set_config('samtilsyn.authority', $1, false), set_config('samtilsyn.unit', $2, false),
           set_config('samtilsyn.facility', $3, false), set_config('samtilsyn.cvr', $4, false), set_config('samtilsyn.role', $5, false)`,
        [identity.authority ?? '', identity.unit ?? '', identity.facilityId ?? '', identity.cvrNumber ?? '', identity.role],
      );
      return (await client.query<Row>(expectedFor(identity))).rows;
    });
  } // prettier-ignore

  it('has rows of every table, so that nothing below is hidden by being empty', async () => {
    const { rows } = await bench.database.asOwner((client) => client.query<Row>(rowsOf(() => 'true')));
    const filled = new Set(rows.map(({ table }) => table));

    expect(
      TABLES.filter((table) => !filled.has(table)).map(
        (table) => `${table} has no row; add some to ${FILLED_IN}`,
      ),
    ).toEqual([]);
  });

  it('is exactly what the matrix says, for everybody', async () => {
    const all = await bench.database.asOwner((client) => client.query<Row>(rowsOf(() => 'true')));
    const total = counted(all.rows);

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
            answer === INSUFFICIENT_PRIVILEGE || (Array.isArray(answer) && answer.length === 0);
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

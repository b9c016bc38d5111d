import type { Identity } from '../../src/domain/shared/identity.js';
import { socialtilsynet } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { concernRow, themeRow, tilbudRow } from '../factories/register-rows.js';

const staff = (role: Identity['role'], unit: NonNullable<Identity['unit']>): Identity => ({
  role,
  person: 'somebody',
  authority: unit === 'STPS' || unit === 'ARBEJDSTILSYNET' ? unit : 'SOCIALTILSYNET',
  unit,
});
const OWNER = staff('PLANNER', 'SOCIALTILSYN_SYD');
const OTHERS: [string, Identity][] = [
  ['another socialtilsyn', staff('PLANNER', 'SOCIALTILSYN_MIDT')],
  ['the clerk of another socialtilsyn', staff('REGISTER_CLERK', 'SOCIALTILSYN_MIDT')],
  ['Arbejdstilsynet', staff('PLANNER', 'ARBEJDSTILSYNET')],
  ['the manager of STPS', staff('AUTHORITY_MANAGER', 'STPS')],
  ['the ministry', { role: 'MINISTRY_ANALYST', person: 'somebody' }],
];

describe('concerns', () => {
  let bench: ImportBench;
  let place: Identity;
  beforeAll(async () => {
    bench = await ImportBench.open();
    await bench.import(
      socialtilsynet('2026-01-01', {
        tilbud: [tilbudRow({ tilsynsmyndighed: 'Socialtilsyn Syd' })],
        tilsyn: [
          themeRow({ anledning: 'bekymringshenvendelse', score: 'secretly' }),
          themeRow({ anledning: 'bekymringshenvendelse', tema: 'Kompetencer' }),
        ],
        henvendelser: [concernRow(), concernRow({ henvendelse_id: 'H2', modtaget: '30-02-2026' })],
      }),
    );
    const [facility] = await bench.rows<{ id: string }>('select id::text from facilities');
    place = { role: 'FACILITY_USER', person: 'somebody', facilityId: facility!.id };
  });
  afterAll(() => bench.close());

  const SECRETS = {
    concerns: 'select concern_key from concern_reports',
    occasions: 'select source_term from visit_occasions',
    rows: `select row_key from register_rows where path like '%henvendelser%'`,
    versions: `select facts from register_row_versions where secrecy = 'OWNER_ONLY'`,
    quarantine: `select raw_text from quarantined_rows where path like '%henvendelser%'`,
  };
  async function seenBy(identity: Identity): Promise<Record<string, number>> {
    const seen: Record<string, number> = {};
    for (const [name, sql] of Object.entries(SECRETS))
      seen[name] = (await bench.rowsFor(identity, sql)).length;
    return seen;
  }
  const NOTHING = { concerns: 0, occasions: 0, rows: 0, versions: 0, quarantine: 0 };

  it('are all there for the service', async () => {
    expect(await seenBy({ role: 'SERVICE', person: 'samtilsyn' })).toEqual({
      concerns: 1,
      occasions: 1,
      rows: 1,
      versions: 1,
      quarantine: 1,
    });
  });

  it('are shown to the responsible socialtilsyn, but not the delivered lines', async () => {
    expect(await seenBy(OWNER)).toEqual({ ...NOTHING, concerns: 1, occasions: 1 });
  });

  it.each(OTHERS)('are hidden from %s', async (_name, identity) => {
    expect(await seenBy(identity)).toEqual(NOTHING);
  });

  it('are hidden from the place itself', async () => {
    expect(await seenBy(place)).toEqual(NOTHING);
  });

  it.each<[string, Identity, string[]]>([
    ['a clerk of the authority', staff('REGISTER_CLERK', 'SOCIALTILSYN_SYD'), ['socialtilsynet/tilsyn.csv']],
    ['a clerk of another socialtilsyn', staff('REGISTER_CLERK', 'SOCIALTILSYN_MIDT'), []],
    ['a manager of another socialtilsyn', staff('AUTHORITY_MANAGER', 'SOCIALTILSYN_MIDT'), []],
    ['a planner of the authority', OWNER, []],
    ['a clerk of another authority', staff('REGISTER_CLERK', 'STPS'), []],
    ['the ministry', { role: 'MINISTRY_ANALYST', person: 'somebody' }, []],
  ])('quarantine of the other files is shown as it should be to %s', async (_name, identity, paths) => {
    const rows = await bench.rowsFor<{ path: string }>(identity, 'select path from quarantined_rows');

    expect(rows.map((row) => row.path)).toEqual(paths);
  });

  it('move to another socialtilsyn with the responsibility for the afdeling', async () => {
    await bench.import(
      socialtilsynet('2026-02-01', { tilbud: [tilbudRow({ tilsynsmyndighed: 'Socialtilsyn Midt' })] }),
    );

    expect(await seenBy(OWNER)).toEqual(NOTHING);
    expect(await seenBy(staff('PLANNER', 'SOCIALTILSYN_MIDT'))).toMatchObject({ concerns: 1, occasions: 1 });
  });
});

import { Transactions } from '../../src/database/transactions.js';
import { CorrectionsService } from '../../src/deliveries/corrections.service.js';
import { DeliveriesService } from '../../src/deliveries/deliveries.service.js';
import { WaitingCorrections } from '../../src/deliveries/import/waiting-corrections.service.js';
import { DataQualityService } from '../../src/facilities/data-quality.service.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { socialtilsynet } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { concernRow, themeRow, tilbudRow } from '../factories/register-rows.js';

const clerk = (unit: NonNullable<Identity['unit']>, role: Identity['role'] = 'REGISTER_CLERK'): Identity => ({
  role,
  person: `${role} of ${unit}`,
  authority: 'SOCIALTILSYNET',
  unit,
});
const OTHERS = [
  clerk('SOCIALTILSYN_NORD'),
  clerk('SOCIALTILSYN_NORD', 'AUTHORITY_MANAGER'),
  clerk('SOCIALTILSYN_HOVEDSTADEN'),
];
const broken = (occasion: string, tilbudsid = 'T1'): string =>
  Object.values(themeRow({ tilsyn_id: 'ST7', tilbudsid, anledning: occasion, score: 'x' })).join(';');

/** What clerks of the other socialtilsyn are told must be the same bytes, whatever came of concerns. */
describe('how many concerns there are', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterEach(() => bench.empty());
  afterAll(() => bench.close());

  const PLACES = [
    tilbudRow({ tilsynsmyndighed: 'Socialtilsyn Syd' }),
    tilbudRow({ tilbudsid: 'T2', tilsynsmyndighed: 'Socialtilsyn Midt' }),
  ];
  const asked = <T>(identity: Identity, work: () => Promise<T>): Promise<T> =>
    bench.services.get(Transactions).run(identity, work);

  /** All that is told about deliveries, without ids and moments, which are random or differ anyway. */
  async function toldTo(identity: Identity): Promise<unknown> {
    return asked(identity, async () => {
      const deliveries = bench.services.get(DeliveriesService);
      const corrections = bench.services.get(CorrectionsService);
      const runs = await deliveries.latestRuns(10, 0);
      const parts = [...(await corrections.deliveriesOfRuns(runs.map(({ id }) => id))).values()].flat();
      const told = {
        phases: runs.map(({ phase, phaseDone, phaseTotal, message }) => [phase, phaseDone, phaseTotal, message]),
        files: [...(await deliveries.filesOfRuns(runs.map(({ id }) => id))).values()].flat(),
        consequences: await Promise.all(parts.map(({ id }) => corrections.consequencesOf(id))),
        rollbacks: [...(await corrections.rollbacksOf(parts.map(({ id }) => id))).values()],
        quarantined: await Promise.all(runs.map(({ id }) => deliveries.quarantinedRows(id, undefined, 100, 0))),
        held: (await deliveries.undecidedTexts(10, 0)).map(({ shownText }) => shownText),
        quality: await bench.services.get(DataQualityService).report(),
      };
      return JSON.parse(
        JSON.stringify(told, (key, value: unknown) =>
          /^(id|runId|deliveryId|requestedAt|finishedAt|shownText)$/.test(key) ? undefined : value,
        ),
      ) as unknown;
    });
  } // prettier-ignore

  const file = async (identity: Identity, path: string): Promise<unknown> =>
    asked(identity, async () => {
      const deliveries = bench.services.get(DeliveriesService);
      const [run] = await deliveries.latestRuns(1, 0);
      const files = (await deliveries.filesOfRuns([run!.id])).get(run!.id) ?? [];
      const found = files.find((each) => each.file === path);
      return found && [found.read, found.new, found.changed, found.unchanged, found.quarantined, found.mended];
    }); // prettier-ignore

  const CONCERNS = 'socialtilsynet/henvendelser.csv';
  const VISITS = 'socialtilsynet/tilsyn.csv';

  it('is told to the unit whose places they are about, and to no other', async () => {
    const henvendelser = [
      concernRow(),
      concernRow({ henvendelse_id: 'H2', tilbudsid: 'T2' }),
      concernRow({ henvendelse_id: 'H3', tilbudsid: 'T2' }),
      concernRow({ henvendelse_id: 'H4', tilbudsid: 'T2', modtaget: 'x' }),
      concernRow({ henvendelse_id: 'H5', tilbudsid: 'T9' }),
      'broken',
    ];
    await bench.import(socialtilsynet('2026-01-01', { tilbud: PLACES, henvendelser }));

    expect(await file(clerk('SOCIALTILSYN_SYD'), CONCERNS)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await file(clerk('SOCIALTILSYN_MIDT', 'AUTHORITY_MANAGER'), CONCERNS)).toEqual([3, 2, 0, 0, 1, 0]);
    for (const other of OTHERS) expect(await file(other, CONCERNS)).toBeUndefined();
    expect(await file({ role: 'SERVICE', person: 'spec' }, CONCERNS)).toEqual([6, 4, 0, 0, 2, 0]);

    henvendelser[1] = concernRow({ henvendelse_id: 'H2', tilbudsid: 'T2', alvor: '1' });
    await bench.import(socialtilsynet('2026-01-02', { tilbud: PLACES, henvendelser }));

    expect(await file(clerk('SOCIALTILSYN_MIDT'), CONCERNS)).toEqual([3, 0, 1, 1, 1, 0]);
  });

  it('changes nothing that the clerks of another unit are told, also when the delivery is rolled back', async () => {
    const told: unknown[] = [];
    for (const henvendelser of [[], [concernRow(), concernRow({ henvendelse_id: 'H2' }), 'broken']]) {
      await bench.empty();
      const visits = [themeRow(), broken('driftsorienteret')];
      if (henvendelser.length > 0) visits.push(broken('bekymringshenvendelse'), broken('henvedelse'), 'x 010190-1234;henv');
      await bench.import(socialtilsynet('2026-01-01', { tilbud: PLACES, tilsyn: visits, henvendelser }));
      await bench.import(socialtilsynet('2026-01-02', { tilbud: PLACES, henvendelser: henvendelser.slice(1) }));
      const before = await Promise.all(OTHERS.map(toldTo));
      await asked(clerk('SOCIALTILSYN_NORD'), async () => {
        const corrections = bench.services.get(CorrectionsService);
        const [first] = (await bench.services.get(DeliveriesService).latestRuns(1, 1)).map(({ id }) => id);
        const [delivery] = (await corrections.deliveriesOfRuns([first!])).get(first!)!;
        await corrections.rollBack(delivery!.id, 'the spec needs it', 'spec');
      });
      await bench.services.get(WaitingCorrections).settled();
      told.push([before, await Promise.all(OTHERS.map(toldTo))]);
    }

    expect(told[1]).toEqual(told[0]);
    expect(JSON.stringify(told[0])).toContain('rowsWithdrawn');
  }); // prettier-ignore

  it('is not told by the length of their file while it is read', async () => {
    const phases: unknown[] = [];
    await bench.database.asOwner((client) =>
      client.query(`create table noted (phase text); grant insert on noted to public;
        create function note() returns trigger language plpgsql as $$ begin insert into noted values (new.phase); return new; end $$;
        create trigger note before update on import_runs for each row execute function note()`),
    );
    await bench.import(
      socialtilsynet('2026-01-01', { tilbud: PLACES, tilsyn: [themeRow()], henvendelser: [concernRow()] }),
    );
    await bench.database.asOwner(async (client) => {
      phases.push(...(await client.query<{ phase: string }>('select phase from noted')).rows);
      await client.query('drop trigger note on import_runs; drop function note; drop table noted');
    });

    expect(phases).toContainEqual({ phase: VISITS });
    expect(phases).not.toContainEqual({ phase: CONCERNS });
  });

  it.each([
    ['another occasion', broken('driftsorienteret'), true],
    ['another occasion with a letter too many', broken('driftsorienterett'), false],
    ['a concern', broken('bekymringshenvendelse'), false],
    ['a misspelt concern', broken('bekymrinshenvedelse'), false],
    ['no occasion', broken(''), false],
    ['a column too few', broken('opfølgning').replace('anmeldt;', ''), false],
    ['a column too many', `${broken('opfølgning')};x`, false],
    ['a place that is not known', broken('driftsorienteret', 'T9'), true],
    ['a concern about a place that is not known', broken('henvendelse', 'T9'), false],
  ])('is not told by a broken line with %s', async (_name, line, isShown) => {
    await bench.import(socialtilsynet('2026-01-01', { tilbud: PLACES, tilsyn: [themeRow(), line] }));

    const other = clerk('SOCIALTILSYN_NORD');
    expect(await bench.rowsFor(other, 'select raw_text from quarantined_rows')).toHaveLength(isShown ? 1 : 0);
    expect(await file(other, VISITS)).toEqual(isShown ? [2, 1, 0, 0, 1, 0] : [1, 1, 0, 0, 0, 0]);
    expect(await file({ role: 'SERVICE', person: 'spec' }, VISITS)).toEqual([2, 1, 0, 0, 1, 0]);
  });

  it('is told by broken lines to the unit of the place that the line names', async () => {
    await bench.import(
      socialtilsynet('2026-01-01', { tilbud: PLACES, tilsyn: [themeRow(), broken('henvendelze')] }),
    );

    const own = clerk('SOCIALTILSYN_SYD');
    expect(await bench.rowsFor(own, 'select raw_text from quarantined_rows')).toHaveLength(1);
    expect(await file(own, VISITS)).toEqual([2, 1, 0, 0, 1, 0]);
  });
});

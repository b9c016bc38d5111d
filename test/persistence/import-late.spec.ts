import { FacilitiesService } from '../../src/facilities/facilities.service.js';
import { socialtilsynet, stps, type DropPart } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { sorRow, themeRow, tilbudRow, unvisitedLocation, type Cells } from '../factories/register-rows.js';

/** Cases in which a drop that arrives late once gave another result than in the order of the days. */
describe('what is shown after deliveries in either order', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  beforeEach(() => bench.empty());
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => bench.close());

  const ORDERS: [string, (parts: DropPart[]) => DropPart[]][] = [
    ['in the order of the days', (parts) => parts],
    ['the other way round', (parts) => parts.toReversed()],
  ];
  const tilbud = (day: string, ...rows: (Cells | string)[]): DropPart =>
    socialtilsynet(day, { tilbud: rows });
  const tilsyn = (day: string, ...rows: Cells[]): DropPart => socialtilsynet(day, { tilsyn: rows });
  const importAll = async (parts: readonly DropPart[]): Promise<void> => {
    for (const part of parts) await bench.import(part);
  };

  it.each(ORDERS)('holds a record whose line is broken: %s', async (_name, order) => {
    const parts = [
      tilbud('2026-01-01', tilbudRow(), tilbudRow({ afdelingsid: 'A2' })),
      tilbud('2026-02-01', tilbudRow(), tilbudRow({ afdelingsid: 'A2', pladser: 'mange' })),
    ];

    await importAll(order(parts));

    expect(await bench.rows('select source_key, ended_on from source_records order by 1')).toEqual([
      { source_key: 'socialtilsynet:T1/A1', ended_on: null },
      { source_key: 'socialtilsynet:T1/A2', ended_on: null },
    ]);
  });

  it.each(ORDERS)('ends nothing by a file without a good row: %s', async (_name, order) => {
    await importAll(order([tilbud('2026-01-01', tilbudRow()), tilbud('2026-02-01', 'broken')]));

    expect(await bench.rows('select ended_on from source_records')).toEqual([{ ended_on: null }]);
  });

  it.each(ORDERS)('describes a visit by the line that changed last: %s', async (_name, order) => {
    const [first, second] = [themeRow({ tema: 'Kompetencer' }), themeRow({ tema: 'Sundhed og trivsel' })];
    const parts = [
      tilsyn('2026-01-01', first, second),
      tilsyn('2026-02-01', first, { ...second, besoegsdato: '11-03-2025' }),
      tilsyn('2026-03-01', first, { ...second, besoegsdato: '11-03-2025' }),
    ];

    await importAll(order(parts));

    expect(await bench.rows('select occurred_on::text from inspection_visits')).toEqual([
      { occurred_on: '2025-03-11' },
    ]);
  });

  it.each(ORDERS)('forgets an occasion that was taken back: %s', async (_name, order) => {
    const parts = [
      tilsyn('2026-01-01', themeRow({ anledning: 'henvendelse' })),
      tilsyn('2026-02-01', themeRow({ anledning: '' })),
    ];

    await importAll(order(parts));

    expect(await bench.rows('select source_term from visit_occasions')).toEqual([]);
  });

  it.each(ORDERS)(
    'takes nothing from a SOR unit that the record no longer names: %s',
    async (_name, order) => {
      const location = unvisitedLocation({ cvr: null });
      const parts = [
        stps('2026-01-01', { tilsyn: [location], sor: [sorRow()] }),
        stps('2026-02-01', { tilsyn: [{ ...location, sor: '311000016009' }] }),
      ];

      await importAll(order(parts));

      expect(await bench.rows('select sor_facts from source_records')).toEqual([{ sor_facts: null }]);
    },
  );

  it.each(ORDERS)('says when the register delivered a unit last: %s', async (_name, order) => {
    const both = [tilbudRow(), tilbudRow({ afdelingsid: 'A2' })];
    const parts = [
      tilbud('2026-01-01', ...both),
      tilbud('2026-02-01', ...both),
      tilbud('2026-03-01', tilbudRow()),
      socialtilsynet('2026-04-01', { tilbud: [tilbudRow()] }, 'delta'),
    ];

    await importAll(order(parts));

    expect(
      await bench.rows('select delivered_on::text, ended_on::text from source_records order by source_key'),
    ).toEqual([
      { delivered_on: '2026-04-01', ended_on: null },
      { delivered_on: '2026-02-01', ended_on: '2026-03-01' },
    ]);
  });

  it('keeps an address hidden until the matching has seen who else lives there', async () => {
    const atSecretPlace = unvisitedLocation({ p_nummer: '1003388394' });
    const shelter = tilbudRow({ tilbudstype: 'krisecenter', adresse: '', postnr: '', by: '' });
    await importAll([tilbud('2026-01-01', shelter), stps('2026-01-01', { tilsyn: [atSecretPlace] })]);
    const hidden = `select hides_address from source_records where source_key = 'stps:SP1'`;
    const before = await bench.rows(hidden);

    jest.spyOn(bench.services.get(FacilitiesService), 'matchPlaces').mockResolvedValue();
    await bench.import(stps('2026-02-01', { tilsyn: [{ ...atSecretPlace, type: 'Botilbud' }] }));

    expect(before).toEqual([{ hides_address: true }]);
    expect(await bench.rows(hidden)).toEqual([{ hides_address: true }]);
  });
});

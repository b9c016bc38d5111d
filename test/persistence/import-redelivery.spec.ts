import {
  arbejdstilsynet,
  planning,
  socialtilsynet,
  stps,
  type DropPart,
  type Kind,
} from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import {
  accidentRow,
  concernRow,
  inspectorRow,
  leaveRow,
  reactionRow,
  sorRow,
  themeRow,
  tilbudRow,
  treatmentVisit,
  unvisitedLocation,
  unvisitedRow,
  type Cells,
} from '../factories/register-rows.js';

const everything = (deliveredOn: string, kind: Kind = 'full'): DropPart[] => [
  socialtilsynet(
    deliveredOn,
    {
      tilbud: [tilbudRow()],
      tilsyn: [themeRow(), themeRow({ tema: 'Kompetencer' })],
      henvendelser: [concernRow()],
    },
    kind,
  ),
  arbejdstilsynet(deliveredOn, { tilsyn: [reactionRow(), unvisitedRow()], ulykker: [accidentRow()] }, kind),
  stps(
    deliveredOn,
    { tilsyn: [treatmentVisit(), unvisitedLocation({ sted_id: 'SP2', sor: null })], sor: [sorRow()] },
    kind,
  ),
  planning(deliveredOn, { inspectors: [inspectorRow()], leave: [leaveRow()] }, kind),
];
const tilbud = (deliveredOn: string, rows: readonly (Cells | string)[], kind: Kind = 'full'): DropPart =>
  socialtilsynet(deliveredOn, { tilbud: rows }, kind);
const counts = (read: number, added: number, changed: number, unchanged: number, quarantined = 0): object =>
  expect.objectContaining({ read, new: added, changed, unchanged, quarantined }) as object;

describe('a delivery that comes again', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  beforeEach(() => bench.empty());
  afterAll(() => bench.close());

  const TILBUD = 'socialtilsynet/tilbud.csv';
  const current = async (): Promise<{ key: string; places: string | null; endedOn: string | null }[]> =>
    bench.rows(
      `select source_key as key, facts ->> 'capacityPlaces' as places, ended_on::text as "endedOn"
       from source_records order by 1`,
    );
  const versions = async (): Promise<string[]> =>
    (
      await bench.rows<{ version: string }>(
        `select delivered_on || ' ' || coalesce(facts #>> '{record,capacityPlaces}', 'ended') as version
         from register_row_versions order by delivered_on, sequence`,
      )
    ).map(({ version }) => version);

  it('is new the first time, whatever the file', async () => {
    expect(await bench.import(...everything('2026-01-01'))).toEqual({
      'arbejdstilsynet/tilsyn.csv': counts(2, 2, 0, 0),
      'arbejdstilsynet/ulykker.csv': counts(1, 1, 0, 0),
      'planning/inspectors.csv': counts(1, 1, 0, 0),
      'planning/leave.csv': counts(1, 1, 0, 0),
      'socialtilsynet/henvendelser.csv': counts(1, 1, 0, 0),
      'socialtilsynet/tilbud.csv': counts(1, 1, 0, 0),
      'socialtilsynet/tilsyn.csv': counts(2, 2, 0, 0),
      'stps/sor.csv': counts(1, 1, 0, 0),
      'stps/tilsyn.jsonl': counts(2, 2, 0, 0),
    });
    expect((await bench.rows('select from source_records')).length).toBe(5);
    expect((await bench.rows('select from inspection_visits')).length).toBe(3);
    expect((await bench.rows('select from findings')).length).toBe(6);
    expect((await bench.rows('select from concern_reports')).length).toBe(1);
    expect((await bench.rows('select from work_accidents')).length).toBe(1);
    expect((await bench.rows('select from sor_units')).length).toBe(1);
    expect((await bench.rows('select from inspectors')).length).toBe(1);
    expect((await bench.rows('select from inspector_leave')).length).toBe(1);
  });

  const FACTS = `select (select jsonb_agg(to_jsonb(v) order by row_id, sequence) from register_row_versions v) as versions,
    (select jsonb_agg(to_jsonb(r) order by source_key) from source_records r) as records,
    (select jsonb_agg(to_jsonb(v) order by visit_key) from inspection_visits v) as visits,
    (select jsonb_agg(to_jsonb(f) order by visit_key, finding_key) from findings f) as findings,
    (select jsonb_agg(to_jsonb(l) order by source_key, facility_id, valid_from) from facility_links l) as links,
    (select jsonb_agg(to_jsonb(p) order by facility_id) from facility_profiles p) as profiles`;

  it.each([
    ['the same files', '2026-01-01', 'full'],
    ['the same rows a month later', '2026-02-01', 'full'],
    ['the same rows as a part', '2026-02-01', 'delta'],
  ] as const)('changes nothing: %s', async (_name, deliveredOn, kind) => {
    await bench.import(...everything('2026-01-01'));
    const [before] = await bench.rows<Record<string, object[]>>(FACTS);

    const reports = await bench.import(...everything(deliveredOn, kind));
    const [after] = await bench.rows<Record<string, object[]>>(FACTS);

    for (const report of Object.values(reports)) {
      expect(report).toMatchObject({ new: 0, changed: 0, unchanged: report.read, quarantined: 0 });
    }
    const { records: recordsBefore, ...restBefore } = before!;
    const { records: recordsAfter, ...restAfter } = after!;
    expect(restAfter).toEqual(restBefore);
    expect(recordsAfter).toEqual(recordsBefore!.map((record) => ({ ...record, delivered_on: deliveredOn })));
  });

  it('corrects a row and keeps the old version', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow({ pladser: '12' })]));

    const reports = await bench.import(tilbud('2026-02-01', [tilbudRow({ pladser: '14' })]));

    expect(reports[TILBUD]).toEqual(counts(1, 0, 1, 0));
    expect(await current()).toEqual([{ key: 'socialtilsynet:T1/A1', places: '14', endedOn: null }]);
    expect(await versions()).toEqual(['2026-01-01 12', '2026-02-01 14']);
  });

  it('corrects what was delivered earlier the same day', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow({ pladser: '12' })]));

    const reports = await bench.import(tilbud('2026-01-01', [tilbudRow({ pladser: '14' })]));

    expect(reports[TILBUD]).toEqual(counts(1, 0, 1, 0));
    expect((await current())[0]?.places).toBe('14');
  });

  it('does not override a later delivery when it arrives late', async () => {
    await bench.import(tilbud('2026-02-01', [tilbudRow({ pladser: '14' })]));

    await bench.import(
      tilbud('2026-01-01', [tilbudRow({ pladser: '12' }), tilbudRow({ afdelingsid: 'A2' })]),
    );

    expect(await current()).toEqual([
      { key: 'socialtilsynet:T1/A1', places: '14', endedOn: null },
      { key: 'socialtilsynet:T1/A2', places: '12', endedOn: '2026-02-01' },
    ]);
    expect((await versions()).slice(0, 2)).toEqual(['2026-01-01 12', '2026-01-01 12']);
  });

  it('fits in between two others that were imported before', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow({ pladser: '1' })]));
    await bench.import(tilbud('2026-03-01', [tilbudRow({ pladser: '1' })]));

    await bench.import(tilbud('2026-02-01', [tilbudRow({ pladser: '2' })]));

    expect((await current())[0]?.places).toBe('1');
    expect(await versions()).toEqual(['2026-01-01 1', '2026-02-01 2', '2026-03-01 1']);
  });

  it('ends what a whole delivery leaves out, and takes it back when it returns', async () => {
    const both = [tilbudRow(), tilbudRow({ afdelingsid: 'A2' })];
    await bench.import(tilbud('2026-01-01', both));

    const second = await bench.import(tilbud('2026-02-01', [tilbudRow()]));
    const ended = await current();
    const third = await bench.import(tilbud('2026-03-01', both));

    expect(second[TILBUD]).toEqual(counts(1, 0, 0, 1));
    expect(ended[1]).toEqual({ key: 'socialtilsynet:T1/A2', places: '12', endedOn: '2026-02-01' });
    expect(third[TILBUD]).toEqual(counts(2, 0, 1, 1));
    expect((await current())[1]?.endedOn).toBeNull();
  });

  it('remembers the day on which a row ended, not the last one on which it was missing', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow(), tilbudRow({ afdelingsid: 'A2' })]));
    await bench.import(tilbud('2026-02-01', [tilbudRow()]));
    await bench.import(tilbud('2026-03-01', [tilbudRow()]));

    expect((await current())[1]?.endedOn).toBe('2026-02-01');
  });

  it('keeps an ended visit, because it has been paid', async () => {
    await bench.import(socialtilsynet('2026-01-01', { tilbud: [tilbudRow()], tilsyn: [themeRow()] }));

    await bench.import(
      socialtilsynet('2026-02-01', { tilbud: [tilbudRow()], tilsyn: [themeRow({ tilsyn_id: 'ST2' })] }),
    );

    expect(await bench.rows('select visit_key from inspection_visits order by 1')).toEqual([
      { visit_key: 'socialtilsynet:ST1' },
      { visit_key: 'socialtilsynet:ST2' },
    ]);
  });

  it('ends nothing by a partial delivery', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow(), tilbudRow({ afdelingsid: 'A2' })]));

    await bench.import(tilbud('2026-02-01', [tilbudRow({ pladser: '13' })], 'delta'));

    expect((await current()).map(({ endedOn }) => endedOn)).toEqual([null, null]);
  });

  it('ends nothing by a file that holds no good row', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow()]));

    await bench.import(tilbud('2026-02-01', []));
    await bench.import(tilbud('2026-03-01', ['broken']));

    expect((await current()).map(({ endedOn }) => endedOn)).toEqual([null]);
  });

  it('ends nothing because a row is broken, as long as its key can be read', async () => {
    await bench.import(tilbud('2026-01-01', [tilbudRow(), tilbudRow({ afdelingsid: 'A2' })]));

    const reports = await bench.import(
      tilbud('2026-02-01', [tilbudRow(), tilbudRow({ afdelingsid: 'A2', pladser: 'mange' })]),
    );

    expect(reports[TILBUD]).toEqual(counts(2, 0, 0, 1, 1));
    expect((await current())[1]).toEqual({ key: 'socialtilsynet:T1/A2', places: '12', endedOn: null });
  });

  it('counts exact duplicates as unchanged and quarantines those that differ', async () => {
    const twice = [tilbudRow(), tilbudRow(), tilbudRow({ pladser: '99' }), tilbudRow()];

    const reports = await bench.import(tilbud('2026-01-01', twice));

    expect(reports[TILBUD]).toEqual(counts(4, 1, 0, 2, 1));
    expect((await current())[0]?.places).toBe('12');
    expect(await bench.rows('select line_number, reason, row_key, mend from quarantined_rows')).toEqual([
      {
        line_number: 4,
        reason: 'CONFLICTING_DUPLICATE',
        row_key: 'T1/A1',
        mend: 'The key stands on line 2 too, with other content; that line is kept. Deliver each key once.',
      },
    ]);
  });

  it('lets inspectors and leave go that a whole delivery leaves out', async () => {
    await bench.import(
      planning('2026-01-01', { inspectors: [inspectorRow(), inspectorRow({ tilsynsfoerende: 'ST-002' })] }),
    );

    await bench.import(planning('2026-02-01', { inspectors: [inspectorRow()] }));

    expect(await bench.rows('select inspector_code from inspectors')).toEqual([{ inspector_code: 'ST-001' }]);
  });
});

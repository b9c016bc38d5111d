import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { arbejdstilsynet, socialtilsynet, stps, writeDrop, type DropPart } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import {
  accidentRow,
  reactionRow,
  themeRow,
  tilbudRow,
  treatmentVisit,
  type Cells,
} from '../factories/register-rows.js';

const TILBUD = 'socialtilsynet/tilbud.csv';
const lineOf = (cells: Cells): string => Object.values(cells).join(';');

interface Quarantined {
  path: string;
  line: number;
  reason: string;
  field: string | null;
  value: string | null;
  key: string | null;
  raw: string;
}

describe('rows that cannot be used', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  beforeEach(() => bench.empty());
  afterAll(() => bench.close());

  const quarantined = (): Promise<Quarantined[]> =>
    bench.rows(
      `select path, line_number as line, reason, field, value, row_key as key, raw_text as raw
       from quarantined_rows order by path, line_number`,
    );
  async function only(...parts: DropPart[]): Promise<Quarantined> {
    await bench.import(...parts);
    const rows = await quarantined();
    expect(rows).toHaveLength(1);
    return rows[0]!;
  }

  it('are kept with file, line, reason, field, value and the line as delivered', async () => {
    const broken = tilbudRow({ afdelingsid: 'A2', godkendt_fra: '31-02-2020' });

    expect(await only(socialtilsynet('2026-01-01', { tilbud: [tilbudRow(), broken] }))).toEqual({
      path: TILBUD,
      line: 3,
      reason: 'BAD_DATE',
      field: 'godkendt_fra',
      value: '31-02-2020',
      key: 'T1/A2',
      raw: lineOf(broken),
    });
  });

  it.each<[string, DropPart, string]>([
    ['SHORT_ROW', socialtilsynet('2026-01-01', { tilbud: ['T1;A1;Bostedet'] }), 'T1;A1;Bostedet'],
    ['LONG_ROW', socialtilsynet('2026-01-01', { tilsyn: [`${lineOf(themeRow())};x`] }), `${lineOf(themeRow())};x`],
    ['MISSING_KEY', socialtilsynet('2026-01-01', { tilbud: [tilbudRow({ tilbudsid: '' })] }), lineOf(tilbudRow({ tilbudsid: '' }))],
    ['BAD_NUMBER', socialtilsynet('2026-01-01', { tilsyn: [themeRow({ score: '9,9' })] }), lineOf(themeRow({ score: '9,9' }))],
    ['BAD_IDENTIFIER', socialtilsynet('2026-01-01', { tilbud: [tilbudRow({ cvr_nummer: '13748137' })] }), lineOf(tilbudRow({ cvr_nummer: '13748137' }))],
    ['UNKNOWN_TERM', arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow({ reaktion: 'Ros' })] }), lineOf(reactionRow({ reaktion: 'Ros' }))],
    ['MISSING_VALUE', arbejdstilsynet('2026-01-01', { ulykker: [accidentRow({ ulykkestype: '' })] }), lineOf(accidentRow({ ulykkestype: '' }))],
    ['BROKEN_JSON', stps('2026-01-01', { tilsyn: ['{"sted_id": "SP1"'] }), '{"sted_id": "SP1"'],
  ])('say why: %s', async (reason, part, raw) => {
    expect(await only(part)).toMatchObject({ reason, raw, line: part.folder === 'stps' ? 1 : 2 });
  }); // prettier-ignore

  it('keep tabs, backslashes and every control character but NUL as delivered', async () => {
    const odd = 'T1;A1;\u0001\u0007\u001b[31m\t\\N\\.\u007f';

    const row = await only(socialtilsynet('2026-01-01', { tilbud: [odd] }));

    expect(row).toMatchObject({ raw: odd, line: 2 });
    expect(await bench.rows('select from source_records')).toEqual([]);
  });

  it('show a NUL, which no database text can hold, as \\x00', async () => {
    const row = await only(socialtilsynet('2026-01-01', { tilbud: [tilbudRow({ navn: 'A\u0000B' })] }));

    expect(row).toMatchObject({ reason: 'BAD_ENCODING', raw: lineOf(tilbudRow({ navn: 'A\\x00B' })) });
  });

  it('show a NUL that a JSON line writes as an escape', async () => {
    const visit = treatmentVisit({ navn: 'A\u0000B' });

    const row = await only(stps('2026-01-01', { tilsyn: [visit] }));

    expect(row).toMatchObject({ line: 1, key: 'SP1/2025-0000001', raw: JSON.stringify(visit) });
  });

  it('keep half a character that a JSON line writes as an escape', async () => {
    const line = JSON.stringify(treatmentVisit({ navn: 'A' })).replace('"A"', '"\\ud83d"');

    expect(await only(stps('2026-01-01', { tilsyn: [line] }))).toMatchObject({ line: 1, raw: line });
  });

  it('keep the letters that Windows-1252 has and ISO-8859-1 lacks', async () => {
    const broken = reactionRow({ navn: 'Café “Æblehaven” – 3 €…', postnr: '71' });

    expect(await only(arbejdstilsynet('2026-01-01', { tilsyn: [broken] }))).toMatchObject({
      reason: 'BAD_IDENTIFIER',
      raw: lineOf(broken),
    });
  });

  it('show bytes that are no UTF-8 by the sign for them', async () => {
    const part = socialtilsynet('2026-01-01', { tilbud: [tilbudRow({ navn: 'AXB' })] });
    const bytes = part.files['tilbud.csv']!;
    bytes[bytes.indexOf('AXB') + 1] = 0xff;

    expect(await only(part)).toMatchObject({
      reason: 'BAD_ENCODING',
      raw: lineOf(tilbudRow({ navn: 'A\ufffdB' })),
    });
  });

  it('are cut when a line never ends', async () => {
    const endless = `T1;A2;${'x'.repeat(1_200_000)}`;

    const row = await only(socialtilsynet('2026-01-01', { tilbud: [tilbudRow(), endless] }));

    expect(row).toMatchObject({ reason: 'TOO_LONG', line: 3 });
    expect(row.raw).toHaveLength(1_000_000);
  });

  it('count the lines of the file, empty ones and the header too', async () => {
    const rows = ['', '', tilbudRow({ pladser: 'mange' })];

    expect(await only(socialtilsynet('2026-01-01', { tilbud: rows }))).toMatchObject({ line: 4 });
  });

  it('are counted so that the counts of each file add up', async () => {
    const reports = await bench.import(
      socialtilsynet('2026-01-01', {
        tilbud: [tilbudRow(), tilbudRow(), tilbudRow({ pladser: '1' }), tilbudRow({ afdelingsid: '' }), 'x'],
        tilsyn: [themeRow(), themeRow({ tema: 'Kompetencer' })],
      }),
    );

    expect(Object.values(reports)).toEqual([
      { file: TILBUD, read: 5, new: 1, changed: 0, unchanged: 1, quarantined: 3 },
      { file: 'socialtilsynet/tilsyn.csv', read: 2, new: 2, changed: 0, unchanged: 0, quarantined: 0 },
    ]);
  });
});

describe('a broken file or part', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  beforeEach(() => bench.empty());
  afterAll(() => bench.close());

  const GOOD = arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()], ulykker: [accidentRow()] });
  const rows = { tilbud: [tilbudRow()], tilsyn: [themeRow()] };
  const files = socialtilsynet('2026-01-01', rows).files;
  const withFile = (name: string, text: string): DropPart => ({
    ...socialtilsynet('2026-01-01', rows),
    files: { ...files, [name]: Buffer.from(text) },
  });

  it.each([
    [
      'a file without a needed column',
      withFile('tilbud.csv', 'tilbudsid;navn\r\nT1;x\r\n'),
      TILBUD,
      'afdelingsid',
    ],
    ['an empty file', withFile('tilbud.csv', ''), TILBUD, 'The file is empty'],
    ['a file of another kind', withFile('tilbud.csv', '\u0000\u0001PK\u0003'), TILBUD, 'tilbudsid'],
  ])('never stops the others: %s', async (_name, part, file, problem) => {
    const reports = await bench.import(part, GOOD);

    expect(reports[file]).toMatchObject({
      read: 0,
      quarantined: 0,
      problem: expect.stringContaining(problem) as string,
    });
    expect(reports['socialtilsynet/tilsyn.csv']).toMatchObject({ new: 1 });
    expect(reports['arbejdstilsynet/tilsyn.csv']).toMatchObject({ new: 1 });
    expect(await bench.rows(`select path from delivery_files where state = 'UNREADABLE'`)).toEqual([
      { path: file },
    ]);
  });

  it('is reported when nobody knows the file', async () => {
    const reports = await bench.import(withFile('notes.csv', 'a;b\r\n'), GOOD);

    expect(reports['socialtilsynet/notes.csv']?.problem).toContain('No such file is known');
    expect(reports[TILBUD]).toMatchObject({ new: 1 });
  });

  it.each([
    ['no drop.json', undefined, 'drop.json is missing'],
    ['no JSON', '{"source": ', 'is not JSON'],
    ['a list', '[]', 'source in socialtilsynet/drop.json is missing'],
    ['nothing', 'null', 'drop.json'],
    ['another sender', '{"source":"POLITIET","delivered_on":"2026-01-01","kind":"full"}', 'source in socialtilsynet/drop.json is "POLITIET"'],
    ['no day', '{"source":"SOCIALTILSYNET","delivered_on":"2026-02-30","kind":"full"}', 'delivered_on in socialtilsynet/drop.json is "2026-02-30"'],
    ['no kind', '{"source":"SOCIALTILSYNET","delivered_on":"2026-01-01","kind":"half"}', 'kind in socialtilsynet/drop.json is "half"'],
  ])('never stops the others: %s', async (_name, description, problem) => {
    const reports = await bench.import({ ...socialtilsynet('2026-01-01', rows), description }, GOOD);

    expect(reports['socialtilsynet']?.problem).toContain(problem);
    expect(reports['arbejdstilsynet/tilsyn.csv']).toMatchObject({ new: 1 });
    expect(await bench.rows('select source_key from source_records')).toEqual([{ source_key: 'arbejdstilsynet:AT1' }]);
  }); // prettier-ignore

  it('takes nothing from a part whose sender stands in the wrong folder', async () => {
    const reports = await bench.import(
      { ...arbejdstilsynet('2026-01-01', {}), files, folder: 'socialtilsynet' },
      GOOD,
    );

    expect(reports[TILBUD]?.problem).toContain('No such file is known from ARBEJDSTILSYNET');
    expect(await bench.rows('select source_key from source_records')).toEqual([
      { source_key: 'arbejdstilsynet:AT1' },
    ]);
  });

  it('is read when it comes again mended', async () => {
    await bench.import(withFile('tilbud.csv', ''), GOOD);

    const reports = await bench.import(socialtilsynet('2026-01-01', rows), GOOD);

    expect(reports[TILBUD]).toMatchObject({ new: 1 });
    expect(reports['arbejdstilsynet/tilsyn.csv']).toMatchObject({ new: 0, unchanged: 1 });
  });

  it('leaves nothing behind in the folder it came from', async () => {
    const folder = path.join(bench.folder, 'kept');
    await writeDrop(folder, [socialtilsynet('2026-01-01', rows)]);

    await bench.importFolder(folder);

    expect(readdirSync(path.join(folder, 'socialtilsynet')).sort()).toEqual([
      'drop.json',
      'tilbud.csv',
      'tilsyn.csv',
    ]);
    expect(readFileSync(path.join(folder, 'socialtilsynet/tilbud.csv'))).toEqual(files['tilbud.csv']);
  });
});

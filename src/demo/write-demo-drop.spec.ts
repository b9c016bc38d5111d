import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../domain/shared/day.js';
import { DEMO_FILES } from './drop/demo-files.js';
import { writeDemoDrop, type WrittenDrop } from './write-demo-drop.js';

const OPTIONS = { places: 120, seed: 2, from: day('2021-01-01'), deliveredOn: day('2026-10-31') };

describe(writeDemoDrop.name, () => {
  let folder: string;
  let drop: string;
  let written: WrittenDrop;
  const progress: [number, number][] = [];
  const read = (path: string): Promise<Buffer> => readFile(join(drop, path));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-drop-'));
    drop = join(folder, 'first');
    written = await writeDemoDrop(drop, OPTIONS, (done, all) => progress.push([done, all]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('writes every file of the four sources and the truth beside them', async () => {
    for (const { path, isTruth, opening } of Object.values(DEMO_FILES)) {
      const bytes = await readFile(join(isTruth ? `${drop}-truth` : drop, path));
      expect(bytes.length).toBeGreaterThan(Buffer.byteLength(opening));
    }
  });

  it.each([
    ['socialtilsynet', 'SOCIALTILSYNET'],
    ['arbejdstilsynet', 'ARBEJDSTILSYNET'],
    ['stps', 'STPS'],
    ['planning', 'PLANNING'],
  ])('says in %s/drop.json what was delivered', async (name, source) => {
    const note = JSON.parse((await read(`${name}/drop.json`)).toString()) as unknown;

    expect(note).toEqual({ source, delivered_on: '2026-10-31', kind: 'full' });
  });

  it('writes Socialtilsynet in UTF-8 with byte order mark and CRLF', async () => {
    const bytes = await read('socialtilsynet/tilbud.csv');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);

    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toMatch(/^tilbudsid;afdelingsid;navn;/);
    expect(text.split('\n').slice(0, -1).filter((line) => !line.endsWith('\r'))).toEqual([]); // prettier-ignore
  });

  it('writes Arbejdstilsynet in Windows-1252, which is not UTF-8', async () => {
    const bytes = await read('arbejdstilsynet/tilsyn.csv');

    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    expect(new TextDecoder('windows-1252').decode(bytes)).toContain('Institutioner for psykisk handicap');
    expect(new TextDecoder('windows-1252').decode(bytes)).toMatch(/[æøåÆØÅ]/);
  });

  it('wraps the values of SOR so that spreadsheets keep them as text', async () => {
    const [header, first] = new TextDecoder('latin1').decode(await read('stps/sor.csv')).split('\r\n');

    expect(header).toBe('sor_kode;navn;cvr_nummer;p_nummer;adresse;postnr;kommunekode;enhedstype;fra;til');
    expect(first).toMatch(/^="\d{15,16}";="[^"]+";="4\d{7}";(="\d{10}")?;.*;="bosted";="\d\d-\d\d-\d{4}";$/);
  });

  it('counts rows and bytes as they are on disk', async () => {
    const lines = (await read('socialtilsynet/tilsyn.csv')).toString().trimEnd().split('\r\n');
    const sizes = Object.values(DEMO_FILES).map(
      async ({ path, isTruth }) => (await readFile(join(isTruth ? `${drop}-truth` : drop, path))).length,
    );

    expect(written.rows['socialtilsynet/tilsyn.csv']).toBe(lines.length - 1);
    expect(written.bytes).toBe((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0));
    expect(written.places).toBe(120);
  });

  it('tells how far it is, up to the end', () => {
    const done = progress.map(([places]) => places);

    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(progress.at(-1)).toEqual([120, 120]);
  });

  it('writes the same bytes for the same options and replaces what was there', async () => {
    const again = join(folder, 'again');
    await writeDemoDrop(again, { ...OPTIONS, seed: 3 });
    await writeDemoDrop(again, OPTIONS);

    for (const { path, isTruth } of Object.values(DEMO_FILES)) {
      const suffix = isTruth ? '-truth' : '';
      const [one, other] = [readFile(join(drop + suffix, path)), readFile(join(again + suffix, path))];
      expect((await one).equals(await other)).toBe(true);
    }
  });

  it('writes nothing for impossible options', async () => {
    const nowhere = join(folder, 'nowhere');

    await expect(writeDemoDrop(nowhere, { ...OPTIONS, places: 0 })).rejects.toThrow('places is 0');
    await expect(access(nowhere)).rejects.toThrow('ENOENT');
  });
});

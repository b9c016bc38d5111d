import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Importer } from '../../src/deliveries/import/importer.service.js';
import { MASK } from '../../src/deliveries/import/hold-texts.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { arbejdstilsynet, socialtilsynet, stps, writeDrop, type DropPart } from '../factories/drops.js';
import { concernRow, reactionRow, themeRow, tilbudRow, treatmentVisit } from '../factories/register-rows.js';
import { ask, PLANNER, type Answer } from '../support/asking.js';
import { startEmptyService, type RunningService } from '../support/running-service.js';

const NUMBER = '010190-1234';
/** A P-number that looks like a person number. */
const LOOKALIKE = '0202901234';

const CLERK: Identity = {
  role: 'REGISTER_CLERK',
  person: 'registermedarbejder',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_SYD',
};

const firstDrop = (deliveredOn: string): DropPart[] => [
  socialtilsynet(deliveredOn, {
    tilbud: [
      tilbudRow({ afdelingsnavn: `Hus 1 (${NUMBER})`, p_nummer: LOOKALIKE }),
      tilbudRow({
        afdelingsid: 'A2',
        virksomhed: `Ejer ${NUMBER}`,
        p_nummer: LOOKALIKE,
        godkendt_fra: '31-02-2020',
      }),
    ],
    tilsyn: [themeRow({ tema: `Tema ${NUMBER}` })],
    henvendelser: [concernRow({ emne: `Om ${NUMBER}` })],
  }),
  arbejdstilsynet(deliveredOn, { tilsyn: [reactionRow({ problemomraade: `Vold mod ${NUMBER}` })] }),
  stps(deliveredOn, {
    tilsyn: [treatmentVisit({ maalepunkter: [{ nr: 1, navn: `Journal ${NUMBER}`, resultat: 'opfyldt' }] })],
  }),
];

interface Held {
  id: string;
  file: string;
  lineNumber: number;
  field: string;
  text: string | null;
  shownText: string;
}

describe('texts that look like they hold a person number', () => {
  let service: RunningService;
  let folder: string;
  let drops = 0;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-held-'));
    service = await startEmptyService();
    await importDrop(...firstDrop('2026-01-01'));
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function importDrop(...parts: DropPart[]): Promise<void> {
    const drop = path.join(folder, `drop-${(drops += 1)}`);
    await writeDrop(drop, parts);
    const { files } = await service.app.get(Importer).importDrop(drop, 'spec', () => undefined);
    expect(files.filter(({ problem }) => problem !== undefined)).toEqual([]);
  }
  async function held(as = CLERK): Promise<Held[]> {
    const { body } = await ask(service, as, '{ heldTexts { id file lineNumber field text shownText } }');
    return body?.data?.['heldTexts'] as Held[];
  }
  const decide = (as: Identity, id: string, isPersonNumber: boolean): Promise<Answer> =>
    ask(service, as, 'mutation ($input: DecideHeldTextInput!) { decideHeldText(input: $input) { text } }', {
      input: { id, isPersonNumber },
    });
  const rows = async <Row>(sql: string): Promise<Row[]> =>
    (await service.database.asOwner((client) => client.query(sql))).rows as Row[];

  /** Every column of every table in which the number stands. */
  async function placesOf(number: string): Promise<string[]> {
    const columns = await rows<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const places: string[] = [];
    for (const { table, column } of columns) {
      const found = await rows(`select 1 from "${table}" where "${column}"::text like '%${number}%' limit 1`);
      if (found.length > 0) places.push(`${table}.${column}`);
    }
    return places.sort();
  }

  it('are kept apart: the number stands nowhere else, but in the key of a row whose key is a text', async () => {
    expect(await placesOf(NUMBER)).toEqual(['held_texts.held_text', 'register_rows.row_key']);
  });

  it('are shown masked', async () => {
    const shown = [
      ...(await rows<{ text: string }>('select topic as text from findings where topic is not null')),
      ...(await rows<{ text: string }>('select topic as text from concern_reports')),
      ...(await rows<{ text: string }>(
        `select name as text from source_records where authority = 'SOCIALTILSYNET'`,
      )),
    ].map(({ text }) => text);

    expect(shown).toEqual(
      expect.arrayContaining([
        `Tema ${MASK}`,
        `Vold mod ${MASK}`,
        `Journal ${MASK}`,
        `Om ${MASK}`,
        `Hus 1 (${MASK})`,
      ]),
    );
  });

  it('are masked in quarantine too, where a P-number stays what it is', async () => {
    const { body } = await ask(
      service,
      CLERK,
      '{ importRuns(first: 1) { quarantinedRows { rawText value } } }',
    );
    const [run] = body?.data?.['importRuns'] as { quarantinedRows: { rawText: string }[] }[];

    expect(run?.quarantinedRows).toHaveLength(1);
    expect(run?.quarantinedRows[0]?.rawText).toContain(`;Ejer ${MASK};`);
    expect(run?.quarantinedRows[0]?.rawText).toContain(`;${LOOKALIKE};`);
    expect(await rows(`select 1 from held_texts where held_text = '${LOOKALIKE}'`)).toEqual([]);
  });

  it('are listed for the register clerk of their register, with the place to mend', async () => {
    expect((await held()).map(({ id: _, ...text }) => text)).toEqual([
      expect.objectContaining({
        file: 'socialtilsynet/tilbud.csv',
        lineNumber: 2,
        field: 'record.name',
        text: `Hus 1 (${NUMBER})`,
        shownText: `Hus 1 (${MASK})`,
      }),
      expect.objectContaining({
        file: 'socialtilsynet/tilbud.csv',
        lineNumber: 3,
        field: 'raw_text',
        text: expect.stringContaining(`Ejer ${NUMBER}`) as string,
      }),
      expect.objectContaining({
        file: 'socialtilsynet/tilsyn.csv',
        lineNumber: 2,
        field: 'findings.0.findingKey',
      }),
      expect.objectContaining({
        file: 'socialtilsynet/tilsyn.csv',
        lineNumber: 2,
        field: 'findings.0.topic',
      }),
      expect.objectContaining({
        file: 'socialtilsynet/henvendelser.csv',
        lineNumber: 2,
        field: 'concern.topic',
        text: `Om ${NUMBER}`,
      }),
    ]);
    expect(await held({ ...CLERK, authority: 'STPS', unit: 'STPS' })).toMatchObject([
      { field: 'findings.1.topic' },
    ]);
    expect(await held({ ...CLERK, authority: 'ARBEJDSTILSYNET', unit: 'ARBEJDSTILSYNET' })).toMatchObject([
      { field: 'findings.0.topic', text: `Vold mod ${NUMBER}` },
    ]);
  });

  it('of a concern are listed for the responsible socialtilsyn alone', async () => {
    const other = await held({ ...CLERK, unit: 'SOCIALTILSYN_NORD' });

    expect(other).toHaveLength(4);
    expect(other.filter(({ file }) => file.includes('henvendelser'))).toEqual([]);
  });

  it('are for nobody but a register clerk', async () => {
    const others: Identity[] = [
      PLANNER,
      { ...CLERK, role: 'AUTHORITY_MANAGER' },
      { ...CLERK, role: 'VISITING_INSPECTOR' },
      { role: 'AUDITOR', person: 'revisor' },
      { role: 'FACILITY_USER', person: 'tilbud', facilityId: crypto.randomUUID() },
    ];
    const { transactions } = service.database;
    for (const other of others) {
      expect((await ask(service, other, '{ heldTexts { text } }')).code).toBe('FORBIDDEN');
      expect(await transactions.run(other, () => transactions.query('select * from held_texts'))).toEqual([]);
    }
  });

  it('are held once, however often they are delivered', async () => {
    const before = await held();
    await importDrop(...firstDrop('2026-02-01'));

    expect(await held()).toEqual(before);
  });

  it('are erased when they hold a person number, and stay masked', async () => {
    const [first] = await held();
    const decided = await decide(CLERK, first!.id, true);
    const again = await decide(CLERK, first!.id, false);
    await importDrop(...firstDrop('2026-03-01'));

    expect(decided.body?.data).toEqual({ decideHeldText: { text: null } });
    expect(again.code).toBe('NOT_FOUND');
    expect((await held()).some(({ field }) => field === 'record.name')).toBe(false);
    expect(
      await rows(`select held_text, decision, decided_by from held_texts where field = 'record.name'`),
    ).toEqual([{ held_text: null, decision: 'PERSON_NUMBER', decided_by: 'registermedarbejder' }]);
    expect(await rows(`select name from source_records where authority = 'SOCIALTILSYNET'`)).toEqual([
      { name: `Hus 1 (${MASK})` },
    ]);
  });

  it('are shown from the next delivery on when they are harmless', async () => {
    const topic = (await held()).find(({ field }) => field === 'concern.topic')!;
    await decide(CLERK, topic.id, false);
    const before = await rows('select topic from concern_reports');
    await importDrop(...firstDrop('2026-04-01'));

    expect(before).toEqual([{ topic: `Om ${MASK}` }]);
    expect(await rows('select topic from concern_reports')).toEqual([{ topic: `Om ${NUMBER}` }]);
  });

  it('are not decided on by a clerk of another register, nor by an id that is none', async () => {
    const [theirs] = await held({ ...CLERK, authority: 'STPS', unit: 'STPS' });

    expect((await decide(CLERK, theirs!.id, true)).code).toBe('NOT_FOUND');
    expect((await decide(CLERK, 'x', true)).code).toBe('NOT_FOUND');
    expect(await held({ ...CLERK, authority: 'STPS', unit: 'STPS' })).toHaveLength(1);
  });

  it('are named by their keys in the error of a conflicting duplicate without the number', async () => {
    await importDrop(
      socialtilsynet('2026-05-01', {
        tilsyn: [themeRow({ tema: `Tema ${NUMBER}` }), themeRow({ tema: `Tema ${NUMBER}`, score: '1,0' })],
      }),
    );

    expect(
      await rows(
        `select value, raw_text like '%${NUMBER}%' as is_told from quarantined_rows where reason = 'CONFLICTING_DUPLICATE'`,
      ),
    ).toEqual([{ value: `ST1/Tema ${MASK}`, is_told: false }]);
  });
});

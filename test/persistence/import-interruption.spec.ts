import { Transactions } from '../../src/database/transactions.js';
import { DeliveriesRepository } from '../../src/deliveries/deliveries.repository.js';
import type { RegisterFile } from '../../src/domain/inspection/register-file.js';
import { arbejdstilsynet, socialtilsynet } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { reactionRow, themeRow, tilbudRow } from '../factories/register-rows.js';

const THEMES = ['Kompetencer', 'Sundhed og trivsel', 'Fysiske rammer'];
const DROP = [
  socialtilsynet('2026-01-01', {
    tilbud: [tilbudRow(), tilbudRow({ afdelingsid: 'A2' }), 'broken'],
    tilsyn: THEMES.map((tema) => themeRow({ tema })),
  }),
  arbejdstilsynet('2026-01-01', { tilsyn: [reactionRow()] }),
];
const TILBUD = 'socialtilsynet/tilbud.csv';
const TILSYN = 'socialtilsynet/tilsyn.csv';
const REACTIONS = 'arbejdstilsynet/tilsyn.csv';

const HELD = `select (select count(*)::int from register_rows) as rows, (select count(*)::int from register_row_versions) as versions,
  (select count(*)::int from quarantined_rows) as quarantined, (select count(*)::int from source_records) as records,
  (select count(*)::int from inspection_visits) as visits, (select count(*)::int from findings) as findings,
  (select count(*)::int from facility_links) as links`;
const WHOLE = { rows: 6, versions: 6, quarantined: 1, records: 3, visits: 2, findings: 4 };

describe('an interrupted import', () => {
  let failing: string | undefined;
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open(failsOnThirdRow);
  });
  beforeEach(() => bench.empty());
  afterAll(() => bench.close());

  function failsOnThirdRow(file: RegisterFile): RegisterFile {
    return {
      ...file,
      open: (header) => {
        const reader = file.open(header);
        let rows = 0;
        return {
          readLine: (line) => {
            rows += 1;
            if (file.path === failing && rows === 3) throw new Error('the disk is gone');
            return reader.readLine(line);
          },
        };
      },
    };
  }

  it('takes a file whole or not at all, and goes on with the others', async () => {
    failing = TILSYN;

    const first = await bench.import(...DROP);
    const held = await bench.rows(HELD);
    failing = undefined;
    const second = await bench.import(...DROP);

    expect(first[TILSYN]).toMatchObject({
      read: 0,
      // What went wrong may hold a value of a row: it is for the log alone.
      problem: expect.stringMatching(
        /^The file could not be imported\. The service's log says why: [0-9a-f-]{36}$/,
      ) as string,
    });
    expect(first[TILBUD]).toMatchObject({ read: 3, new: 2, quarantined: 1 });
    expect(first[REACTIONS]).toMatchObject({ new: 1 });
    expect(held).toEqual([expect.objectContaining({ rows: 3, visits: 1, findings: 1 })]);
    expect(second).toMatchObject({
      [TILBUD]: { read: 3, new: 0, unchanged: 2, quarantined: 1 },
      [TILSYN]: { read: 3, new: 3, unchanged: 0 },
      [REACTIONS]: { new: 0, unchanged: 1 },
    });
    expect(await bench.rows(HELD)).toEqual([expect.objectContaining(WHOLE)]);
  });

  /** Calls `afterwards` when all of the file is written and nothing committed. */
  function onceWritten(path: string, afterwards: () => Promise<void>): void {
    const repository = bench.services.get(DeliveriesRepository);
    const merge = repository.mergeFile.bind(repository);
    const spy = jest.spyOn(repository, 'mergeFile').mockImplementation(async (file, rows) => {
      const report = await merge(file, rows);
      if (file.path === path) {
        spy.mockRestore();
        await afterwards();
      }
      return report;
    });
  }

  async function expectTheRestToFollow(): Promise<void> {
    expect(await bench.rows(HELD)).toEqual([expect.objectContaining({ rows: 3, visits: 1, links: 0 })]);
    expect(await bench.import(...DROP)).toMatchObject({
      [TILBUD]: { new: 0, unchanged: 2, quarantined: 1 },
      [TILSYN]: { new: 3 },
      [REACTIONS]: { new: 0, unchanged: 1 },
    });
    expect(await bench.rows(HELD)).toEqual([expect.objectContaining(WHOLE)]);
  }
  const states = (): Promise<unknown[]> => bench.rows('select state from import_runs order by started_at');

  it('goes on where the service was killed and loses nothing', async () => {
    const transactions = bench.services.get(Transactions);
    onceWritten(TILSYN, () => {
      jest.spyOn(transactions, 'run').mockRejectedValue(new Error('killed'));
      return Promise.reject(new Error('killed'));
    });

    await expect(bench.import(...DROP)).rejects.toThrow('killed');
    jest.restoreAllMocks();

    expect(await states()).toEqual([{ state: 'RUNNING' }]);
    await expectTheRestToFollow();
    expect(await bench.rows('select state, message from import_runs order by started_at')).toEqual([
      { state: 'FAILED', message: 'Interrupted; the next import goes on from here.' },
      { state: 'FINISHED', message: null },
    ]);
  });

  it('stops when the database lets go of its lock, and goes on the next time', async () => {
    onceWritten(TILSYN, async () => {
      await bench.database.asOwner((client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
        ),
      );
    });

    await expect(bench.import(...DROP)).rejects.toThrow();

    expect(await states()).toEqual([{ state: 'FAILED' }]);
    await expectTheRestToFollow();
    expect(await states()).toEqual([{ state: 'FAILED' }, { state: 'FINISHED' }]);
  });

  it('lets no second import in while one runs', async () => {
    let second: Promise<unknown> | undefined;
    const repository = bench.services.get(DeliveriesRepository);
    const join = repository.joinFiles.bind(repository);
    const spy = jest.spyOn(repository, 'joinFiles').mockImplementation(async () => {
      spy.mockRestore();
      second = expect(bench.import(...DROP)).rejects.toThrow('Another import is running');
      await second;
      await join();
    });

    await bench.import(...DROP);

    expect(second).toBeDefined();
    expect(await bench.rows('select state from import_runs')).toEqual([{ state: 'FINISHED' }]);
  });
});

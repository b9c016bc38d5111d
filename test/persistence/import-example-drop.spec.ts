import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileReport } from '../../src/deliveries/import/import-report.js';
import { openDrop, type OpenedDrop } from '../../src/deliveries/import/unpack-drop.js';
import { FacilitiesService } from '../../src/facilities/facilities.service.js';
import { ImportBench } from '../factories/import-bench.js';
import { pairwise, type Link } from '../factories/pairwise-precision.js';

const DROP = path.join(__dirname, '../../../shared/data/drops/small.tgz');
const isThere = existsSync(DROP);
if (!isThere)
  process.stderr.write(`Skipped: the import of the example drop, because ${DROP} is not there.\n`);

// The drop's terms do not let the project hold it, so it can only be tried where somebody laid it beside the project.
// eslint-disable-next-line no-restricted-syntax -- the one line above says so
(isThere ? describe : describe.skip)('the example drop', () => {
  let bench: ImportBench;
  let drop: OpenedDrop;
  let reports: Record<string, FileReport>;
  beforeAll(async () => {
    bench = await ImportBench.open();
    drop = await openDrop(DROP);
    reports = await bench.importFolder(drop.folder);
  });
  afterAll(async () => {
    await drop.discard();
    await bench.close();
  });

  const truth = (file: string): string[][] =>
    readFileSync(path.join(`${drop.folder}-truth`, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));

  it('has as many rows in quarantine as were broken on purpose, file by file', () => {
    const broken: Record<string, number> = {};
    for (const [file = '', kind] of truth('bad-rows.csv')) {
      if (kind !== 'dup') broken[file] = (broken[file] ?? 0) + 1;
    }

    const quarantined = Object.values(reports).flatMap((report) =>
      report.quarantined > 0 ? [[report.file, report.quarantined]] : [],
    );

    expect(Object.keys(broken)).not.toHaveLength(0);
    expect(Object.fromEntries(quarantined)).toEqual(broken);
  });

  it('is read whole: the counts of each file add up, and only its exact duplicates are unchanged', () => {
    const duplicates: Record<string, number> = {};
    for (const [file = '', kind] of truth('bad-rows.csv')) {
      if (kind === 'dup') duplicates[file] = (duplicates[file] ?? 0) + 1;
    }

    for (const { file, read, new: added, changed, unchanged, quarantined, problem } of Object.values(
      reports,
    )) {
      expect([file, problem, changed]).toEqual([file, undefined, 0]);
      expect([file, added + unchanged + quarantined]).toEqual([file, read]);
      expect([file, unchanged]).toEqual([file, duplicates[file] ?? 0]);
    }
  });

  it('is matched into places with a pairwise precision of at least .99', async () => {
    const decided = await bench.services.get(FacilitiesService).allLinks();

    const { precision, recall } = pairwise(
      decided.map(({ sourceKey, facilityId }): Link => [sourceKey, facilityId]),
      truth('links.csv').map(([record = '', place = '']): Link => [record, place]),
    );

    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThan(0.5);
  });

  it('changes nothing when it comes again', async () => {
    const again = await bench.importFolder(drop.folder);

    for (const report of Object.values(again)) {
      expect(report).toMatchObject({ new: 0, changed: 0, unchanged: report.read - report.quarantined });
    }
  });
});

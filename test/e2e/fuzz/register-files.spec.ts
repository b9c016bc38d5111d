import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileReport } from '../../../src/deliveries/import/import-report.js';
import { ImportBench } from '../../factories/import-bench.js';
import { Draws } from './draws.js';
import { wholeFiles, writeBrokenDrop, type Damages, type WholeFiles } from './register-files/broken-drops.js';

const SEED = 2_000;
const FILES = 2_000;

/** Statements that find rows which contradict each other. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'imports that never ended': `select id from import_runs where state <> 'FINISHED'`,
  'files whose counts do not add up': `select id from delivery_files
    where rows_read <> rows_new + rows_changed + rows_unchanged + rows_quarantined
      or least(rows_new, rows_changed, rows_unchanged, rows_quarantined) < 0`,
  'files that hold another number of rows aside than they say': `select file.id from delivery_files file
    left join quarantined_rows row on row.delivery_file_id = file.id
    group by file.id, file.rows_quarantined having count(row.id) <> file.rows_quarantined`,
  'rows without a version': `select id from register_rows row
    where not exists (select from register_row_versions version where version.row_id = row.id)`,
  'records without a place': `select source_key from source_records record
    where not exists (select from facility_links link where link.source_key = record.source_key and valid_to is null)`,
  'places that are shown without a record': `select facility_id from facility_profiles profile
    where not exists (select from facility_links link where link.facility_id = profile.facility_id and valid_to is null)`,
  'places that are linked and have no profile': `select facility_id from facility_links link
    where valid_to is null and not exists (select from facility_profiles profile where profile.facility_id = link.facility_id)`,
  'findings graver than grave': `select visit_key from findings where severity not between 0 and 4`,
};

describe('two thousand malformed register files', () => {
  let bench: ImportBench;
  let files: WholeFiles;
  beforeAll(async () => {
    bench = await ImportBench.open();
    files = await wholeFiles(path.join(bench.folder, 'whole'));
  });
  afterAll(() => bench.close());

  it('are reported each, and leave a database without contradictions', async () => {
    expect(files.size).toBe(9);
    const draws = new Draws(SEED);
    const faults: string[] = [];
    let imported = 0;
    for (let number = 0; imported < FILES && faults.length < 20; number += 1) {
      const folder = path.join(bench.folder, `drop-${number}`);
      const damages = await writeBrokenDrop(folder, number, files, draws);
      faults.push(...faultsOf(damages, await bench.importFolder(folder)));
      imported += damages.size;
      await rm(folder, { recursive: true });
    }

    expect(faults).toEqual([]);
    expect(imported).toBeGreaterThanOrEqual(FILES);
    const found = await bench.database.asOwner(async (client) => {
      const contradictions: Record<string, unknown[]> = {};
      for (const [name, sql] of Object.entries(CONTRADICTIONS)) {
        const { rows } = await client.query<Record<string, unknown>>(sql);
        if (rows.length > 0) contradictions[name] = rows.slice(0, 3);
      }
      return contradictions;
    });
    expect(found).toEqual({});
    // What was right among the broken got through, and what was broken was set aside.
    const [counts] = await bench.database.asOwner(async (client) => {
      const { rows } = await client.query<{ kept: number; aside: number; unreadable: number }>(
        `select sum(rows_new)::int as kept, sum(rows_quarantined)::int as aside,
           count(*) filter (where state = 'UNREADABLE')::int as unreadable from delivery_files`,
      );
      return rows;
    });
    expect(counts!.kept).toBeGreaterThan(100);
    expect(counts!.aside).toBeGreaterThan(1000);
    expect(counts!.unreadable).toBeGreaterThan(100);
  }, 300_000);
});

/** One sentence for each file that was not reported as it should be. */
function faultsOf(damages: Damages, reports: Readonly<Record<string, FileReport>>): string[] {
  return [...damages].flatMap(([file, damage]) => {
    const report = reports[file];
    if (!report) return [`${file} (${damage}) is missing in the report`];
    const { read, new: added, changed, unchanged, quarantined, problem } = report;
    if (problem?.startsWith('The file could not be imported')) return [`${file} (${damage}): ${problem}`];
    if (problem !== undefined) return problem.length > 10 ? [] : [`${file} (${damage}): no clear problem`];
    const addsUp = read === added + changed + unchanged + quarantined;
    const isPossible = Math.min(added, changed, unchanged, quarantined) >= 0;
    return addsUp && isPossible ? [] : [`${file} (${damage}): ${JSON.stringify(report)}`];
  });
}

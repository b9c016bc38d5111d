import fc from 'fast-check';
import { datedParts, type DatedPart } from '../factories/drop-arbitraries.js';
import { ImportBench } from '../factories/import-bench.js';

/** What is shown now, and what is known of every row over time: nothing in it tells in which order drops arrived. */
const SHOWN = {
  records: `select source_key, authority, responsible_unit, name, facts, sor_facts, hides_address, delivered_on::text,
    ended_on::text from source_records order by source_key`,
  recordVersions: `select source_key, known_on::text, facts from source_record_versions order by source_key, known_on`,
  visits: `select to_jsonb(visit) as visit from inspection_visits visit order by visit_key`,
  occasions: `select to_jsonb(occasion) as occasion from visit_occasions occasion order by visit_key`,
  findings: `select to_jsonb(finding) - 'row_id' as finding from findings finding order by visit_key, finding_key`,
  concerns: `select to_jsonb(concern) - 'row_id' as concern from concern_reports concern order by concern_key`,
  sorUnits: `select sor_code, facts from sor_units order by sor_code`,
  history: `select path, row_key, delivered_on::text, content_hash from (
      select path, row_key, delivered_on, content_hash,
        lag(content_hash) over of_row is not distinct from content_hash
          and lag(delivered_on) over of_row is not null as is_repeated
      from register_row_versions join register_rows on id = row_id
      window of_row as (partition by row_id order by delivered_on, sequence)
    ) version
    where not is_repeated order by path, row_key, delivered_on`,
};

describe('drops in any order', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  async function importInOrder(parts: readonly DatedPart[]): Promise<Record<string, unknown[]>> {
    await bench.empty();
    for (const { part } of parts) {
      for (const report of Object.values(await bench.import(part))) {
        const { read, new: added, changed, unchanged, quarantined } = report;
        expect(added + changed + unchanged + quarantined).toBe(read);
        expect(Math.min(added, changed, unchanged, quarantined)).toBeGreaterThanOrEqual(0);
      }
    }
    const shown: Record<string, unknown[]> = {};
    for (const [name, sql] of Object.entries(SHOWN)) shown[name] = await bench.rows(sql);
    return shown;
  }

  it('come to the same', async () => {
    const inTwoOrders = datedParts.chain((parts) =>
      fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
    );

    await fc.assert(
      fc.asyncProperty(inTwoOrders, async ([byDay, shuffled]) => {
        expect(await importInOrder(shuffled)).toEqual(await importInOrder(byDay));
      }),
      { numRuns: 12, interruptAfterTimeLimit: 50_000 },
    );
  });
});

import fc from 'fast-check';
import { datedParts, type DatedPart } from '../factories/drop-arbitraries.js';
import { ImportBench } from '../factories/import-bench.js';
import { shownState } from '../factories/shown-state.js';

describe('drops in any order', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  async function importInOrder(
    parts: readonly DatedPart[],
    isRemembered = true,
  ): Promise<Record<string, unknown[]>> {
    await bench.empty();
    for (const { part } of parts) {
      if (!isRemembered) await bench.rows('delete from matching_memory');
      for (const report of Object.values(await bench.import(part))) {
        const { read, new: added, changed, unchanged, quarantined } = report;
        expect(added + changed + unchanged + quarantined).toBe(read);
        expect(Math.min(added, changed, unchanged, quarantined)).toBeGreaterThanOrEqual(0);
      }
    }
    return shownState(bench);
  }

  it('come to the same, also where every matching begins from nothing', async () => {
    const inTwoOrders = datedParts.chain((parts) =>
      fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
    );

    await fc.assert(
      fc.asyncProperty(inTwoOrders, async ([byDay, shuffled]) => {
        expect(await importInOrder(shuffled)).toEqual(await importInOrder(byDay, false));
      }),
      { numRuns: 12, interruptAfterTimeLimit: 50_000 },
    );
  });
});

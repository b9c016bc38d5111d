import fc from 'fast-check';
import { CorrectionsRepository } from '../../src/deliveries/corrections.repository.js';
import { WaitingCorrections } from '../../src/deliveries/import/waiting-corrections.service.js';
import { takeUpWhatWaits } from '../../src/deliveries/take-up-what-waits.js';
import { Transactions } from '../../src/database/transactions.js';
import { SERVICE_IDENTITY } from '../../src/domain/shared/identity.js';
import { arrivingParts, type DatedPart } from '../factories/drop-arbitraries.js';
import { socialtilsynet, stps, type DropPart } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { themeRow, tilbudRow, treatmentVisit } from '../factories/register-rows.js';
import { shownState } from '../factories/shown-state.js';

/** More of them, as `ROLLBACK_RUNS=200`, take minutes. */
const RUNS = Number(process.env['ROLLBACK_RUNS'] ?? 4);

describe('rolling a delivery back', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  beforeEach(() => bench.empty());
  afterAll(() => bench.close());

  /** The delivery that this import brought. */
  async function take(part: DropPart): Promise<string> {
    await bench.import(part);
    const [delivery] = await bench.rows<{ id: string }>(
      'select id from deliveries order by received_at desc limit 1',
    );
    return delivery!.id;
  }

  async function rollBack(deliveryId: string): Promise<Record<string, unknown>> {
    const transactions = bench.services.get(Transactions);
    const corrections = bench.services.get(CorrectionsRepository);
    const foreseen = await transactions.run(SERVICE_IDENTITY, async () => {
      const consequences = {
        ...(await corrections.foresee(deliveryId)),
        ...(await corrections.foreseeFiles(deliveryId)),
      };
      await corrections.requestRollback(deliveryId, 'the wrong file', 'clerk');
      return consequences;
    });
    const waiting = bench.services.get(WaitingCorrections);
    waiting.begin();
    await waiting.settled();
    const [done] = await bench.rows<Record<string, unknown>>(
      `select state, rows_withdrawn as rows, units_removed as units, visits_removed as visits
       from delivery_rollbacks where delivery_id = $1`,
      [deliveryId],
    );
    const { rows, units, visits } = foreseen;
    expect(done).toEqual({ state: 'DONE', rows, units, visits });
    return { ...foreseen };
  }

  const january = socialtilsynet('2026-01-01', { tilbud: [tilbudRow({ pladser: '10' })] });
  const wrong = socialtilsynet('2026-02-01', {
    tilbud: [tilbudRow({ pladser: '99' }), tilbudRow({ afdelingsid: 'A9', navn: 'Fejlhuset' })],
    tilsyn: [themeRow({ tilsyn_id: 'ST9' })],
  });

  it('falls back to what the delivery before had said, and forgets what nobody else tells of', async () => {
    await take(january);
    const before = await shownState(bench);
    const delivery = await take(wrong);

    const foreseen = await rollBack(delivery);

    expect(await shownState(bench)).toEqual(before);
    expect(foreseen).toMatchObject({
      rows: 3,
      settledLater: 0,
      fallBack: 1,
      vanish: 2,
      units: 1,
      visits: 1,
      laterDeliveries: 0,
    });
  });

  it('keeps what a later whole delivery repeated, as known from that day', async () => {
    await take(january);
    const delivery = await take(wrong);
    await bench.import(socialtilsynet('2026-03-01', { tilbud: [tilbudRow({ pladser: '99' })] }));

    const foreseen = await rollBack(delivery);

    expect(foreseen).toMatchObject({ settledLater: 1, fallBack: 0, vanish: 2, units: 1, laterDeliveries: 1 });
    const said = await bench.rows(
      `select known_on::text, facts ->> 'capacityPlaces' as places from source_record_versions
       where source_key = 'socialtilsynet:T1/A1' order by known_on`,
    );
    expect(said).toEqual([
      { known_on: '2026-01-01', places: '10' },
      { known_on: '2026-03-01', places: '99' },
    ]);
  });

  it('comes back when it is imported again, under the same ids', async () => {
    await take(january);
    const delivery = await take(wrong);
    const ids = 'select facility_id from facility_profiles order by facility_id';
    const before = [await shownState(bench), await bench.rows(ids)];
    await rollBack(delivery);

    await take(wrong);

    expect([await shownState(bench), await bench.rows(ids)]).toEqual(before);
  });

  it('takes nothing out of the history: versions and links are kept, and marked', async () => {
    const delivery = await take(wrong);
    const versions = 'select count(*)::int as count from register_row_versions';
    const before = await bench.rows(versions);

    await rollBack(delivery);

    expect(await bench.rows(versions)).toEqual(before);
    expect(await bench.rows('select count(*)::int as count from withdrawn_row_versions')).toEqual(before);
    expect(await bench.rows('select source_key from facility_links where valid_to is null')).toEqual([]);
    expect(await bench.rows('select distinct source_key from facility_links order by 1')).toHaveLength(2);
    expect(await bench.rows('select facility_id from facility_profiles')).toEqual([]);
  });

  it('is taken up when the service starts, where it stopped before', async () => {
    const delivery = await take(wrong);
    await bench.rows(
      `insert into delivery_rollbacks (delivery_id, source, reason, requested_by) values ($1, 'SOCIALTILSYNET', 'the wrong file', 'clerk')`,
      [delivery],
    );

    takeUpWhatWaits(bench.services);
    await bench.services.get(WaitingCorrections).settled();

    expect(await bench.rows('select state from delivery_rollbacks')).toEqual([{ state: 'DONE' }]);
    expect(await bench.rows('select facility_id from facility_profiles')).toEqual([]);
  });

  it('leaves nothing behind of a register that nobody else delivered', async () => {
    await take(january);
    const before = await shownState(bench);
    const delivery = await take(stps('2026-01-05', { tilsyn: [treatmentVisit()] }));

    await rollBack(delivery);

    expect(await shownState(bench)).toEqual(before);
  });

  it(
    'comes to the same as never having imported it, whatever came before and after; and back',
    async () => {
      const cases = arrivingParts.chain((parts) =>
        fc.tuple(fc.constant(parts), fc.nat({ max: parts.length - 1 })),
      );
      async function importAll(parts: readonly DatedPart[]): Promise<string[]> {
        await bench.empty();
        const ids: string[] = [];
        for (const { part } of parts) ids.push(await take(part));
        return ids;
      }

      // The same file of the same day again is one delivery, however often it is sent.
      const files = (parts: readonly DatedPart[]): string[] =>
        parts.flatMap(({ part: { folder, description, files: own } }) =>
          Object.entries(own).map(
            ([name, text]) => `${folder} ${description} ${name} ${text.toString('hex')}`,
          ),
        );

      await fc.assert(
        fc.asyncProperty(cases, async ([parts, wrongOne]) => {
          fc.pre(new Set(files(parts)).size === files(parts).length);
          await importAll(parts.filter((_part, index) => index !== wrongOne));
          const never = await shownState(bench);
          const ids = await importAll(parts);
          await rollBack(ids[wrongOne]!);

          expect(await shownState(bench)).toEqual(never);

          const rest = parts.filter((_part, index) => index !== wrongOne);
          await take(parts[wrongOne]!.part);
          const again = await shownState(bench);
          await importAll([...rest, parts[wrongOne]!]);
          expect(again).toEqual(await shownState(bench));
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: 12_000 * RUNS },
      );
    },
    15_000 * RUNS,
  );
});

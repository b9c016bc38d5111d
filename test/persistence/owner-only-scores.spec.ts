import path from 'node:path';
import { SERVICE_IDENTITY, type Identity } from '../../src/domain/shared/identity.js';
import { day } from '../../src/domain/shared/day.js';
import { writeDemoDrop } from '../../src/demo/write-demo-drop.js';
import { RiskService } from '../../src/risk/risk.service.js';
import { ImportBench } from '../factories/import-bench.js';

const UNITS = [
  'SOCIALTILSYN_NORD',
  'SOCIALTILSYN_MIDT',
  'SOCIALTILSYN_SYD',
  'SOCIALTILSYN_OEST',
  'SOCIALTILSYN_HOVEDSTADEN',
];
const STRANGERS: readonly Identity[] = [
  { role: 'PLANNER', person: 'p', authority: 'ARBEJDSTILSYNET', unit: 'ARBEJDSTILSYNET' },
  { role: 'AUTHORITY_MANAGER', person: 'm', authority: 'STPS', unit: 'STPS' },
];

describe('what concerns do', () => {
  let bench: ImportBench;
  const ownersOf = (unit: string): Identity => ({
    role: 'PLANNER',
    person: 'o',
    authority: 'SOCIALTILSYNET',
    unit: unit as Identity['unit'],
  });
  /** All that somebody sees of the latest scoring: points, sums, order and days, and nothing that only says which run it was. */
  const seenBy = (identity: Identity): Promise<unknown[]> =>
    bench.rowsFor(
      identity,
      `select score.facility_id, score.authority, points, probability, band, contributions, missing, due.must_visit_by::text
       from (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1) run
       join risk_scores score on score.run_id = run.id
       left join must_visit_by due on due.facility_id = score.facility_id
       order by points desc, score.facility_id, score.authority`,
    );
  const ownScores = (identity: Identity): Promise<{ facility_id: string; points: number }[]> =>
    bench.rowsFor(
      identity,
      `select facility_id::text, points from owner_scores where run_id = (select id from risk_runs where state = 'FINISHED'
         order by finished_at desc limit 1) order by facility_id`,
    );

  beforeAll(async () => {
    bench = await ImportBench.open();
    const folder = path.join(bench.folder, 'country');
    await writeDemoDrop(folder, {
      places: 60,
      seed: 1,
      deliveredOn: day('2026-11-01'),
      from: day('2019-01-01'),
    });
    await bench.importFolder(folder);
    await bench.services.get(RiskService).scoreAll('spec', () => undefined);
  });
  afterAll(() => bench.close());

  it('moves the owner\u2019s score alone: to all others points, sums, order and days are the same as without any concern', async () => {
    const before = await Promise.all(STRANGERS.map(seenBy));
    const owned = await Promise.all(UNITS.map((unit) => ownScores(ownersOf(unit))));
    await bench.rows('delete from concern_reports');
    await bench.services.get(RiskService).scoreAll('spec', () => undefined);
    const after = await Promise.all(STRANGERS.map(seenBy));

    expect(before[0]!.length).toBeGreaterThan(100);
    expect(after).toEqual(before);
    expect(owned.flat().length).toBeGreaterThan(20);
    expect(await Promise.all(UNITS.map((unit) => ownScores(ownersOf(unit))))).not.toEqual(owned);
  });

  it('shows the owner\u2019s score and days to the owning unit alone, each place to one', async () => {
    const [all] = await bench.rows<{ count: number }>('select count(*)::int as count from must_visit_by');
    const counts = await Promise.all(
      UNITS.map(async (unit) => (await bench.rowsFor(ownersOf(unit), 'select from must_visit_by')).length),
    );

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all!.count);
    for (const stranger of STRANGERS) {
      expect(await bench.rowsFor(stranger, 'select from must_visit_by')).toEqual([]);
      expect(await ownScores(stranger)).toEqual([]);
      expect(await bench.rowsFor(stranger, 'select from owner_models')).toEqual([]);
    }
    expect(await bench.rowsFor(ownersOf(UNITS[0]!), 'select from owner_models')).toEqual([]);
    // The day follows from the score, and an inspector judges without it.
    const inspector: Identity = { ...ownersOf(UNITS[0]!), role: 'VISITING_INSPECTOR' };
    expect(await bench.rowsFor(inspector, 'select from must_visit_by')).toEqual([]);
  });

  it('gives every place a last day of a quarter, so that neither day nor its absence tells anything', async () => {
    const [told] = await bench.rowsFor<{ places: number; quarters: number }>(
      SERVICE_IDENTITY,
      `select (select count(*) from owner_scores where run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1))::int
           - (select count(*) from must_visit_by)::int as places,
         (select count(*) from must_visit_by where (must_visit_by + 1) <> date_trunc('quarter', must_visit_by + 1)::date)::int as quarters`,
    );

    expect(told).toEqual({ places: 0, quarters: 0 });
  });
});

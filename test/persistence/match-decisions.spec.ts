import { FacilitiesService } from '../../src/facilities/facilities.service.js';
import { socialtilsynet, stps } from '../factories/drops.js';
import { ImportBench } from '../factories/import-bench.js';
import { tilbudRow, unvisitedLocation } from '../factories/register-rows.js';

const [AFDELING, LOCATION] = ['socialtilsynet:T1/A1', 'stps:SP1'];

describe('what people decided about records', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  beforeEach(async () => {
    await bench.empty();
    const row = tilbudRow();
    const same = { navn: row['navn'], adresse: row['adresse'], postnr: row['postnr'] };
    await bench.import(
      socialtilsynet('2026-01-01', { tilbud: [row] }),
      stps('2026-01-01', { tilsyn: [unvisitedLocation(same)] }),
    );
  });
  afterAll(() => bench.close());

  const decide = (kind: string, undoes: string | null = null): Promise<{ id: string }[]> =>
    bench.rows(
      `insert into match_decisions (kind, left_keys, right_keys, undoes, reason, decided_by, authority)
       values ($1, array['${AFDELING}'], array['${LOCATION}'], $2, 'set on the spot', 'clerk', 'STPS') returning id`,
      [kind, undoes],
    );
  const match = (): Promise<void> => bench.services.get(FacilitiesService).matchPlaces(() => undefined);
  const placeCount = async (): Promise<number> =>
    (await bench.rows('select distinct facility_id from facility_links where valid_to is null')).length;
  const states = (): Promise<unknown[]> =>
    bench.rows('select left_key, right_key, state, decided_by from match_candidates');

  it('holds for the next matching and for every later import, until it is undone', async () => {
    const before = await placeCount();
    const [decision] = await decide('NEVER_LINK');
    await match();
    const after = [await placeCount(), await states()];
    await bench.import(socialtilsynet('2026-02-01', { tilbud: [tilbudRow({ pladser: '7' })] }));
    const later = await placeCount();
    await decide('UNDO', decision!.id);
    await match();

    expect(before).toBe(1);
    expect(after).toEqual([
      2,
      [{ left_key: AFDELING, right_key: LOCATION, state: 'APART', decided_by: 'PERSON' }],
    ]);
    expect(later).toBe(2);
    expect(await placeCount()).toBe(1);
  });

  it('cannot be changed or removed, only undone once', async () => {
    const [decision] = await decide('SPLIT');
    await decide('UNDO', decision!.id);

    await expect(bench.rows(`update match_decisions set reason = 'other'`)).rejects.toThrow(
      'permission denied',
    );
    await expect(bench.rows('delete from match_decisions')).rejects.toThrow('permission denied');
    await expect(decide('UNDO', decision!.id)).rejects.toThrow('match_decisions_undoes_key');
  });

  it('does not touch what did not change when nothing is new', async () => {
    const runs = `select count(*)::int as runs from matching_runs`;
    const before = await bench.rows(runs);
    await match();

    expect(await bench.rows(runs)).toEqual(before);
  });
});

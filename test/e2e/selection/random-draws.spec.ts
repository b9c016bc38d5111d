import { createHash } from 'node:crypto';
import { day, type Day } from '../../../src/domain/shared/day.js';
import { SERVICE_IDENTITY, type Identity } from '../../../src/domain/shared/identity.js';
import { RandomDraws } from '../../../src/selection/random-draws.service.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { employee, MINISTRY, told, worksAt } from '../graphql/people.js';

const TODAY = day('2026-10-05');

describe('a random draw', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  const rows = <Row>(identity: Identity, sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    service.database.transactions.run(identity, () =>
      service.database.transactions.query<Row>(sql, parameters),
    );
  const asService = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    rows(SERVICE_IDENTITY, sql, parameters);
  const draw = (within: Day = TODAY): Promise<unknown> =>
    service.app.get(RandomDraws).drawQuarter(within, TODAY);

  it('commits to seeds, draws by the random share of the expected visits, and leaves the others alone', async () => {
    // A serious event, and a deadline within the quarter: neither is for chance.
    const [place] = await asService<{ id: string }>(
      `select link.facility_id as id from facility_links link join source_records record using (source_key)
       where record.authority = 'STPS' and link.valid_to is null order by 1 limit 1`,
    );
    await rows(
      employee('PLANNER', 'STPS'),
      `insert into serious_events (facility_id, kind, secrecy, derives_from_concern, occurred_on, description)
       values ($1, 'FATALITY', 'SHARED', false, '2026-10-01', 'Et dødsfald i weekenden')`,
      [place!.id],
    );

    await draw();

    const draws = await asService<{ authority: string; isDrawn: boolean; expected: number; size: number }>(
      `select authority, drawn_at is not null as "isDrawn", frame_size as frame,
         share * expected_visits as expected, sample_size as size from random_draws order by period_from, authority`,
    );
    expect(draws.map(({ authority, isDrawn }) => [authority, isDrawn])).toEqual([
      ['ARBEJDSTILSYNET', true], ['SOCIALTILSYNET', true], ['STPS', true],
      ['ARBEJDSTILSYNET', false], ['SOCIALTILSYNET', false], ['STPS', false],
    ]); // prettier-ignore
    for (const { size, expected } of draws.slice(0, 3)) expect(size).toBeCloseTo(expected, 9);

    const drawn = await asService<{ matches: boolean; arm: string; latest: string | null }>(
      `select selection.probability = place.probability and place.is_drawn as matches, place.arm
       from visit_selections selection
       join random_draw_places place on place.draw_id = selection.draw_id and place.facility_id = selection.facility_id
       where selection.channel = 'RANDOM'`,
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect(new Set(drawn.map(({ matches, arm }) => `${matches} ${arm}`))).toEqual(new Set(['true CHANCE']));

    const [certain] = await asService<{ arm: string }>(
      `select arm from random_draw_places place join random_draws draw on draw.id = place.draw_id
       where draw.authority = 'STPS' and facility_id = $1`,
      [place!.id],
    );
    expect(certain).toEqual({ arm: 'CERTAIN' });
    const overdue = await asService<{ count: number }>(
      `select count(*)::int as count from visit_selections selection
       join facility_links link on link.facility_id = selection.facility_id and link.valid_to is null
       join inspection_visits visit on visit.source_key = link.source_key and visit.authority = selection.authority
       where selection.channel = 'RANDOM' and selection.authority = 'SOCIALTILSYNET'
       group by selection.facility_id having max(visit.occurred_on) + 730 <= '2026-12-31'`,
    );
    expect(overdue).toEqual([]);
  });

  it('is done once a quarter, and never for one that is over', async () => {
    await expect(draw()).rejects.toThrow('a draw is never repeated');
    await expect(draw(day('2026-09-30'))).rejects.toThrow('is over');
  });

  it('keeps its seed from everybody until the quarter is over, and stands as it was made', async () => {
    const owner = employee('MODEL_OWNER', 'STPS');

    expect(await rows(owner, 'select * from random_draw_seeds')).toEqual([]);
    expect(await rows(owner, 'select 1 from random_draws where drawn_at is not null')).toHaveLength(1);
    await expect(asService('update random_draws set share = 0 where drawn_at is not null')).rejects.toThrow(
      'stands as it is',
    );
    await expect(
      asService(
        `insert into random_draw_seeds (draw_id, seed) select id, repeat('x', 40) from random_draws limit 1`,
      ),
    ).rejects.toThrow('not the one that was committed to');
  });

  it('can be done again by everybody when its quarter is over', async () => {
    // A year earlier, as if the quarter had passed.
    await service.database.asOwner(async (client) => {
      await client.query('alter table random_draws disable trigger keep');
      await client.query(
        `update random_draws set period_from = period_from - 365, period_to = period_to - 365 where drawn_at is not null`,
      );
      await client.query('alter table random_draws enable trigger keep');
    });

    const { randomDraws } = await told<{
      randomDraws: { seed: string | null; seedHash: string; isReproduced: boolean | null }[];
    }>(service, employee('MODEL_OWNER', 'STPS'), '{ randomDraws { seed seedHash isReproduced } }');

    const [next, over] = randomDraws;
    expect([next!.seed, next!.isReproduced]).toEqual([null, null]);
    expect(over!.isReproduced).toBe(true);
    expect(createHash('sha256').update(over!.seed!).digest('hex')).toBe(over!.seedHash);

    await service.database.asOwner((client) =>
      client.query(
        `update random_draw_places set is_drawn = not is_drawn where arm = 'CHANCE'
         and draw_id in (select id from random_draws where authority = 'STPS')`,
      ),
    );
    const answer = await told<typeof Object>(
      service,
      employee('MODEL_OWNER', 'STPS'),
      '{ randomDraws { isReproduced } }',
    );
    expect(answer).toEqual({ randomDraws: [{ isReproduced: null }, { isReproduced: false }] });
  });

  it('is known to those who plan for the same authority alone', async () => {
    const count = async (identity: Identity): Promise<number> =>
      (await rows(identity, `select 1 from visit_selections where authority = 'SOCIALTILSYNET'`)).length;
    const [chosen] = await asService<{ id: string }>(
      `select facility_id as id from visit_selections where channel = 'RANDOM' and authority = 'SOCIALTILSYNET' limit 1`,
    );

    expect(await count(employee('PLANNER'))).toBeGreaterThan(0);
    for (const identity of [
      worksAt(chosen!.id),
      employee('VISITING_INSPECTOR'),
      employee('REGISTER_CLERK'),
      employee('PLANNER', 'STPS'),
      MINISTRY,
    ]) {
      expect([identity.role, await count(identity)]).toEqual([identity.role, 0]);
    }
    const asked = await told<{ facility: { selections: unknown[] } }>(
      service,
      worksAt(chosen!.id),
      'query ($id: ID!) { facility(id: $id) { selections { channel } } }',
      { id: chosen!.id },
    );
    expect(asked.facility.selections).toEqual([]);
  });
});

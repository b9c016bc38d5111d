import { Transactions } from '../../src/database/transactions.js';
import { SERVICE_IDENTITY } from '../../src/domain/shared/identity.js';
import { MatchReviewRepository } from '../../src/facilities/match-review.repository.js';
import type { QueueOrder } from '../../src/facilities/queue-order.js';
import { ImportBench } from '../factories/import-bench.js';

describe('the queue of pairs', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await ImportBench.open();
    await bench.rows(`insert into source_records (source_key, authority, name, facts, hides_address, delivered_on)
      select 'socialtilsynet:' || key, 'SOCIALTILSYNET', key, jsonb_build_object('capacityPlaces', places), false, '2026-01-01'
      from (values ('A', 5), ('B', null), ('C', 40), ('D', 7)) as unit (key, places)`);
    await bench.rows(`insert into match_models (version, parameters) values ('spec', '{}')`);
    await bench.rows(`insert into match_candidates
        (left_key, right_key, weights, total_weight, probability, state, decided_by, model_version, decided_at)
      select 'socialtilsynet:' || one, 'socialtilsynet:' || other, '[]', 0, probability, 'QUEUED', 'MODEL', 'spec', day::timestamptz
      from (values ('A', 'B', 0.5, '2026-01-02'), ('B', 'C', 0.2, '2026-01-03'), ('B', 'D', 0.7, '2026-01-01'))
        as pair (one, other, probability, day)`);
  });
  afterAll(() => bench.close());

  it.each<[QueueOrder, string]>([
    ['MOST_UNCERTAIN', 'AB BD BC'],
    ['OLDEST', 'BD AB BC'],
    ['MOST_PEOPLE', 'BC BD AB'],
  ])('begins with the %s', async (order, expected) => {
    const pairs = await bench.services
      .get(Transactions)
      .run(SERVICE_IDENTITY, () => bench.services.get(MatchReviewRepository).queue({}, order, 10, 0));

    expect(pairs.map(({ leftKey, rightKey }) => `${leftKey.slice(-1)}${rightKey.slice(-1)}`).join(' ')).toBe(
      expected,
    );
  });
});

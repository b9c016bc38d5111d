import path from 'node:path';
import { day } from '../../src/domain/shared/day.js';
import { writeDemoDrop } from '../../src/demo/write-demo-drop.js';
import { ModelRegistry } from '../../src/risk/model-registry.service.js';
import { RiskService } from '../../src/risk/risk.service.js';
import { ImportBench } from '../factories/import-bench.js';

describe('the registry of models', () => {
  let bench: ImportBench;
  let registry: ModelRegistry;
  let risk: RiskService;
  const silently = (): void => undefined;
  const scoredBy = (): Promise<{ version: number }[]> =>
    bench.rows(
      `select distinct model.version from risk_scores score join risk_models model on model.id = score.model_id
       where run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1)`,
    );

  beforeAll(async () => {
    bench = await ImportBench.open();
    registry = bench.services.get(ModelRegistry);
    risk = bench.services.get(RiskService);
    const folder = path.join(bench.folder, 'country');
    await writeDemoDrop(folder, {
      places: 30,
      seed: 2,
      deliveredOn: day('2026-11-01'),
      from: day('2020-01-01'),
    });
    await bench.importFolder(folder);
    await risk.scoreAll('spec', silently);
  });
  afterAll(() => bench.close());

  it('scores by the newest training while nobody has approved any', async () => {
    await risk.scoreAll('spec', silently);

    expect((await registry.report()).inForce).toBeNull();
    expect(await scoredBy()).toEqual([{ version: 2 }]);
  });

  it('makes the same model of the same data, byte by byte but for its version', async () => {
    expect(await registry.record(2, 1)).toEqual([]);
    expect((await registry.record(1)).length).toBeGreaterThan(10);
    const [differing] = await bench.rows<{ count: number }>(
      `select count(*)::int as count from risk_models one join risk_models two using (authority)
       where one.version = 1 and two.version = 2 and one.model - 'version' <> two.model - 'version'`,
    );
    expect(differing!.count).toBe(0);
  });

  it('writes a card of each version from the models and tables, and what differs between two', async () => {
    const card = await registry.card(1, day('2026-11-01'));

    expect(card[0]).toBe('# Model card and algorithm record, version 1');
    expect(card.filter((line) => /^- authority: /.test(line))).toHaveLength(3);
    expect(card.filter((line) => /^- (LOW|MEDIUM|HIGH|VERY_HIGH) from /.test(line))).toHaveLength(4);
    expect(await registry.card(2, day('2026-11-01'), 1)).toEqual([
      '- # Model card and algorithm record, version 1',
      '+ # Model card and algorithm record, version 2',
    ]);
  });

  it('scores by what a named person approved, and by the one before after a rollback', async () => {
    await registry.approve(1, 'better than the rule', 'Mads Modelansvarlig');
    await risk.scoreAll('spec', silently);
    expect(await scoredBy()).toEqual([{ version: 1 }]);

    const trained = await risk.trainCandidate(silently);
    await registry.approve(trained, 'trained on newer visits', 'Mads Modelansvarlig');
    expect(await registry.rollBack('it gave odd scores in Syd', 'Mads Modelansvarlig')).toEqual({
      from: trained,
      to: 1,
    });
    await risk.scoreAll('spec', silently);

    expect(await scoredBy()).toEqual([{ version: 1 }]);
    const report = await registry.report();
    expect(report).toMatchObject({ inForce: 1, alarms: [] });
    expect(
      report.decisions.map(({ version, decision, decidedBy }) => [version, decision, decidedBy]),
    ).toEqual([
      [1, 'APPROVED', 'Mads Modelansvarlig'],
      [trained, 'APPROVED', 'Mads Modelansvarlig'],
      [trained, 'ROLLED_BACK', 'Mads Modelansvarlig'],
    ]);
  });

  it('refuses what nobody explains or answers for, and what does not exist', async () => {
    await expect(registry.approve(99, 'it does not exist', 'Mads')).rejects.toThrow(
      'There is no version 99 of the models',
    );
    await expect(registry.approve(1, 'short', 'Mads')).rejects.toThrow('reason is "short"');
    await expect(registry.rollBack('a reason that is long enough', ' ')).rejects.toThrow(
      'A named person decides',
    );
  });

  it('does not score by approved models of another rule for what is serious', async () => {
    await bench.rows(
      `insert into risk_models (authority, version, trained_through, training_rows, model, adoption)
       select authority, 99, trained_through, training_rows, jsonb_set(model, '{outcomeDefinition}', '2'), adoption
       from risk_models where version = 1 returning id`,
    );
    await registry.approve(99, 'by the new rule for serious', 'Mads Modelansvarlig');
    await risk.scoreAll('spec', silently);

    const [used] = await scoredBy();
    expect(used).toEqual({ version: 100 });
  });
});

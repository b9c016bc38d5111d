import { openDemandPool } from './demand-pool.js';
import { benchmarkYear } from '../../domain/planning/stage-one/benchmark-year.factory.js';
import { solveYear } from '../../domain/planning/stage-one/solve-year.js';

const BUDGETS = { samplePasses: 0, pricePasses: 60, searchPasses: 3, rebuilds: 200 };

describe(openDemandPool.name, () => {
  it('gives the same bytes on one thread, on two and on three', () => {
    const problem = benchmarkYear({ facilities: 150, seed: 6 });
    const alone = solveYear(problem, { seed: 'spec', budgets: BUDGETS });
    for (const threads of [1, 2, 3]) {
      const pool = openDemandPool(problem, threads);
      const together = solveYear(problem, { seed: 'spec', budgets: BUDGETS, ask: pool.ask });
      pool.close();
      expect(together.upperBound).toBe(alone.upperBound);
      expect(together.plan.bucketOf).toEqual(alone.plan.bucketOf);
      expect(together.plan.togetherOf).toEqual(alone.plan.togetherOf);
    }
  });
});

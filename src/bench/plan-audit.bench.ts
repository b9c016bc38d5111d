import { benchmarkYear } from '../domain/planning/stage-one/benchmark-year.factory.js';
import { linearModel } from '../domain/planning/stage-one/linear-model.js';
import { solveYear } from '../domain/planning/stage-one/solve-year.js';
import { solveWithHighs } from '../planning/solver/solve-with-highs.js';
import { atMost, reported, type Bench, type Measurement } from './measurement.js';

/** Facilities whose linear optimum HiGHS finds, and those small enough, with hours to spare, for a proven best plan. */
const LINEAR = [300, 3_000];
const PROVEN = [40, 60, 80, 120];
const SPARE_HOURS = 1.6;
const SECONDS = 600;

/** What HiGHS says of the planner's bounds and plans. */
export const planAuditBench: Bench = {
  name: 'plan-audit',
  summary: 'the bound against the linear optimum, and small plans against the proven best, by HiGHS',
  options: {},
  async *measure(_options, say): AsyncIterable<Measurement> {
    for (const facilities of LINEAR) {
      say(`linear optimum of ${facilities} facilities ...`);
      const problem = benchmarkYear({ facilities, seed: 1 });
      const optimum = await optimumOf(problem, false);
      const budgets = { samplePasses: 0, pricePasses: 600, searchPasses: 0, rebuilds: 0 };
      const { upperBound } = solveYear(problem, { seed: 'audit', budgets });
      if (optimum === undefined)
        yield reported(`linear optimum of ${facilities} not found in time`, SECONDS, 'seconds');
      else
        yield atMost(
          `bound above the linear optimum, N=${facilities}`,
          Math.abs(upperBound / optimum - 1),
          0.0005,
        );
    }
    for (const facilities of PROVEN) {
      say(`proven best plan of ${facilities} facilities ...`);
      const problem = benchmarkYear({ facilities, seed: 1, capacityShare: SPARE_HOURS });
      const optimum = await optimumOf(problem, true);
      const budgets = { samplePasses: 0, pricePasses: 400, searchPasses: 6, rebuilds: 350_000 };
      const startedAt = process.cpuUsage();
      const { value } = solveYear(problem, { seed: 'audit', budgets });
      const { user } = process.cpuUsage(startedAt);
      yield reported(`cpu_s of the plan, N=${facilities}`, user / 1e6, 's');
      if (optimum === undefined)
        yield reported(`best plan of ${facilities} not proven in time`, SECONDS, 'seconds');
      else yield atMost(`below the proven best plan, N=${facilities}`, 1 - value / optimum, 0.003);
    }
  },
};

async function optimumOf(
  problem: Parameters<typeof linearModel>[0],
  isWhole: boolean,
): Promise<number | undefined> {
  const answer = await solveWithHighs(linearModel(problem), { isWhole, seconds: SECONDS }).answer;
  return answer.status === 'OPTIMAL' ? answer.objective : undefined;
}

import { solveWithHighs } from './solve-with-highs.js';
import { benchmarkYear } from '../../domain/planning/stage-one/benchmark-year.factory.js';
import { linearModel, type LinearModel } from '../../domain/planning/stage-one/linear-model.js';
import { solveYear } from '../../domain/planning/stage-one/solve-year.js';
import type { YearProblem } from '../../domain/planning/stage-one/year-problem.js';

const BUDGETS = { samplePasses: 0, pricePasses: 400, searchPasses: 6, rebuilds: 3_000 };

function planned(problem: YearProblem, rebuilds = BUDGETS.rebuilds) {
  return solveYear(problem, { seed: 'audit', budgets: { ...BUDGETS, rebuilds } });
}

async function optimumOf(model: LinearModel, isWhole: boolean): Promise<number> {
  const answer = await solveWithHighs(model, { isWhole, seconds: 40 }).answer;
  if (answer.status !== 'OPTIMAL') throw new Error(`HiGHS answered ${answer.status}.`);
  return answer.objective;
}

describe(solveWithHighs.name, () => {
  it('audits the bound: prices come within 0.05 % of the linear optimum', async () => {
    const problem = benchmarkYear({ facilities: 60, seed: 1 });
    const linear = await optimumOf(linearModel(problem), false);
    const { upperBound } = planned(problem, 0);
    expect(upperBound).toBeGreaterThanOrEqual(linear * (1 - 1e-6));
    expect(upperBound / linear - 1).toBeLessThan(0.0005);
  });

  it('proves that small plans are within 0.3 % of the best, and that the bound holds', async () => {
    // Hours to spare: with short ones a proof takes minutes.
    const problem = benchmarkYear({ facilities: 20, seed: 2, capacityShare: 1.6 });
    const best = await optimumOf(linearModel(problem), true);
    const { value, upperBound } = planned(problem);
    expect(value).toBeLessThanOrEqual(best * (1 + 1e-6));
    expect(value / best).toBeGreaterThan(0.997);
    expect(upperBound).toBeGreaterThanOrEqual(best * (1 - 1e-6));
  });

  it('names the rows and columns of a conflict', async () => {
    // Three columns that must be taken, of 4, 5 and 1 hours; two rows of 8 and 100 hours.
    const model: LinearModel = {
      cost: Float64Array.of(1, 1, 1),
      lower: Float64Array.of(1, 1, 1),
      upper: Float64Array.of(1, 1, 1),
      rowUpper: Float64Array.of(8, 100),
      starts: Int32Array.of(0, 2, 4, 5),
      indices: Int32Array.of(0, 1, 0, 1, 1),
      values: Float64Array.of(4, 4, 5, 5, 1),
    };
    expect(await solveWithHighs(model, { isWhole: false, seconds: 5 }).answer).toMatchObject({
      status: 'INFEASIBLE',
      rows: [0],
    });
  });

  it('ends within a second when it is cancelled', async () => {
    const run = solveWithHighs(linearModel(benchmarkYear({ facilities: 150, seed: 1 })), {
      isWhole: true,
      seconds: 60,
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    const cancelledAt = performance.now();
    run.cancel();
    expect(await run.answer).toEqual({ status: 'ENDED' });
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
  });
});

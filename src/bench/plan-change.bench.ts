import { benchmarkYear } from '../domain/planning/stage-one/benchmark-year.factory.js';
import { solveYear } from '../domain/planning/stage-one/solve-year.js';
import {
  inclusionProbabilities,
  uncertaintyOf,
  withTimingNoise,
} from '../domain/planning/stage-one/timing-noise.js';
import { YearPlan } from '../domain/planning/stage-one/year-plan.js';
import type { YearProblem } from '../domain/planning/stage-one/year-problem.js';
import { seededRandom } from '../domain/shared/seeded-random.js';
import { atLeast, atMost, reported, type Bench, type Measurement } from './measurement.js';

const FACILITIES = 3_000;
const BUDGETS = { samplePasses: 0, pricePasses: 300, searchPasses: 6, rebuilds: 300_000 };
const AGAIN = { samplePasses: 0, pricePasses: 80, searchPasses: 3, rebuilds: 100_000 };
const RESCORED = 0.05;
const STICKINESS = 0.05;
const NEAR_WEEKS = 6;
const DRAWS = 12;

/** How little a plan moves when scores change, and how hard it is to foresee. */
export const planChangeBench: Bench = {
  name: 'plan-change',
  summary: 'what moves when one score in twenty is new, and what timing by chance hides and costs',
  options: {},
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface lets benches wait for a database
  async *measure(_options, say): AsyncIterable<Measurement> {
    const problem = benchmarkYear({ facilities: FACILITIES, seed: 1 });
    say('the plan in force ...');
    const inForce = solveYear(problem, { seed: 'change', budgets: BUDGETS });
    const rescored = rescore(problem);
    say('from nothing ...');
    const fresh = solveYear(rescored, { seed: 'fresh', budgets: BUDGETS });
    say('from the plan in force ...');
    const held = commit(rescored, inForce.plan);
    const startedAt = process.cpuUsage();
    const again = solveYear(held, { seed: 'again', budgets: AGAIN, startPrices: inForce.prices.ofRow });
    const { user, system } = process.cpuUsage(startedAt);
    yield reported(
      'moved_from_nothing',
      movedNear(problem, inForce.plan, fresh.plan),
      'share of visits in six weeks',
    );
    yield atMost(
      'moved',
      movedNear(problem, inForce.plan, again.plan),
      0.025,
      'share of visits in six weeks',
    );
    yield atMost('objective_lost', 1 - valueOn(rescored, again.plan) / fresh.value, 0.001);
    yield atMost('replan_cpu_s', (user + system) / 1e6, 8, 's');

    const draws = Array.from({ length: DRAWS }, (_, draw) => {
      say(`draw ${draw + 1} of ${DRAWS} ...`);
      const noisy = withTimingNoise(problem, seededRandom(1_000 + draw));
      return solveYear(noisy, {
        seed: `draw ${draw}`,
        budgets: { ...AGAIN, searchPasses: 6 },
        startPrices: inForce.prices.ofRow,
      });
    });
    const plain = solveYear(problem, {
      seed: 'plain',
      budgets: { ...AGAIN, searchPasses: 6 },
      startPrices: inForce.prices.ofRow,
    });
    const { entropyBits, topProbability } = uncertaintyOf(problem, inclusionProbabilities(problem, draws));
    const riskOf = (plan: YearPlan): number => valueOn(problem, plan) - plan.totalDuty();
    const mean = draws.reduce((sum, { plan }) => sum + riskOf(plan), 0) / DRAWS;
    yield atLeast('entropy', entropyBits, 1, 'bits');
    yield atMost('top_bucket_probability', topProbability, 0.7, 'share');
    yield atMost('risk_lost_by_noise', 1 - mean / riskOf(plain.plan), 0.005);
  },
};

function rescore(problem: YearProblem): YearProblem {
  const random = seededRandom(77);
  const worth = problem.worth.slice();
  for (let facility = 0; facility < problem.facilities; facility += 1) {
    if (random() >= RESCORED) continue;
    const factor = 0.4 + 1.6 * random();
    for (
      let at = problem.firstSlot[facility]! * problem.buckets;
      at < problem.firstSlot[facility + 1]! * problem.buckets;
      at += 1
    )
      worth[at]! *= factor;
  }
  return { ...problem, worth };
}

function commit(problem: YearProblem, plan: YearPlan): YearProblem {
  const worth = problem.worth.slice();
  const committedWeek = plan.weekOf.slice();
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const bucket = plan.bucketOf[slot]!;
    if (bucket >= 0)
      worth[slot * problem.buckets + bucket]! += STICKINESS * (plan.weekOf[slot]! < NEAR_WEEKS ? 3 : 1);
  }
  return { ...problem, worth, committedWeek, stickiness: STICKINESS };
}

function valueOn(problem: YearProblem, plan: YearPlan): number {
  const same = new YearPlan(problem);
  same.bucketOf.set(plan.bucketOf);
  same.weekOf.set(plan.weekOf);
  same.togetherOf.set(plan.togetherOf);
  same.recompute();
  return same.value;
}

/** Share of the visits of the first six weeks that another plan does not make in the same bucket. */
function movedNear(problem: YearProblem, before: YearPlan, after: YearPlan): number {
  let [near, moved] = [0, 0];
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const bucket = before.bucketOf[slot]!;
    if (bucket < 0 || problem.firstWeek[bucket]! >= NEAR_WEEKS) continue;
    near += 1;
    if (after.bucketOf[slot] !== bucket) moved += 1;
  }
  return moved / Math.max(1, near);
}

import { createHash } from 'node:crypto';
import { apart, withoutLimit } from './baseline-years.js';
import { benchmarkYear } from './benchmark-year.factory.js';
import { askHere } from './demand.js';
import { solveYear, type SolvedYear, type YearOptions } from './solve-year.js';
import type { YearProblem } from './year-problem.js';
import type { StageOneProgress } from '../stage-one-options.js';

const BUDGETS = { samplePasses: 0, pricePasses: 100, searchPasses: 3, rebuilds: 300 };

function solve(problem: YearProblem, over: Partial<YearOptions> = {}): SolvedYear {
  return solveYear(problem, { seed: 'spec', budgets: BUDGETS, ...over });
}

function hashOf({ plan }: SolvedYear): string {
  return createHash('sha256')
    .update(plan.bucketOf)
    .update(plan.weekOf)
    .update(plan.togetherOf)
    .digest('hex')
    .slice(0, 16);
}

function pinnedAt(problem: YearProblem, slots: readonly number[], { plan }: SolvedYear): YearProblem {
  const [pinnedWeek, worth] = [problem.pinnedWeek.slice(), problem.worth.slice()];
  const [openLow, openHigh] = [problem.openLow.slice(), problem.openHigh.slice()];
  for (const slot of slots) {
    const week = plan.weekOf[slot]!;
    pinnedWeek[slot] = week;
    openLow[slot] = week < 32 ? 1 << week : 0;
    openHigh[slot] = week < 32 ? 0 : 1 << (week - 32);
    for (let bucket = 0; bucket < problem.buckets; bucket += 1)
      if (bucket !== plan.bucketOf[slot]) worth[slot * problem.buckets + bucket] = -Infinity;
  }
  return { ...problem, pinnedWeek, worth, openLow, openHigh };
}

describe(solveYear.name, () => {
  const small = benchmarkYear({ facilities: 120, seed: 3 });
  const solved = solve(small);

  it('gives the same bytes for the same seed and budgets, and the bytes that it gave before', () => {
    expect(hashOf(solve(small))).toBe(hashOf(solved));
    // A change of the algorithm changes these on purpose; a change of anything else must not.
    expect(hashOf(solved)).toBe('933966b6b5e8f32b');
    expect(hashOf(solve(benchmarkYear({ facilities: 600, seed: 1 })))).toBe('dc7c679cb35732f3');
  });

  it('does not find another plan when somebody looks on', () => {
    const seen: StageOneProgress[] = [];
    expect(hashOf(solve(small, { onProgress: (progress) => void seen.push(progress) }))).toBe(hashOf(solved));
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['PRICES', 'FILL', 'SEARCH']));
  });

  it('reports a finite bound that never rises and a gap that never becomes negative', () => {
    const bounds: number[] = [];
    solve(small, {
      onProgress: ({ upperBound, gap }) => {
        bounds.push(upperBound);
        expect(gap ?? 0).toBeGreaterThanOrEqual(0);
      },
    });
    expect(bounds.every(Number.isFinite)).toBe(true);
    expect(bounds.every((bound, index) => index === 0 || bound <= bounds[index - 1]!)).toBe(true);
  });

  it('returns the best plan so far when it is cancelled', () => {
    for (const after of [1, 60, 110]) {
      let asked = 0;
      const cancelled = solve(small, { isCancelled: () => (asked += 1) > after });
      expect(cancelled.ended).toBe('CANCELLED');
      expect(cancelled.value).toBeGreaterThan(0);
      expect(cancelled.value).toBeLessThanOrEqual(cancelled.upperBound);
    }
  });

  it('bounds the plans of less than all facilities by what the whole could reach', () => {
    expect(solved.upperBound).toBeGreaterThan(solved.value);
    expect(solved.riskUpperBound).toBeGreaterThan(solved.value - solved.dutyValue);
    expect(solved.riskUpperBound).toBeLessThanOrEqual(solved.upperBound - solved.dutyValue + 1e-6);
  });

  it('has no lower bound on worth with more hours', () => {
    const more = { ...small, rowHours: small.rowHours.map((hours) => hours * 1.1) };
    expect(solve(more).upperBound).toBeGreaterThanOrEqual(solved.upperBound * (1 - 1e-4));
    expect(solve(withoutLimit(small)).value).toBeGreaterThan(solved.value);
  });

  it('is worth twice as much when everything is worth twice as much', () => {
    const twice: YearProblem = {
      ...small,
      burden: 2 * small.burden,
      worth: small.worth.map((each) => 2 * each),
      duty: small.duty.map((each) => 2 * each),
    };
    expect(solve(twice).upperBound / solved.upperBound).toBeCloseTo(2, 3);
    expect(Math.abs(solve(twice).value / solved.value / 2 - 1)).toBeLessThan(0.01);
  });

  it('never gains by taking the saving of joint visits away, nor by forbidding them', () => {
    const hours = small.hours.slice();
    for (let at = 0; at < hours.length; at += 1) if (at % small.maxJoint > 0) hours[at] = hours[at]! * 1.2;
    expect(solve({ ...small, hours }).upperBound).toBeLessThanOrEqual(solved.upperBound * (1 + 1e-4));
    expect(solve(apart(small)).upperBound).toBeLessThanOrEqual(solved.upperBound * (1 + 1e-4));
  });

  it('is worth the same when what it planned is pinned', () => {
    const slots = [...solved.plan.weekOf.keys()].filter(
      (slot) => slot % 3 === 0 && solved.plan.weekOf[slot]! >= 0,
    );
    const pinned = solve(pinnedAt(small, slots, solved));
    for (const slot of slots) expect(pinned.plan.bucketOf[slot]).toBe(solved.plan.bucketOf[slot]);
    expect(Math.abs(pinned.value / solved.value - 1)).toBeLessThan(0.02);
  });

  it('starts from the prices of an earlier plan without losing its bound', () => {
    const warm = solve(small, {
      startPrices: solved.prices.ofRow,
      budgets: { ...BUDGETS, pricePasses: 5 },
    });
    expect(warm.upperBound).toBeLessThanOrEqual(solved.upperBound * (1 + 1e-9));
  });

  it('takes the answers of whoever is asked for them', () => {
    let asked = 0;
    const here = askHere(small);
    const other = solve(small, {
      ask: (prices) => {
        asked += 1;
        return here(prices);
      },
    });
    expect(asked).toBe(BUDGETS.pricePasses);
    expect(hashOf(other)).toBe(hashOf(solved));
  });
});

import type { CompiledYear } from './compile-year.js';
import { forEachSlot } from './each-slot.js';
import { solveYear, type SolvedYear, type YearOptions } from './solve-year.js';
import { inclusionProbabilities, isMovedByChance, uncertaintyOf, withTimingNoise } from './timing-noise.js';
import { YearPlan } from './year-plan.js';
import type { SlotKey } from '../plan.js';
import type { StageOneProgress, TimingChance } from '../stage-one-options.js';

/** How likely each visit was in each period, before the draw; what is left of 1 is that it is not made. */
export interface TimingOfSlot extends SlotKey {
  readonly periods: readonly {
    readonly week: number;
    readonly weeks: number;
    readonly probability: number;
  }[];
}

/** What chance decided, and how hard it is to foresee. */
export interface TimingByChance {
  readonly draws: number;
  /** Visits that chance may move. */
  readonly moved: number;
  readonly entropyBits: number;
  readonly topProbability: number;
  readonly slots: readonly TimingOfSlot[];
}

/** Of the draws that estimate probabilities: two passes by the known prices, and no rebuilding. */
const DRAW_BUDGETS = { samplePasses: 0, pricePasses: 1, searchPasses: 2, rebuilds: 0 };
const FINAL_PRICE_PASSES = 20;

/**
 * The plan with timing by chance: solved by the known prices with noise on the worth of every period, and measured without
 * it. The first draw is the plan; it and the others tell how likely each period was. The bounds are those of the problem
 * without noise.
 */
export function timedByChance(
  compiled: CompiledYear,
  base: SolvedYear,
  options: YearOptions,
  chance: TimingChance,
): { solved: SolvedYear; timing: TimingByChance } {
  const { problem } = compiled;
  const { budgets, seed } = options;
  const draw = (label: number, wanted: Partial<YearOptions>): SolvedYear =>
    solveYear(withTimingNoise(problem, chance.random(`draw ${label}`)), {
      seed,
      budgets: DRAW_BUDGETS,
      startPrices: base.prices.ofRow,
      ...(options.isCancelled && { isCancelled: options.isCancelled }),
      ...wanted,
    });
  const drawn = draw(0, {
    budgets: { ...budgets, samplePasses: 0, pricePasses: FINAL_PRICE_PASSES },
    // Values with noise are not the plan's: what is told is the bound, and the value that the plan had before it.
    onProgress: (progress: StageOneProgress) =>
      options.onProgress?.({ ...progress, upperBound: base.upperBound, ...valued(base) }),
  });
  const others = Array.from({ length: Math.max(0, chance.draws - 1) }, (_, index) => draw(index + 1, {}));
  const plan = new YearPlan(problem);
  plan.copyFrom(drawn.plan);
  plan.recompute();
  const dutyValue = plan.totalDuty();
  const draws = [drawn, ...others];
  return {
    solved: {
      ...base,
      plan,
      value: plan.value,
      dutyValue,
      // A plan that keeps less of the duties may win as much more in risk, and no more.
      riskUpperBound: base.riskUpperBound + Math.max(0, base.dutyValue - dutyValue),
      ended: drawn.ended === 'CANCELLED' ? 'CANCELLED' : base.ended,
    },
    timing: timingOf(compiled, draws),
  };
}

function valued({ value, upperBound }: SolvedYear): Pick<StageOneProgress, 'value' | 'gap'> {
  return { value, gap: value > 0 ? (upperBound - value) / value : null };
}

function timingOf(compiled: CompiledYear, draws: readonly SolvedYear[]): TimingByChance {
  const { problem } = compiled;
  const { buckets, firstWeek } = problem;
  const probability = inclusionProbabilities(problem, draws);
  const slots: TimingOfSlot[] = [];
  let moved = 0;
  forEachSlot(compiled, (_facility, _part, key, slot) => {
    if (isMovedByChance(problem, slot)) moved += 1;
    const periods = Array.from({ length: buckets }, (_, bucket) => ({
      week: firstWeek[bucket]!,
      weeks: firstWeek[bucket + 1]! - firstWeek[bucket]!,
      probability: Math.round(1e6 * probability[slot * buckets + bucket]!) / 1e6,
    })).filter((period) => period.probability > 0);
    slots.push({ ...key, periods });
  });
  return { draws: draws.length, moved, ...uncertaintyOf(problem, probability), slots };
}

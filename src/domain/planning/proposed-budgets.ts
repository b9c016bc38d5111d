import type { StageOneBudgets } from './stage-one-options.js';

/** More facilities than this begin with the prices of a sample. */
const SAMPLES_FROM = 10_000;

/** Budgets that keep the gap below half a percent at every size, in less than a minute of processor time. */
export function proposedBudgets(facilities: number): StageOneBudgets {
  if (facilities < SAMPLES_FROM)
    return {
      samplePasses: 0,
      pricePasses: 300,
      searchPasses: 6,
      rebuilds: Math.min(800_000, 1_000 * facilities),
    };
  if (facilities < 10 * SAMPLES_FROM)
    return { samplePasses: 250, pricePasses: 80, searchPasses: 9, rebuilds: 200_000 };
  return { samplePasses: 250, pricePasses: 30, searchPasses: 6, rebuilds: 100_000 };
}

import type { SolvedYear } from './solve-year.js';
import { NO_DEADLINE, type YearProblem } from './year-problem.js';
import type { Random } from '../../shared/seeded-random.js';

/** Spread of the noise in mean visit values: one bit of doubt for less than half a percent of risk. */
export const NOISE_SHARE = 0.023;
/** A visit worth this much is never moved by chance. */
const SEVERE_FROM = 3;

/**
 * The problem with Gumbel noise on every bucket of the slots that chance may move: none with a deadline, a pin, an agreed
 * week, or a severe case. Solving it draws a plan from a distribution, so that nobody can work out a date from the rules.
 */
export function withTimingNoise(problem: YearProblem, random: Random, share = NOISE_SHARE): YearProblem {
  const { slots, buckets } = problem;
  const worth = problem.worth.slice();
  for (let slot = 0; slot < slots; slot += 1) {
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const gumbel = -Math.log(-Math.log(Math.max(1e-12, random())));
      if (isMovedByChance(problem, slot)) worth[slot * buckets + bucket]! += share * gumbel;
    }
  }
  return { ...problem, worth };
}

export function isMovedByChance(problem: YearProblem, slot: number): boolean {
  const { deadline, pinnedWeek, committedWeek, worth, buckets } = problem;
  if (deadline[slot] !== NO_DEADLINE || pinnedWeek[slot]! >= 0 || committedWeek[slot]! >= 0) return false;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    if (worth[slot * buckets + bucket]! >= SEVERE_FROM) return false;
  return true;
}

/** How often, 0-1, each slot fell into each bucket over several draws, by [slot * buckets + bucket]. */
export function inclusionProbabilities(problem: YearProblem, draws: readonly SolvedYear[]): Float32Array {
  const probability = new Float32Array(problem.slots * problem.buckets);
  for (const { plan } of draws) {
    for (let slot = 0; slot < problem.slots; slot += 1) {
      const bucket = plan.bucketOf[slot]!;
      if (bucket >= 0) probability[slot * problem.buckets + bucket]! += 1 / draws.length;
    }
  }
  return probability;
}

export interface Uncertainty {
  /** Mean over the slots that chance may move and that were ever visited, in bits. */
  readonly entropyBits: number;
  /** Mean probability of the likeliest bucket. */
  readonly topProbability: number;
}

/** How hard the bucket of a visit is to guess for somebody who knows everything but the draw; not visited counts as a bucket. */
export function uncertaintyOf(problem: YearProblem, probability: Float32Array): Uncertainty {
  let [entropy, top, counted] = [0, 0, 0];
  for (let slot = 0; slot < problem.slots; slot += 1) {
    const own = Array.from(probability.subarray(slot * problem.buckets, (slot + 1) * problem.buckets));
    const visited = own.reduce((sum, each) => sum + each, 0);
    if (visited <= 0 || !isMovedByChance(problem, slot)) continue;
    const all = [...own, Math.max(0, 1 - visited)];
    entropy -= all.reduce((sum, each) => sum + (each > 1e-9 ? each * Math.log2(each) : 0), 0);
    top += Math.max(...all);
    counted += 1;
  }
  return { entropyBits: entropy / Math.max(1, counted), topProbability: top / Math.max(1, counted) };
}

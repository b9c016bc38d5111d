import type { Authority } from '../shared/authority.js';

/** How well an authority's score has been shown to tell places apart: AUC on visits after the training, 0.5-1. */
export interface ScoreValidation {
  readonly authority: Authority;
  /** Null where nobody has measured it. */
  readonly discrimination: number | null;
}

/**
 * Whether an authority's visits may be planned by score. A score that hardly tells places apart makes a plan that finds
 * less than a fixed cadence; below `least`, or unmeasured, the plan takes all its places to be alike, so that intervals,
 * deadlines and the time since the last visit decide.
 */
export function mayPlanByScore({ discrimination }: ScoreValidation, least: number): boolean {
  return discrimination !== null && discrimination >= least;
}

/** The probabilities a plan may use: those of the score, or their mean for every place of an authority that may not. */
export function gatedProbability(
  probability: number,
  validation: ScoreValidation,
  least: number,
  mean: number,
): number {
  return mayPlanByScore(validation, least) ? probability : mean;
}

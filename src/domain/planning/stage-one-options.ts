import type { Random } from '../shared/seeded-random.js';

/** How long to work, counted in passes and never in seconds: the same budgets give the same plan on every machine. */
export interface StageOneBudgets {
  /** Passes over a sample of the places that bring the prices near; 0 starts with all places at once. */
  readonly samplePasses: number;
  /** Passes over all places that draw prices and bound close. */
  readonly pricePasses: number;
  /** Passes in which each place chooses again with the hours the others leave. */
  readonly searchPasses: number;
  /** How often some places of one office are taken out and planned anew together. */
  readonly rebuilds: number;
}

export const STAGE_ONE_PHASES = ['PRICES', 'FILL', 'SEARCH', 'DAYS'] as const;
export type StageOnePhase = (typeof STAGE_ONE_PHASES)[number];

export interface StageOneProgress {
  readonly phase: StageOnePhase;
  /** Passes or rebuilds of the phase. */
  readonly done: number;
  readonly total: number;
  /** No plan is worth more than this; Infinity until the first pass has ended. */
  readonly upperBound: number;
  /** Of the best plan so far; null while there is none. */
  readonly value: number | null;
  /** (upperBound - value) / value; null while there is no plan. */
  readonly gap: number | null;
}

/** Timing by chance: who knows everything but the draw cannot foresee the period of a visit. */
export interface TimingChance {
  /** A stream of its own for each purpose. */
  readonly random: (purpose: string) => Random;
  /** How many draws estimate the probabilities; the first one is the plan. */
  readonly draws: number;
}

export interface StageOneOptions {
  /** Breaks ties and drives the search. */
  readonly seed: string;
  readonly budgets: StageOneBudgets;
  /** False plans every authority's visits alone, for comparison. */
  readonly allowsJoint?: boolean;
  /** Left out: nothing is left to chance. */
  readonly chance?: TimingChance;
  readonly onProgress?: (progress: StageOneProgress) => void;
  /** Asked many times a second; once it says true the best plan so far is returned. */
  readonly isCancelled?: () => boolean;
  /** Prices by row of an earlier plan of the same offices, to begin with. */
  readonly startPrices?: Float64Array;
  /** True begins with the weeks people work by even where few visits have one. */
  readonly isHeld?: boolean;
  /** Id of a facility that every rebuild takes part of: the others choose again only beside it. */
  readonly aroundFacility?: string;
  /** False leaves the bound on risk alone as loose as the bound on everything, in half the time. */
  readonly boundsRisk?: boolean;
}

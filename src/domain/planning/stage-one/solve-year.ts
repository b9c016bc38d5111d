import { askHere, type AskDemand } from './demand.js';
import { FacilityChoice } from './facility-choice.js';
import {
  fillPlan,
  keepCommitments,
  searchFacilities,
  WITH_PRICES,
  WITHOUT_PRICES,
} from './fill-and-search.js';
import { searchPrices, type Prices } from './price-search.js';
import { FRESH_TEMPERATURE, HELD_TEMPERATURE, RebuildSearch } from './rebuild-search.js';
import { sampleOf } from './sample-problem.js';
import { YearPlan } from './year-plan.js';
import type { YearProblem } from './year-problem.js';
import type { StageOneBudgets, StageOnePhase, StageOneProgress } from '../stage-one-options.js';
import { seededRandom, textHash } from '../../shared/seeded-random.js';

export interface YearOptions {
  readonly seed: string;
  readonly budgets: StageOneBudgets;
  readonly onProgress?: (progress: StageOneProgress) => void;
  readonly isCancelled?: () => boolean;
  /** Who answers for the whole problem; several threads may share the work. */
  readonly ask?: AskDemand;
  /** Prices by row of an earlier plan of the same offices, to begin with. */
  readonly startPrices?: Float64Array | undefined;
  /** True begins with the weeks people work by even where few visits have one. */
  readonly isHeld?: boolean | undefined;
  /** A facility that every rebuild takes part of; the others choose again only beside it. */
  readonly around?: number | undefined;
  /** False leaves the bound on risk alone as loose as the bound on everything, in half the time. */
  readonly boundsRisk?: boolean | undefined;
}

export interface SolvedYear {
  readonly plan: YearPlan;
  readonly prices: Prices;
  readonly value: number;
  readonly dutyValue: number;
  readonly upperBound: number;
  /** The most risk value, disturbance taken off, of any plan that keeps duties at least as well as this one. */
  readonly riskUpperBound: number;
  readonly ended: 'BUDGET' | 'CANCELLED';
}

/** First steps of the price search: from nothing, and from prices that are near. */
const COLD_STRIDE = 1;
const WARM_STRIDE = 0.1;

/** Prices, a plan filled by them, and two searches that better it. The same problem, seed and budgets give the same plan. */
export function solveYear(problem: YearProblem, options: YearOptions): SolvedYear {
  const { budgets, seed, isCancelled = (): boolean => false } = options;
  let upperBound = Infinity;
  const best = new YearPlan(problem);
  let hasPlan = false;
  let isOver = false;
  const report = (phase: StageOnePhase, done: number, total: number): boolean => {
    isOver ||= isCancelled();
    const value = hasPlan ? best.value : null;
    const gap = value === null ? null : relative(upperBound - value, value);
    options.onProgress?.({ phase, done, total, upperBound, value, gap });
    return isOver;
  };

  const pricePasses = budgets.samplePasses + budgets.pricePasses;
  let start = fittingPrices(problem, options.startPrices);
  if (budgets.samplePasses > 0 && !start) {
    const sample = sampleOf(problem);
    start = searchPrices(sample, askHere(sample), {
      passes: budgets.samplePasses,
      start: null,
      stride: COLD_STRIDE,
      onPass: (pass) => report('PRICES', pass, pricePasses),
    }).ofRow;
  }
  const prices = searchPrices(problem, options.ask ?? askHere(problem), {
    passes: Math.max(1, budgets.pricePasses),
    start,
    stride: start ? WARM_STRIDE : COLD_STRIDE,
    onPass: (pass, bound) => {
      upperBound = bound;
      return report('PRICES', budgets.samplePasses + pass, pricePasses);
    },
  });

  const choice = new FacilityChoice(problem);
  const plan = new YearPlan(problem);
  const tie = tiesOf(problem.facilities, seed);
  const isHeld = options.isHeld ?? mostAreCommitted(problem);
  if (isHeld) keepCommitments(plan, choice, prices, tie);
  else fillPlan(plan, choice, prices, tie);
  best.copyFrom(plan);
  hasPlan = true;
  report('FILL', 1, 1);
  if (!isOver && options.around === undefined)
    searchFacilities(
      plan,
      choice,
      prices,
      tie,
      budgets.searchPasses,
      isHeld ? WITHOUT_PRICES : WITH_PRICES,
      best,
      (pass) => report('FILL', pass, budgets.searchPasses),
    );
  if (!isOver) {
    const random = seededRandom(textHash(`${seed}/rebuild`));
    const temperature = isHeld ? HELD_TEMPERATURE : FRESH_TEMPERATURE;
    new RebuildSearch(plan, best, choice, prices, random, temperature, options.around ?? null).run(
      budgets.rebuilds,
      (done) => report('SEARCH', done, budgets.rebuilds),
    );
  }
  best.recompute();
  const dutyValue = best.totalDuty();
  const riskUpperBound =
    isOver || options.boundsRisk === false
      ? upperBound - dutyValue
      : boundRisk(problem, budgets, dutyValue, options, upperBound);
  report('SEARCH', budgets.rebuilds, budgets.rebuilds);
  return {
    plan: best,
    prices,
    value: best.value,
    dutyValue,
    upperBound,
    riskUpperBound,
    ended: isOver ? 'CANCELLED' : 'BUDGET',
  };
}

/** Prices of other offices are no start: rows come and go with the competences that are asked for. */
function fittingPrices(problem: YearProblem, prices: Float64Array | undefined): Float64Array | null {
  return prices?.length === problem.rowHours.length ? prices : null;
}

/** Half of the slots with a commitment and more: it is replanned, and what people work by is where to begin. */
function mostAreCommitted({ slots, committedWeek }: YearProblem): boolean {
  let committed = 0;
  for (let slot = 0; slot < slots; slot += 1) if (committedWeek[slot]! >= 0) committed += 1;
  return committed > 0 && 2 * committed >= slots;
}

/** Share of their worth that duties keep while the bound on risk is sought. */
const DUTY_SHARE = 0.15;

/**
 * Whatever a duty is taken to be worth, a bound on risk and duty less the duty value reached bounds the risk of every
 * plan that keeps duties at least as well. Weighed as in the plan that bound is loose, because hours for duties are used
 * in whole visits; weighed lightly it is close.
 */
export function boundRisk(
  problem: YearProblem,
  budgets: StageOneBudgets,
  dutyValue: number,
  { isCancelled = (): boolean => false }: YearOptions,
  upperBound: number,
): number {
  if (dutyValue === 0) return upperBound;
  const light = { ...problem, duty: problem.duty.map((each) => each * DUTY_SHARE) };
  let start: Float64Array | null = null;
  const onPass = (): boolean => isCancelled();
  if (budgets.samplePasses > 0) {
    const sample = sampleOf(light);
    start = searchPrices(sample, askHere(sample), {
      passes: budgets.samplePasses,
      start,
      stride: COLD_STRIDE,
      onPass,
    }).ofRow;
  }
  const stride = start ? WARM_STRIDE : COLD_STRIDE;
  const { upperBound: bound } = searchPrices(light, askHere(light), {
    passes: budgets.pricePasses,
    start,
    stride,
    onPass,
  });
  return Math.min(upperBound - dutyValue, bound - DUTY_SHARE * dutyValue);
}

/** A number for every facility that decides between equals, so that nobody is favoured by when they were registered. */
export function tiesOf(facilities: number, seed: string): Uint32Array {
  const random = seededRandom(textHash(`${seed}/ties`));
  return Uint32Array.from({ length: facilities }, () => Math.floor(random() * 0xffffffff));
}

export function relative(part: number, whole: number): number {
  if (part <= 0) return 0;
  return whole > 0 ? part / whole : Infinity;
}

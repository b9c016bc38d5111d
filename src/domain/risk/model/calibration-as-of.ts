import { calibrated, fitCalibration, type Calibration } from './calibration.js';
import type { HonestPredictions } from './choose-settings.js';
import { logistic } from './search-logistic.js';
import { daysBetween, type Day } from '../../shared/day.js';

/** How points order the risk changes slowly; an outcome counts half as much for this much age. */
const SHAPE_HALF_LIFE_DAYS = 1_000;
/** How many visits are serious in all can change with a rule or a winter: half-lives to choose among, in days. */
const LEVEL_HALF_LIVES: readonly number[] = [90, 180];
/** So many imagined visits hold the level where the shape puts it. */
const PRIOR_VISITS = 20;
/** The latest of the predictions, in so many steps of a month, decide which half-life tells the next month best. */
const TRIED_MONTHS = 12;
const DAYS_PER_STEP = 30;
const LEAST_ROWS = 40;
/** Another half-life than the first must foretell so much better, in units of log loss. */
const LEAST_GAIN = 2;

/** Points of past visits and what came of them. */
export interface KnownPredictions {
  readonly points: readonly number[];
  readonly outcomes: readonly number[];
  /** Days since one day that is the same for all. */
  readonly dayNumbers: readonly number[];
}

const FIRST_DAY = '2000-01-01' as Day;

export function dayNumber(day: Day): number {
  return daysBetween(FIRST_DAY, day);
}

export function knownPredictions({ points, outcomes, occurredOn }: HonestPredictions): KnownPredictions {
  return { points, outcomes, dayNumbers: occurredOn.map(dayNumber) };
}

/**
 * The probability of points as of a day: the shape is isotonic over years, its level follows the last months. Rates moved
 * from 40 % to 13 % and back within ten years elsewhere, and a calibration of all years was wrong in each of them.
 */
export function calibrationAsOf(
  known: KnownPredictions,
  asOf: number,
  levelHalfLifeDays: number,
): Calibration {
  return atLevelOf(shapeAsOf(known, asOf), known, asOf, levelHalfLifeDays);
}

/** The half-life of the level that foretold the last months best, each from what was known before it. */
export function chooseLevelHalfLife(known: KnownPredictions): number {
  const last = known.dayNumbers.reduce((latest, day) => Math.max(latest, day), -Infinity);
  const losses = LEVEL_HALF_LIVES.map(() => 0);
  for (let step = TRIED_MONTHS; step > 0; step -= 1) {
    const from = last + 1 - step * DAYS_PER_STEP;
    const before = rowsOf(known, (day) => day < from);
    if (before.points.length < LEAST_ROWS) continue;
    const inside = rowsOf(known, (day) => day >= from && day < from + DAYS_PER_STEP);
    const shape = shapeAsOf(before, from);
    LEVEL_HALF_LIVES.forEach((halfLife, index) => {
      losses[index]! += logLoss(inside, atLevelOf(shape, before, from, halfLife));
    });
  }
  const [plain = 0] = losses;
  const best = Math.min(...losses);
  return LEVEL_HALF_LIVES[best < plain - LEAST_GAIN ? losses.indexOf(best) : 0]!;
}

function shapeAsOf({ points, outcomes, dayNumbers }: KnownPredictions, asOf: number): Calibration {
  const weights = dayNumbers.map((day) => 0.5 ** (Math.max(0, asOf - day) / SHAPE_HALF_LIFE_DAYS));
  return fitCalibration({ points, outcomes, weights });
}

function atLevelOf(
  shape: Calibration,
  { points, outcomes, dayNumbers }: KnownPredictions,
  asOf: number,
  halfLifeDays: number,
): Calibration {
  // What is older than ten half-lives counts for nothing.
  const recent = dayNumbers.flatMap((day, row) => (asOf - day <= 10 * halfLifeDays ? [row] : []));
  const level = levelShift(
    recent.map((row) => logOdds(calibrated(shape, points[row]!))),
    recent.map((row) => outcomes[row]!),
    recent.map((row) => 0.5 ** (Math.max(0, asOf - dayNumbers[row]!) / halfLifeDays)),
  );
  return {
    points: shape.points,
    probabilities: shape.probabilities.map((probability) =>
      Number(logistic(logOdds(probability) + level).toPrecision(9)),
    ),
  };
}

// Newton's method for one number; the prior keeps it finite where all outcomes are alike.
function levelShift(
  odds: readonly number[],
  outcomes: readonly number[],
  weights: readonly number[],
): number {
  let level = 0;
  for (let iteration = 0; iteration < 20; iteration += 1) {
    let slope = (-PRIOR_VISITS / 4) * level;
    let curvature = PRIOR_VISITS / 4;
    for (let row = 0; row < odds.length; row += 1) {
      const probability = logistic(odds[row]! + level);
      slope += weights[row]! * (outcomes[row]! - probability);
      curvature += weights[row]! * probability * (1 - probability);
    }
    const step = slope / curvature;
    level += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return level;
}

function logLoss({ points, outcomes }: KnownPredictions, calibration: Calibration): number {
  return points.reduce((sum, value, row) => {
    const probability = bounded(calibrated(calibration, value));
    return sum - Math.log(outcomes[row] === 1 ? probability : 1 - probability);
  }, 0);
}

function rowsOf(known: KnownPredictions, keep: (day: number) => boolean): KnownPredictions {
  const rows = known.dayNumbers.flatMap((day, row) => (keep(day) ? [row] : []));
  return {
    points: rows.map((row) => known.points[row]!),
    outcomes: rows.map((row) => known.outcomes[row]!),
    dayNumbers: rows.map((row) => known.dayNumbers[row]!),
  };
}

function logOdds(probability: number): number {
  const inside = bounded(probability);
  return Math.log(inside / (1 - inside));
}

function bounded(probability: number): number {
  return Math.min(1 - 1e-6, Math.max(1e-6, probability));
}

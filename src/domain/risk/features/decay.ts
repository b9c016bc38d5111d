import { daysBetween, type Day } from '../../shared/day.js';

export const DAYS_PER_YEAR = 365.25;

/** Arbejdstilsynet's own selection model looks three years back; here a fact of that age counts for a quarter. */
export const HALF_LIFE_YEARS = 1.5;

/** Weight of a fact, 1 on the day itself and half as much for every half-life of age. */
export function decayWeight(occurredOn: Day, asOf: Day, halfLifeYears = HALF_LIFE_YEARS): number {
  return 0.5 ** (daysBetween(occurredOn, asOf) / DAYS_PER_YEAR / halfLifeYears);
}

/** Years from `from` to `asOf` with the same weights: the exposure that belongs to a sum of weighted facts. */
export function decayedYears(from: Day, asOf: Day): number {
  return ((1 - decayWeight(from, asOf)) * HALF_LIFE_YEARS) / Math.LN2;
}

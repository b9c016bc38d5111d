/** Odds of 1 to 4, one visit in five, are the middle of the scale. */
export const MIDDLE_LOG_ODDS = Math.log(0.25);
/** Ten points more double the odds. */
const HUNDREDTHS_PER_DOUBLING = 1_000;
export const HUNDREDTHS_PER_LOG_ODDS = HUNDREDTHS_PER_DOUBLING / Math.LN2;
const MIDDLE = 5_000;
export const FULL_SCALE = 10_000;

/** Hundredths of a point of these log-odds: a straight line, neither rounded nor cut off. */
export function pointsOfLogOdds(logOdds: number): number {
  return MIDDLE + (logOdds - MIDDLE_LOG_ODDS) * HUNDREDTHS_PER_LOG_ODDS;
}

/** Whole hundredths within the scale, 0-10000. */
export function onScale(points: number): number {
  return Math.round(Math.min(Math.max(points, 0), FULL_SCALE));
}

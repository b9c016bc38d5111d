import { calibrated } from '../model/calibration.js';
import {
  calibrationAsOf,
  chooseLevelHalfLife,
  dayNumber,
  knownPredictions,
} from '../model/calibration-as-of.js';
import type { HonestPredictions } from '../model/choose-settings.js';
import type { Day } from '../../shared/day.js';

/** Visits to be given a probability, in any order. */
export interface VisitsToCalibrate {
  readonly points: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  readonly occurredOn: readonly Day[];
  readonly availableOn: readonly Day[];
}

/**
 * Probabilities of later visits, recalibrated at the beginning of each month as the service is at each scoring: by the
 * predictions whose outcome was known by then, those made inside the training window and those of months already over.
 * How fast the level follows is chosen inside the training window alone.
 */
export function recalibrateByMonth(honest: HonestPredictions, visits: VisitsToCalibrate): Float64Array {
  const probabilities = new Float64Array(visits.occurredOn.length);
  const earlier = knownPredictions(honest);
  const halfLife = chooseLevelHalfLife(earlier);
  const byMonth = Map.groupBy(
    visits.occurredOn.keys(),
    (row) => `${visits.occurredOn[row]!.slice(0, 8)}01` as Day,
  );
  const numbers = visits.occurredOn.map(dayNumber);
  for (const [start, rows] of byMonth) {
    const over = [...visits.availableOn.keys()].filter((row) => visits.availableOn[row]! < start);
    const known = {
      points: [...earlier.points, ...over.map((row) => visits.points[row]!)],
      outcomes: [...earlier.outcomes, ...over.map((row) => visits.outcomes[row]!)],
      dayNumbers: [...earlier.dayNumbers, ...over.map((row) => numbers[row]!)],
    };
    const calibration = calibrationAsOf(known, dayNumber(start), halfLife);
    for (const row of rows) probabilities[row] = calibrated(calibration, visits.points[row]!);
  }
  return probabilities;
}

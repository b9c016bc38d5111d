import { calibrated, fitCalibration } from '../model/calibration.js';
import type { HonestPredictions } from '../model/choose-settings.js';
import { daysBetween, type Day } from '../../shared/day.js';

/** An outcome counts half as much for every year of its age: rates drift. */
const HALF_LIFE_DAYS = 365.25;

/** Visits to be given a probability, in any order. */
export interface VisitsToCalibrate {
  readonly points: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  readonly occurredOn: readonly Day[];
  readonly availableOn: readonly Day[];
}

/**
 * Probabilities of later visits, recalibrated at the beginning of each quarter as the service is: by the predictions
 * whose outcome was known by then, those made inside the training window and those of quarters already over.
 */
export function recalibrateByQuarter(earlier: HonestPredictions, visits: VisitsToCalibrate): Float64Array {
  const probabilities = new Float64Array(visits.occurredOn.length);
  const byQuarter = Map.groupBy(visits.occurredOn.keys(), (row) => quarterStart(visits.occurredOn[row]!));
  for (const [start, rows] of byQuarter) {
    const points = [...earlier.points];
    const outcomes = [...earlier.outcomes];
    const weights = earlier.occurredOn.map((day) => weightAt(start, day));
    visits.availableOn.forEach((availableOn, row) => {
      if (availableOn >= start) return;
      points.push(visits.points[row]!);
      outcomes.push(visits.outcomes[row]!);
      weights.push(weightAt(start, visits.occurredOn[row]!));
    });
    const calibration = fitCalibration({ points, outcomes, weights });
    for (const row of rows) probabilities[row] = calibrated(calibration, visits.points[row]!);
  }
  return probabilities;
}

export function weightAt(asOf: Day, occurredOn: Day): number {
  return 0.5 ** (Math.max(0, daysBetween(occurredOn, asOf)) / HALF_LIFE_DAYS);
}

function quarterStart(day: Day): Day {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01` as Day;
}

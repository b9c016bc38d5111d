import { decayedYears, decayWeight } from './decay.js';
import type { AccidentHistory } from '../facility-history.js';
import type { KnownHistory } from '../known-history.js';

// With less exposure than this a single accident would read as a catastrophe.
const LEAST_EMPLOYEE_YEARS = 1;

/**
 * Accidents per hundred employees and year, recent ones weighing more, from the first day the register covers. Null
 * without employees, without coverage, and below one employee-year of it.
 */
export function accidentRate(
  known: KnownHistory,
  counts: (accident: AccidentHistory) => boolean,
): number | null {
  const from = known.accidentsRecordedFrom;
  if (from === null || from > known.asOf || known.employees === null) return null;
  const employeeYears = known.employees * decayedYears(from, known.asOf);
  if (employeeYears < LEAST_EMPLOYEE_YEARS) return null;
  let weighted = 0;
  for (const accident of known.accidents) {
    if (accident.occurredOn >= from && counts(accident))
      weighted += decayWeight(accident.occurredOn, known.asOf);
  }
  return (100 * weighted) / employeeYears;
}

import { bandOf, type Band, type RiskBand } from '../risk-bands.js';
import { addDays, type Day } from '../../shared/day.js';

/** Days within which a place of each band is to be visited. Proposal, unconfirmed. */
const WITHIN_DAYS: Readonly<Record<Band, number>> = { LOW: 730, MEDIUM: 365, HIGH: 182, VERY_HIGH: 91 };

/**
 * The day by which the owning authority is to have come, by its own score. Every place gets one, and always the last day
 * of a quarter: neither that there is a day, nor which, tells a planner or another authority why.
 */
export function mustVisitBy(points: number, bands: readonly RiskBand[], asOf: Day): Day {
  return lastOfQuarter(addDays(asOf, WITHIN_DAYS[bandOf(points, bands).band]));
}

function lastOfQuarter(day: Day): Day {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const next = quarter === 3 ? `${year + 1}-01-01` : `${year}-${String(3 * quarter + 4).padStart(2, '0')}-01`;
  return addDays(next as Day, -1);
}

import type { VisitFact } from './register-facts.js';
import type { Authority } from '../shared/authority.js';
import { addDays, type Day } from '../shared/day.js';

/** When others are taken to know of a fact whose register gives no day of publication. Dated data, not law. */
export interface AvailabilityAssumption {
  readonly authority: Authority;
  /** Whole days from the visit (or accident) until others could know of it, 0 or more. */
  readonly daysAfterVisit: number;
  /** First day of visits that the assumption is meant for. */
  readonly validFrom: Day;
  readonly source: string;
  readonly confirmed: boolean;
}

const BEFORE_ALL_REGISTERS = '2000-01-01' as Day;
const NO_DAY_OF_PUBLICATION = 'Assumption: the register gives no day of publication';

export const AVAILABILITY_ASSUMPTIONS: readonly AvailabilityAssumption[] = (
  ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'] as const
).map((authority) => ({
  authority,
  daysAfterVisit: 30,
  validFrom: BEFORE_ALL_REGISTERS,
  source: NO_DAY_OF_PUBLICATION,
  confirmed: false,
}));

/**
 * The day from which others could know of the fact: its day of publication (never before it happened, whatever a
 * register claims), else the assumption in force on the day it
 * happened. Throws RangeError where no assumption covers that day: guessing would let the future leak into a score.
 */
export function availableOn(
  fact: Pick<VisitFact, 'authority' | 'occurredOn' | 'publishedOn'>,
  assumptions: readonly AvailabilityAssumption[],
): Day {
  if (fact.publishedOn !== null)
    return fact.publishedOn > fact.occurredOn ? fact.publishedOn : fact.occurredOn;
  const [inForce] = assumptions
    .filter((row) => row.authority === fact.authority && row.validFrom <= fact.occurredOn)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  if (inForce) return addDays(fact.occurredOn, inForce.daysAfterVisit);
  throw new RangeError(
    `No availability assumption covers ${fact.authority} on ${fact.occurredOn}. Add a row valid from that day.`,
  );
}

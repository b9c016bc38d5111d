import type { FacilityTimeline } from '../facility-timeline.js';
import type { VisitHistory } from '../facility-history.js';
import { AUTHORITIES } from '../../shared/authority.js';

/** The place as it would stand had nobody looked at its paper; undefined where that changes nothing. */
export function withoutDocumentationFaults(timeline: FacilityTimeline): FacilityTimeline | undefined {
  const isTouched =
    timeline.orders.some((order) => order.isDocumentation) ||
    AUTHORITIES.some((authority) => timeline.visits[authority].some(isSeriousByPaper));
  if (!isTouched) return undefined;
  const cleared = (visits: readonly VisitHistory[]): VisitHistory[] =>
    visits.map((visit) => (isSeriousByPaper(visit) ? { ...visit, serious: false } : visit));
  return {
    ...timeline,
    visits: {
      SOCIALTILSYNET: cleared(timeline.visits.SOCIALTILSYNET),
      ARBEJDSTILSYNET: cleared(timeline.visits.ARBEJDSTILSYNET),
      STPS: cleared(timeline.visits.STPS),
    },
    orders: timeline.orders.filter((order) => !order.isDocumentation),
  };
}

function isSeriousByPaper({ serious, foundDocumentationAlone }: VisitHistory): boolean {
  return serious === true && foundDocumentationAlone;
}

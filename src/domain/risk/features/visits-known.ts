import type { VisitHistory } from '../facility-history.js';
import type { KnownHistory } from '../known-history.js';
import type { Authority } from '../../shared/authority.js';

/** The authority's known visits whose outcome is known, oldest first. */
export function judgedVisits(known: KnownHistory, source: Authority): readonly VisitHistory[] {
  const visits = known.visits[source];
  return visits.every((visit) => visit.serious !== null)
    ? visits
    : visits.filter((visit) => visit.serious !== null);
}

/** ln(1 + findings) of each known visit that says what was found, oldest first. */
export function findingsNoted(
  known: KnownHistory,
  source: Authority,
): { readonly visit: VisitHistory; readonly log: number }[] {
  return known.visits[source].flatMap((visit) =>
    visit.findings === null ? [] : [{ visit, log: Math.log1p(Math.max(0, visit.findings)) }],
  );
}

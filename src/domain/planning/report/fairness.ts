import type { Plan } from '../plan.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance } from '../planning-instance.js';
import type { Authority } from '../../shared/authority.js';

/** How a kind of place fares against places of the same risk. */
export interface GroupVisits {
  /** A facility type or a responsible unit. */
  readonly group: string;
  /** Relations of an authority and a place. */
  readonly relations: number;
  readonly visited: number;
  /** Visited, divided by what would be if the group were visited as all places of the same authority and risk are. */
  readonly ratio: number;
}

/** Relations of one authority are cut into so many groups of rising probability. */
const RISK_GROUPS = 5;

/** Visits of each group of places at equal risk (indirect standardisation over fifths of each authority's probabilities). */
export function visitsAtEqualRisk(
  instance: PlanningInstance,
  plan: Plan,
  groupOf: (facility: PlanningFacility) => string,
): GroupVisits[] {
  const visited = new Set(plan.visits.map((visit) => `${visit.facilityId} ${visit.responsibleUnit}`));
  const relations = instance.facilities.flatMap((facility) =>
    facility.parts.map((part) => ({
      group: groupOf(facility),
      part,
      isVisited: visited.has(`${facility.id} ${part.responsibleUnit}`),
    })),
  );
  const fifthOf = fifths(relations.map(({ part }) => part));
  const rates = new Map(
    [...Map.groupBy(relations, ({ part }) => fifthOf(part))].map(([fifth, own]) => [
      fifth,
      own.filter(({ isVisited }) => isVisited).length / own.length,
    ]),
  );
  return [...Map.groupBy(relations, ({ group }) => group)]
    .map(([group, own]): GroupVisits => {
      const expected = own.reduce((sum, { part }) => sum + rates.get(fifthOf(part))!, 0);
      const count = own.filter(({ isVisited }) => isVisited).length;
      return { group, relations: own.length, visited: count, ratio: expected > 0 ? count / expected : 1 };
    })
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** Names the fifth of its authority's probabilities that a relation lies in; equal probabilities share one. */
function fifths(parts: readonly AuthorityPart[]): (part: AuthorityPart) => string {
  const sorted = new Map<Authority, number[]>(
    [...Map.groupBy(parts, ({ authority }) => authority)].map(([authority, own]) => [
      authority,
      own.map(({ probability12Months }) => probability12Months).sort((a, b) => a - b),
    ]),
  );
  return ({ authority, probability12Months }) => {
    const all = sorted.get(authority)!;
    const below = all.findIndex((each) => each >= probability12Months);
    return `${authority} ${Math.floor((RISK_GROUPS * below) / all.length)}`;
  };
}

/** Hours that visits take of those an office has. */
export interface OfficeLoadShare {
  readonly officeId: string;
  readonly hours: number;
  readonly capacity: number;
}

export function loadOfOffices(instance: PlanningInstance, plan: Plan): OfficeLoadShare[] {
  const hours = new Map<string, number>();
  for (const visit of plan.visits) hours.set(visit.officeId, (hours.get(visit.officeId) ?? 0) + visit.hours);
  return instance.offices.map(({ id, groups }) => ({
    officeId: id,
    hours: hours.get(id) ?? 0,
    capacity: groups.reduce(
      (sum, { weeklyHours }) => sum + weeklyHours.reduce((own, each) => own + each, 0),
      0,
    ),
  }));
}

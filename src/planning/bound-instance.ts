import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
} from '../domain/planning/planning-instance.js';
import { daysBetween, type Day } from '../domain/shared/day.js';
import { buildInstance } from './build-instance.js';
import type { CommittedVisit, DecisionInForce, PlanningFacts } from './planning-facts.js';

/**
 * The instance with what people have decided: a pin fixes the week of the unit's first visit, closed weeks stay closed
 * to it, and a visit of the plan in force prefers to stay where it is.
 */
export function boundInstance(facts: PlanningFacts, startsOn: Day, weeks: number): PlanningInstance {
  const instance = buildInstance(facts, startsOn, weeks);
  const decisions = Map.groupBy(facts.decisions, keyOf);
  const committed = Map.groupBy(
    facts.commitments.visits.flatMap((visit) =>
      visit.responsibleUnits.map((responsibleUnit) => ({ ...visit, responsibleUnit })),
    ),
    keyOf,
  );
  const weekOf = (monday: Day): number => daysBetween(startsOn, monday) / 7;
  const isInside = (week: number): boolean => week >= 0 && week < weeks;
  const bound = (facility: PlanningFacility, part: AuthorityPart): AuthorityPart => {
    const key = keyOf({ facilityId: facility.id, responsibleUnit: part.responsibleUnit });
    const own = decisions.get(key) ?? [];
    const stays = (committed.get(key) ?? []).map(({ weekStart }) => weekOf(weekStart)).filter(isInside);
    if (own.length === 0 && stays.length === 0) return part;
    const pin = own.find(({ kind }) => kind === 'PIN');
    const pinned = pin && isInside(weekOf(pin.weekFrom)) ? weekOf(pin.weekFrom) : null;
    return {
      ...part,
      vetoedWeeks: [...new Set([...part.vetoedWeeks, ...closedWeeks(own, weekOf, isInside)])].sort(
        (a, b) => a - b,
      ),
      slots: part.slots.map((slot, index) => ({
        ...slot,
        pinnedWeek: index === 0 && pinned !== null ? pinned : slot.pinnedWeek,
        committedWeek: stays[index] ?? slot.committedWeek,
      })),
    };
  };
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => bound(facility, part)),
    })),
  };
}

function closedWeeks(
  decisions: readonly DecisionInForce[],
  weekOf: (monday: Day) => number,
  isInside: (week: number) => boolean,
): number[] {
  return decisions
    .filter(({ kind }) => kind === 'VETO')
    .flatMap(({ weekFrom, weekTo }) => {
      const first = weekOf(weekFrom);
      return Array.from({ length: weekOf(weekTo) - first + 1 }, (_, index) => first + index);
    })
    .filter(isInside);
}

function keyOf(
  of:
    Pick<DecisionInForce, 'facilityId' | 'responsibleUnit'> | (CommittedVisit & { responsibleUnit: string }),
): string {
  return `${of.facilityId} ${of.responsibleUnit}`;
}

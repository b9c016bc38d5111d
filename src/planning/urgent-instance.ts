import type { AuthorityPart, PlanningInstance, VisitSlot } from '../domain/planning/planning-instance.js';
import { pickRule } from '../domain/planning/policy.js';
import { deadlineWeek, firstWeekFrom, lastWeekBy } from '../domain/planning/planning-weeks.js';
import { addDays, type Day } from '../domain/shared/day.js';
import type { PlanningFacts } from './planning-facts.js';

type Tighten = (facilityId: string, part: AuthorityPart) => Day | undefined;

/** The instance in which places of a high band wait no longer than policy allows. */
export function withLongestWaits(instance: PlanningInstance, facts: PlanningFacts): PlanningInstance {
  const bands = new Map(facts.places.map((place) => [`${place.facilityId} ${place.responsibleUnit}`, place]));
  return tightened(instance, (facilityId, part) => {
    const place = bands.get(`${facilityId} ${part.responsibleUnit}`);
    const rule = place && pickRule(facts.policy, 'MAX_WAIT', place, instance.startsOn);
    return rule && addDays(instance.startsOn, rule.days);
  });
}

/**
 * The instance that is solved: an unresolved serious event asks for a visit within days. It is not the one that is
 * stored, so that nobody reads from a plan that there was an event.
 */
export function withSeriousEvents(instance: PlanningInstance, facts: PlanningFacts): PlanningInstance {
  const events = Map.groupBy(facts.seriousEvents, ({ facilityId }) => facilityId);
  return tightened(instance, (facilityId, part) => {
    const first = events
      .get(facilityId)
      ?.find(({ ownUnit }) => ownUnit === null || ownUnit === part.responsibleUnit);
    const subject = { authority: part.authority, facilityType: null, band: null };
    const rule = first && pickRule(facts.policy, 'AFTER_SERIOUS_EVENT', subject, instance.startsOn);
    return rule && addDays(first.reportedOn, rule.days);
  });
}

/** Also only in the instance that is solved: the day by which a unit is to have come by what it alone knows. */
export function withOwnDeadlines(instance: PlanningInstance, facts: PlanningFacts): PlanningInstance {
  const days = new Map(
    facts.ownDeadlines.map((own) => [`${own.facilityId} ${own.responsibleUnit}`, own.mustVisitBy]),
  );
  return tightened(instance, (facilityId, { responsibleUnit }) =>
    days.get(`${facilityId} ${responsibleUnit}`),
  );
}

/**
 * The instance in which chance has spoken: a drawn place is visited within the weeks of its draw, with hours that no
 * duty needs. What must be visited anyway is not for chance.
 */
export function withDrawnPlaces(instance: PlanningInstance, facts: PlanningFacts): PlanningInstance {
  const { startsOn, weeks } = instance;
  const drawn = new Map<string, readonly [number, number]>();
  for (const { facilityId, authority, periodFrom, periodTo } of facts.drawnPlaces) {
    const first = firstWeekFrom(startsOn, periodFrom);
    const last = Math.min(weeks - 1, lastWeekBy(startsOn, periodTo));
    const key = `${facilityId} ${authority}`;
    if (first <= last && !drawn.has(key)) drawn.set(key, [first, last]);
  }
  return withSlots(instance, (facilityId, part, slot) => {
    const drawnWeeks = drawn.get(`${facilityId} ${part.authority}`);
    const deadline = deadlineWeek(instance, slot);
    if (!drawnWeeks || (deadline !== undefined && deadline <= drawnWeeks[1])) return slot;
    return { ...slot, isDrawn: true, drawnWeeks };
  });
}

function tightened(instance: PlanningInstance, latestOf: Tighten): PlanningInstance {
  return withSlots(instance, (facilityId, part, slot) => {
    const latest = latestOf(facilityId, part);
    if (latest === undefined || (slot.window.latest !== null && slot.window.latest <= latest)) return slot;
    return { ...slot, window: { ...slot.window, latest } };
  });
}

/** The instance with the first slot of every part as `change` wants it. */
function withSlots(
  instance: PlanningInstance,
  change: (facilityId: string, part: AuthorityPart, slot: VisitSlot) => VisitSlot,
): PlanningInstance {
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => ({
        ...part,
        slots: part.slots.map((slot, index) => (index > 0 ? slot : change(facility.id, part, slot))),
      })),
    })),
  };
}

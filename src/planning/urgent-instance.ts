import type { AuthorityPart, PlanningInstance } from '../domain/planning/planning-instance.js';
import { pickRule } from '../domain/planning/policy.js';
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

function tightened(instance: PlanningInstance, latestOf: Tighten): PlanningInstance {
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => {
        const latest = latestOf(facility.id, part);
        if (latest === undefined) return part;
        return {
          ...part,
          slots: part.slots.map((slot, index) =>
            index > 0 || (slot.window.latest !== null && slot.window.latest <= latest)
              ? slot
              : { ...slot, window: { ...slot.window, latest } },
          ),
        };
      }),
    })),
  };
}

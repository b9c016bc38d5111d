import { aFacility, anInstance, aPart, monday } from '../domain/planning/planning-instance.factory.js';
import type { PlanningInstance } from '../domain/planning/planning-instance.js';
import type { PolicyRule } from '../domain/planning/policy.js';
import type { Authority } from '../domain/shared/authority.js';
import { addDays, day, type Day } from '../domain/shared/day.js';
import type { PlaceFact, PlanningFacts } from './planning-facts.js';
import { withLongestWaits, withSeriousEvents } from './urgent-instance.js';

const rule = (
  kind: PolicyRule['kind'],
  authority: Authority,
  band: string | null,
  days: number,
): PolicyRule => ({
  kind,
  authority,
  band,
  days,
  facilityType: null,
  validFrom: day('2026-01-01'),
  validTo: null,
  source: 'spec',
  confirmed: false,
});
const INSTANCE = anInstance([
  aFacility('calm', [aPart('STPS')]),
  aFacility('urgent', [aPart('ARBEJDSTILSYNET'), aPart('STPS')]),
]);
const POLICY = (['ARBEJDSTILSYNET', 'STPS'] as const).flatMap((authority) => [
  rule('MAX_WAIT', authority, 'VERY_HIGH', 56),
  rule('AFTER_SERIOUS_EVENT', authority, null, 14),
]);

function facts(over: Partial<PlanningFacts>): PlanningFacts {
  const places = INSTANCE.facilities.flatMap(({ id, parts }) =>
    parts.map(
      ({ authority, responsibleUnit }) =>
        ({
          facilityId: id,
          authority,
          responsibleUnit,
          facilityType: null,
          band: id === 'urgent' ? 'VERY_HIGH' : 'LOW',
        }) as PlaceFact,
    ),
  );
  return { policy: POLICY, places, seriousEvents: [], ...over } as PlanningFacts;
}

function latest(instance: PlanningInstance): Record<string, Day | null> {
  return Object.fromEntries(
    instance.facilities.flatMap(({ id, parts }) =>
      parts.map((part) => [`${id} ${part.authority}`, part.slots[0]!.window.latest]),
    ),
  );
}

describe('places that cannot wait', () => {
  it('have a latest day by the row of their band', () => {
    expect(latest(withLongestWaits(INSTANCE, facts({})))).toEqual({
      'calm STPS': null,
      'urgent ARBEJDSTILSYNET': monday(8),
      'urgent STPS': monday(8),
    });
  });

  it('have one soon after a serious event, for those alone who may know of it', () => {
    const reportedOn = addDays(monday(0), -3);
    const shared = facts({ seriousEvents: [{ facilityId: 'urgent', reportedOn, ownUnit: null }] });
    const secret = facts({ seriousEvents: [{ facilityId: 'urgent', reportedOn, ownUnit: 'STPS' }] });
    const soon = addDays(reportedOn, 14);

    expect(latest(withSeriousEvents(INSTANCE, shared))).toMatchObject({
      'urgent ARBEJDSTILSYNET': soon,
      'urgent STPS': soon,
    });
    expect(latest(withSeriousEvents(INSTANCE, secret))).toEqual({
      'calm STPS': null,
      'urgent ARBEJDSTILSYNET': null,
      'urgent STPS': soon,
    });
  });

  it('keep an earlier day that they have already', () => {
    const earlier = withSeriousEvents(
      INSTANCE,
      facts({ seriousEvents: [{ facilityId: 'urgent', reportedOn: monday(0), ownUnit: null }] }),
    );

    expect(latest(withLongestWaits(earlier, facts({})))['urgent STPS']).toBe(monday(2));
  });
});

import {
  aFacility,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from '../domain/planning/planning-instance.factory.js';
import type { PlanningInstance } from '../domain/planning/planning-instance.js';
import type { PolicyRule } from '../domain/planning/policy.js';
import { solveStageOne } from '../domain/planning/solve-stage-one.js';
import type { Authority } from '../domain/shared/authority.js';
import { addDays, day, type Day } from '../domain/shared/day.js';
import type { PlaceFact, PlanningFacts } from './planning-facts.js';
import { withDrawnPlaces, withLongestWaits, withOwnDeadlines, withSeriousEvents } from './urgent-instance.js';

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
  return {
    policy: POLICY,
    places,
    seriousEvents: [],
    ownDeadlines: [],
    drawnPlaces: [],
    ...over,
  } as PlanningFacts;
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

  it('have the day that their unit alone knows of, and no other unit has it', () => {
    const ownDeadlines = [
      { facilityId: 'urgent', responsibleUnit: 'STPS' as const, mustVisitBy: monday(13) },
    ];

    expect(latest(withOwnDeadlines(INSTANCE, facts({ ownDeadlines })))).toEqual({
      'calm STPS': null,
      'urgent ARBEJDSTILSYNET': null,
      'urgent STPS': monday(13),
    });
  });
});

describe('places that chance has drawn', () => {
  const drawn = (instance: PlanningInstance): PlanningInstance =>
    withDrawnPlaces(
      instance,
      facts({
        drawnPlaces: ['calm', 'urgent'].map((facilityId) => ({
          facilityId,
          authority: 'STPS',
          periodFrom: addDays(monday(0), -30),
          periodTo: addDays(monday(6), -1),
        })),
      }),
    );
  const weeksOf = (instance: PlanningInstance): unknown =>
    Object.fromEntries(
      instance.facilities.flatMap(({ id, parts }) =>
        parts.map((part) => [`${id} ${part.authority}`, part.slots[0]!.drawnWeeks ?? part.slots[0]!.isDrawn]),
      ),
    );

  it('are drawn for the weeks of the draw that are left, for the authority that drew', () => {
    expect(weeksOf(drawn(INSTANCE))).toEqual({
      'calm STPS': [0, 5],
      'urgent ARBEJDSTILSYNET': false,
      'urgent STPS': [0, 5],
    });
  });

  it('are left to their duty where one falls within those weeks', () => {
    const seriousEvents = [{ facilityId: 'urgent', reportedOn: monday(0), ownUnit: null }];

    expect(weeksOf(drawn(withSeriousEvents(INSTANCE, facts({ seriousEvents }))))).toMatchObject({
      'calm STPS': [0, 5],
      'urgent STPS': false,
    });
  });

  it('are visited in those weeks though nothing speaks for it, but not with the hours that a duty needs', () => {
    const planned = (weeklyHours: number[]): unknown => {
      const due = aSlot({ window: { earliest: monday(0), latest: addDays(monday(0), 4) } });
      const instance = anInstance(
        [
          aFacility('calm', [aPart('STPS', { probability12Months: 0.005 })]),
          aFacility('due', [aPart('STPS', { slots: [due] })]),
        ],
        {
          weeks: weeklyHours.length,
          offices: [anOffice('STPS', [{ competences: [], inspectors: 1, weeklyHours }])],
        },
      );
      const { visits } = solveStageOne(drawn(instance), {
        seed: 'spec',
        budgets: { samplePasses: 0, pricePasses: 50, searchPasses: 3, rebuilds: 500 },
      }).plan;
      return visits.map(({ facilityId, week, reasons }) => [facilityId, week, reasons[0]]);
    };

    expect(planned([10, 10, 0, 0, 0, 0, 0, 0])).toEqual([
      ['calm', 1, 'DRAWN'],
      ['due', 0, 'DEADLINE'],
    ]);
    expect(planned([10, 0, 0, 0, 0, 0, 0, 0])).toEqual([['due', 0, 'DEADLINE']]);
  });
});

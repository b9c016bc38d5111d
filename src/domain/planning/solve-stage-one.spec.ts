import { solveStageOne, type StageOneResult } from './solve-stage-one.js';
import { evaluatePlan } from './evaluate-plan.js';
import type { PlannedVisit, UnplannedReason } from './plan.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
  PARAMETERS,
} from './planning-instance.factory.js';
import type { AuthorityPart, PlanningInstance } from './planning-instance.js';
import { addDays } from '../shared/day.js';

const BUDGETS = { samplePasses: 0, pricePasses: 60, searchPasses: 4, rebuilds: 100 };

function solve(instance: PlanningInstance, allowsJoint = true): StageOneResult {
  return solveStageOne(instance, { seed: 'spec', allowsJoint, budgets: BUDGETS });
}

function visitsOf(instance: PlanningInstance, allowsJoint = true): readonly PlannedVisit[] {
  return solve(instance, allowsJoint).plan.visits;
}

function visitedPlaces(instance: PlanningInstance): string[] {
  return [...new Set(visitsOf(instance).map(({ facilityId }) => facilityId))].sort();
}

function reasonFor(instance: PlanningInstance, facilityId: string): UnplannedReason | undefined {
  const { plan } = solve(instance);
  return plan.unplanned.find((slot) => slot.facilityId === facilityId)?.reason;
}

/** An office of STPS with these hours a week, for places inspected by STPS alone. */
function stpsHours(hours: number, weeks = 12) {
  return { offices: [anOffice('STPS', [aGroup(weeks, hours)])], weeks };
}

function duePart(latest: ReturnType<typeof monday>, over: Partial<AuthorityPart> = {}): AuthorityPart {
  return aPart('STPS', { slots: [aSlot({ window: { earliest: monday(0), latest } })], ...over });
}

describe(solveStageOne.name, () => {
  describe('by risk and deadline', () => {
    it('visits the graver place where hours suffice for one', () => {
      const grave = aFacility('grave', [aPart('STPS', { severityWeight: 2 })]);
      const mild = aFacility('mild', [aPart('STPS')]);

      expect(visitedPlaces(anInstance([mild, grave], { ...stpsHours(1), capacityPeriods: [12] }))).toEqual([
        'grave',
      ]);
    });

    it('prefers two short visits to a long one of the same value', () => {
      const places = ['short', 'short too'].map((id) => aFacility(id, [aPart('STPS', { dutyHours: 6 })]));
      const long = aFacility('long', [aPart('STPS', { dutyHours: 12 })]);

      expect(
        visitedPlaces(anInstance([long, ...places], { ...stpsHours(1), capacityPeriods: [12] })),
      ).toEqual(['short', 'short too']);
    });

    it('visits the place with a deadline before a graver one without', () => {
      const due = aFacility('due', [duePart(addDays(monday(12), -3))]);
      const grave = aFacility('grave', [aPart('STPS', { severityWeight: 5 })]);

      expect(visitedPlaces(anInstance([grave, due], { ...stpsHours(1), capacityPeriods: [12] }))).toEqual([
        'due',
      ]);
    });

    it('keeps deadlines that compete for the same week, each in time', () => {
      const places = [2, 3, 4, 5].map((week) =>
        aFacility(`due in ${week}`, [duePart(addDays(monday(week), 4))]),
      );
      const weeks = Object.fromEntries(
        visitsOf(anInstance(places, stpsHours(10))).map((visit) => [visit.facilityId, visit.week]),
      );

      expect(new Set(Object.values(weeks)).size).toBe(4);
      for (const week of [2, 3, 4, 5]) expect(weeks[`due in ${week}`]).toBeLessThanOrEqual(week);
    });

    it('comes late rather than not at all, and says so', () => {
      const closed = { ...aGroup(12, 10), weeklyHours: [0, 0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10] };
      const instance = anInstance([aFacility('due', [duePart(monday(3))])], {
        offices: [anOffice('STPS', [closed])],
      });

      const [visit] = visitsOf(instance);
      expect(visit).toMatchObject({ week: 6 });
      expect(visit?.reasons).toContain('AFTER_DEADLINE');
    });

    it('takes the hours of a visit that need not be made for one that must', () => {
      // The long visit must happen; at any price of an hour the two short ones pay better.
      const must = aFacility('must', [duePart(monday(11), { dutyHours: 12, severityWeight: 0.1 })]);
      const others = ['a', 'b'].map((id) =>
        aFacility(id, [aPart('STPS', { dutyHours: 6, severityWeight: 20 })]),
      );

      expect(
        visitedPlaces(anInstance([must, ...others], { ...stpsHours(1), capacityPeriods: [12] })),
      ).toEqual(['must']);
    });
  });

  describe('together or apart', () => {
    const both = aFacility('both', [aPart('SOCIALTILSYNET'), aPart('STPS')]);

    it('comes together where nothing speaks against it', () => {
      const visits = visitsOf(anInstance([both]));

      expect(new Set(visits.map(({ visitDayKey }) => visitDayKey)).size).toBe(1);
      expect(visits.map(({ hours }) => hours)).toEqual([10, 10]); // 10 * 0.9 + 1
      expect(visits[0]!.reasons).toContain('JOINT');
    });

    it('comes apart when it must, and keeps the weeks between', () => {
      const visits = visitsOf(anInstance([both]), false);

      expect(visits).toHaveLength(2);
      expect(Math.abs(visits[0]!.week - visits[1]!.week)).toBeGreaterThanOrEqual(4);
      const oneAtATime = { ...both, maxAuthoritiesPerVisit: 1 };
      expect(new Set(visitsOf(anInstance([oneAtATime])).map(({ visitDayKey }) => visitDayKey)).size).toBe(2);
    });

    it('never pulls a visit before its window for the sake of company', () => {
      const early = aPart('SOCIALTILSYNET', {
        slots: [aSlot({ window: { earliest: monday(0), latest: monday(2) } })],
      });
      const recent = aPart('STPS', { lastVisitOn: addDays(monday(0), -63), minIntervalDays: 119 });
      const visits = visitsOf(anInstance([aFacility('a', [early, recent])]));

      expect(visits.find(({ authority }) => authority === 'SOCIALTILSYNET')!.week).toBeLessThanOrEqual(1);
      expect(visits.find(({ authority }) => authority === 'STPS')!.week).toBeGreaterThanOrEqual(8);
    });

    it('stays apart where company costs more hours than the office has', () => {
      const short = ['SOCIALTILSYNET', 'STPS'].map((each) => aPart(each as 'STPS', { dutyHours: 4 })); // 4.6 hours in company
      const offices = ['SOCIALTILSYNET', 'STPS'].map((each) => anOffice(each as 'STPS', [aGroup(12, 4)]));
      const visits = visitsOf(anInstance([aFacility('a', short)], { offices }));

      expect(visits.map(({ hours }) => hours)).toEqual([4, 4]);
    });
  });

  describe('pins and vetoes', () => {
    it('keeps a pin though hours, interval and window speak against it, and takes its hours from others', () => {
      const pinned = aPart('STPS', {
        lastVisitOn: addDays(monday(0), -3),
        slots: [aSlot({ window: { earliest: monday(9), latest: null }, pinnedWeek: 2 })],
      });
      const fromWeek2 = aPart('STPS', { slots: [aSlot({ window: { earliest: monday(2), latest: null } })] });
      const places = [aFacility('pinned', [pinned]), aFacility('rival', [fromWeek2])];
      const [first, second] = visitsOf(anInstance(places, stpsHours(10)));

      expect(first).toMatchObject({ facilityId: 'pinned', week: 2 });
      expect(first?.reasons).toContain('PINNED');
      expect(second).toMatchObject({ facilityId: 'rival', week: 3 }); // the best week but that of the pin
    });

    it('lets others join a pinned visit', () => {
      const pinned = aPart('STPS', { slots: [aSlot({ pinnedWeek: 9 })] });
      const other = aPart('SOCIALTILSYNET', {
        slots: [aSlot({ window: { earliest: monday(8), latest: null } })],
      });

      expect(visitsOf(anInstance([aFacility('a', [pinned, other])])).map(({ week }) => week)).toEqual([9, 9]);
    });

    it('keeps two pins that lie closer than the place allows', () => {
      const parts = ['STPS', 'SOCIALTILSYNET'].map((each, index) =>
        aPart(each as 'STPS', { slots: [aSlot({ pinnedWeek: 5 + index })] }),
      );

      expect(visitsOf(anInstance([aFacility('a', parts)])).map(({ week }) => week)).toEqual([5, 6]);
    });

    it('gives the same value when what was planned is pinned', () => {
      const places = ['a', 'b', 'c'].map((id) => aFacility(id, [aPart('STPS'), aPart('SOCIALTILSYNET')]));
      const instance = anInstance(places);
      const planned = visitsOf(instance);
      const pinned = places.map((place) => ({
        ...place,
        parts: place.parts.map((part) => {
          const visit = planned.find(
            (each) => each.facilityId === place.id && each.authority === part.authority,
          )!;
          return { ...part, slots: [aSlot({ pinnedWeek: visit.week })] };
        }),
      }));
      const value = (each: PlanningInstance): number => solve(each).value;

      expect(value({ ...instance, facilities: pinned })).toBeCloseTo(value(instance), 9);
    });
  });

  describe('reasons why not', () => {
    const alone = (over: Partial<AuthorityPart>, hours = 40) =>
      anInstance([aFacility('a', [aPart('STPS', over)])], stpsHours(hours));

    it('names the rule that keeps a place out', () => {
      expect(reasonFor(alone({ lastVisitOn: addDays(monday(0), -10) }), 'a')).toEqual({ code: 'NOT_DUE' });
      expect(reasonFor(alone({ vetoedWeeks: Array.from({ length: 12 }, (_, week) => week) }), 'a')).toEqual({
        code: 'VETOED',
      });
      expect(reasonFor(alone({}, 0), 'a')).toMatchObject({ code: 'OFFICE_CLOSED', officeId: 'STPS' });
      expect(reasonFor(alone({ competence: 'misbrug' }), 'a')).toMatchObject({
        code: 'COMPETENCE',
        competence: 'misbrug',
      });
    });

    it('names the office and the weeks where hours are missing', () => {
      expect(
        reasonFor(alone({ slots: [aSlot({ window: { earliest: monday(10), latest: null } })] }, 9), 'a'),
      ).toEqual({
        code: 'NO_CAPACITY',
        officeId: 'STPS',
        weeks: [10, 11],
      });
    });

    it('says by how much the value falls short where hours go to graver places', () => {
      const places = [30, 30, 30, 1].map((severityWeight, index) =>
        aFacility(`place-${index}`, [aPart('STPS', { severityWeight })]),
      );
      const reason = reasonFor(anInstance(places, { ...stpsHours(3), capacityPeriods: [12] }), 'place-3');

      expect(reason).toMatchObject({ code: 'LOW_VALUE', officeId: 'STPS' });
      expect((reason as { shortfall: number }).shortfall).toBeGreaterThan(0);
    });

    it('says that a place is not disturbed for next to nothing', () => {
      const parameters = { ...PARAMETERS, burdenShare: 1.1 };

      expect(reasonFor({ ...alone({}), parameters }, 'a')).toMatchObject({ code: 'LOW_VALUE' });
    });

    it('says that another visit at the place lies too near, and whether a person fixed that one', () => {
      const other = { window: { earliest: monday(0), latest: monday(5) } };
      const parts = (slot: Parameters<typeof aSlot>[0]) => [
        aPart('STPS', { slots: [aSlot(slot)] }),
        aPart('SOCIALTILSYNET', { slots: [aSlot({ window: { earliest: monday(9), latest: null } })] }),
      ];
      const placed = (slot: Parameters<typeof aSlot>[0]): PlanningInstance =>
        anInstance([aFacility('a', parts(slot), { weeksBetweenVisits: 14 })]);

      expect(reasonFor(placed({ pinnedWeek: 5 }), 'a')).toEqual({
        code: 'PINNED_ELSEWHERE',
        weeks: [9, 10, 11],
      });
      expect(reasonFor(placed(other), 'a')).toEqual({ code: 'TOO_NEAR_OTHER_VISIT', weeks: [9, 10, 11] });
    });
  });

  it('counts a second visit by what it adds to the first', () => {
    const windows = [0, 26].map((week) => aSlot({ window: { earliest: monday(week), latest: null } }));
    const part = aPart('STPS', { probability12Months: 0.95, minIntervalDays: 90, slots: windows });
    const instance = anInstance([aFacility('a', [part])], stpsHours(10, 52));
    const weeks = visitsOf(instance).map(({ week }) => week);

    expect(weeks).toHaveLength(2);
    expect(weeks[1]! - weeks[0]!).toBeGreaterThanOrEqual(14);
    const one = { ...instance, facilities: [aFacility('a', [{ ...part, slots: windows.slice(0, 1) }])] };
    const harm = (each: PlanningInstance): number => evaluatePlan(each, solve(each).plan).harmAvoided;
    expect(harm(instance)).toBeGreaterThan(harm(one));
  });

  it('prices the hours of a scarce office above nothing and those of an idle one at nothing', () => {
    const places = Array.from({ length: 30 }, (_, index) =>
      aFacility(`place-${index}`, [aPart('STPS'), aPart('SOCIALTILSYNET')]),
    );
    const offices = [anOffice('STPS', [aGroup(12, 10)]), anOffice('SOCIALTILSYNET', [aGroup(12, 1000)])];
    const { prices } = solve(anInstance(places, { offices }));
    const total = (officeId: string): number =>
      prices
        .filter((price) => price.officeId === officeId)
        .reduce((sum, { weekly }) => sum + weekly.reduce((a, b) => a + b, 0), 0);

    expect(total('STPS')).toBeGreaterThan(0.1);
    expect(total('SOCIALTILSYNET')).toBe(0);
  });
});

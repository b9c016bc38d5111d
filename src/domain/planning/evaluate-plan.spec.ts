import { evaluatePlan } from './evaluate-plan.js';
import { hazardOf, HazardCurves, problemProbability } from './hazard.js';
import type { Plan, PlannedVisit } from './plan.js';
import { aFacility, anInstance, aPart, aSlot, monday } from './planning-instance.factory.js';
import { weeksAvoided } from './visit-value.js';
import type { Authority } from '../shared/authority.js';

const hazard = hazardOf(0.3, new HazardCurves(1.5));

function visit(
  facilityId: string,
  authority: Authority,
  week: number,
  over: Partial<PlannedVisit> = {},
): PlannedVisit {
  return {
    facilityId,
    responsibleUnit: aPart(authority).responsibleUnit,
    slot: 0,
    authority,
    officeId: authority,
    week,
    visitDayKey: `${facilityId}/${week}`,
    hours: 10,
    reasons: [],
    ...over,
  };
}

function plan(...visits: PlannedVisit[]): Plan {
  return { method: 'JOINT', visits, unplanned: [] };
}

describe(evaluatePlan.name, () => {
  it('counts a joint visit as several visits and one day at the place', () => {
    const places = ['a', 'b'].map((id) => aFacility(id, [aPart('SOCIALTILSYNET'), aPart('STPS')]));
    const visits = [
      visit('a', 'SOCIALTILSYNET', 3),
      visit('a', 'STPS', 3),
      visit('b', 'STPS', 3, { hours: 7 }),
    ];

    expect(evaluatePlan(anInstance(places), plan(...visits))).toMatchObject({
      visits: 3,
      visitDays: 2,
      jointShare: 2 / 3,
      hours: 27,
      hoursOf: { SOCIALTILSYNET: 10, ARBEJDSTILSYNET: 0, STPS: 17 },
    });
  });

  it('expects findings by the weeks since the last visit, and weights them by gravity', () => {
    const instance = anInstance([aFacility('a', [aPart('STPS', { severityWeight: 3 })])]);
    const measures = evaluatePlan(instance, plan(visit('a', 'STPS', 6)));

    expect(measures.expectedFindings).toBeCloseTo(problemProbability(hazard, 58.5), 12); // 52 weeks before and 6.5 in
    expect(measures.weightedFindings).toBeCloseTo(3 * measures.expectedFindings, 12);
    expect(measures.harmAvoided).toBeCloseTo(3 * weeksAvoided(hazard, -52, 6.5, 12 + 13), 9);
  });

  it('does not count two visits of one authority as if each were the only one', () => {
    const part = aPart('STPS', { slots: [aSlot(), aSlot()] });
    const instance = anInstance([aFacility('a', [part])], { weeks: 52 });
    const [first, second] = [visit('a', 'STPS', 10), visit('a', 'STPS', 30, { slot: 1 })];
    const harm = (...visits: PlannedVisit[]): number => evaluatePlan(instance, plan(...visits)).harmAvoided;

    expect(harm(first, second)).toBeGreaterThan(harm(first));
    expect(harm(first, second)).toBeLessThan(harm(first) + harm(second));
    expect(harm(second, first)).toBe(harm(first, second));
  });

  it('tells late visits from those that never come', () => {
    const due = (id: string) =>
      aFacility(id, [
        aPart('STPS', { slots: [aSlot({ window: { earliest: monday(0), latest: monday(4) } })] }),
      ]);
    const instance = anInstance(['in time', 'late', 'never', 'later than late'].map(due));
    const visits = [
      visit('in time', 'STPS', 3),
      visit('late', 'STPS', 4),
      visit('later than late', 'STPS', 9),
    ];

    expect(evaluatePlan(instance, plan(...visits))).toMatchObject({
      mustVisits: 4,
      lateVisits: 2,
      lateWeeks: 7,
      dueNotVisited: 1,
    });
  });

  it('measures an empty plan as nothing', () => {
    expect(evaluatePlan(anInstance([]), plan())).toMatchObject({
      visits: 0,
      visitDays: 0,
      jointShare: 0,
      harmAvoided: 0,
    });
  });
});

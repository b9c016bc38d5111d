import { loadOfOffices, visitsAtEqualRisk } from './fairness.js';
import { planReport, REPORT_POLICIES } from './plan-report.js';
import { checkPlan } from '../check-plan.js';
import { evaluatePlan } from '../evaluate-plan.js';
import type { Plan } from '../plan.js';
import { aFacility, anInstance, aPart } from '../planning-instance.factory.js';
import { randomInstance } from '../random-instance.factory.js';
import { solveStageOne } from '../solve-stage-one.js';

const BUDGETS = { samplePasses: 0, pricePasses: 60, searchPasses: 4, rebuilds: 600 };
const OPTIONS = {
  seed: 'spec',
  intervalDays: { SOCIALTILSYNET: 365, ARBEJDSTILSYNET: 365, STPS: 365 },
  rebuildsEach: 10,
};

describe(planReport.name, () => {
  const instance = randomInstance(11, 30, 0.7);
  const { plan } = solveStageOne(instance, { seed: 'spec', budgets: BUDGETS });
  const report = planReport(instance, plan, OPTIONS);
  const measuresOf = (policy: (typeof REPORT_POLICIES)[number]) =>
    report.policies.find((each) => each.policy === policy)!.measures;

  it('measures the plan as it is and every policy beside it', () => {
    expect(report.policies.map(({ policy }) => policy)).toEqual([...REPORT_POLICIES]);
    expect(measuresOf('PLAN')).toEqual(evaluatePlan(instance, plan));
    expect(measuresOf('FIXED_CADENCE').visits).toBeLessThanOrEqual(
      measuresOf('FIXED_CADENCE_UNLIMITED').visits,
    );
    for (const policy of ['GREEDY_SEPARATE', 'OPTIMISED_SEPARATE'] as const)
      expect(measuresOf(policy).visitDays).toBe(measuresOf(policy).visits);
    expect(report.gap).toBeGreaterThanOrEqual(0);
  });

  it('disturbs places less where a day of visit is dearer', () => {
    const days = report.curve.map(({ visitDays }) => visitDays);
    expect(days.at(-1)!).toBeLessThan(days[0]!);
  });

  it('adds up', () => {
    const hours = report.offices.reduce((sum, office) => sum + office.hours, 0);
    expect(hours).toBeCloseTo(evaluatePlan(instance, plan).hours, 6);
    for (const groups of [report.byFacilityType, report.byUnit]) {
      const relations = instance.facilities.reduce((sum, { parts }) => sum + parts.length, 0);
      expect(groups.reduce((sum, group) => sum + group.relations, 0)).toBe(relations);
    }
  });

  it('keeps every rule in the plans that it compares with', () => {
    const separate = solveStageOne(instance, { seed: 'spec', budgets: BUDGETS, allowsJoint: false }).plan;
    expect(checkPlan(instance, separate).filter(({ isByPinsAlone }) => !isByPinsAlone)).toEqual([]);
  });
});

describe(visitsAtEqualRisk.name, () => {
  const places = Array.from({ length: 20 }, (_, index) =>
    aFacility(`place-${index}`, [aPart('STPS', { probability12Months: index < 10 ? 0.1 : 0.6 })], {
      facilityType: index % 2 === 0 ? 'CRISIS_CENTRE' : 'DAY_SERVICE',
    } as never),
  );
  const instance = anInstance(places);
  const planOf = (ids: readonly number[]): Plan => ({
    method: 'JOINT',
    unplanned: [],
    visits: ids.map((id) => ({
      ...{ facilityId: `place-${id}`, slot: 0, week: 1, hours: 10, visitDayKey: `${id}`, reasons: [] },
      ...{ authority: 'STPS', responsibleUnit: 'STPS', officeId: 'STPS' },
    })),
  });
  const ratios = (ids: readonly number[]): Record<string, number> =>
    Object.fromEntries(
      visitsAtEqualRisk(instance, planOf(ids), ({ facilityType }) => facilityType ?? '').map(
        ({ group, ratio }) => [group, ratio],
      ),
    );

  it('finds nothing unequal where risk alone decides', () => {
    expect(ratios([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])).toEqual({ CRISIS_CENTRE: 1, DAY_SERVICE: 1 });
  });

  it('finds out that one kind is passed over at the same risk', () => {
    const { CRISIS_CENTRE: visited, DAY_SERVICE: passedOver } = ratios([10, 12, 14, 16, 18]);
    expect(visited).toBeCloseTo(2, 6);
    expect(passedOver).toBe(0);
  });

  it('counts hours by office', () => {
    expect(loadOfOffices(instance, planOf([1, 2])).find(({ officeId }) => officeId === 'STPS')).toMatchObject(
      {
        hours: 20,
      },
    );
  });
});

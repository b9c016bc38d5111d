import { checkPlan } from '../check-plan.js';
import { aFacility, aGroup, anInstance, anOffice, aPart, aSlot } from '../planning-instance.factory.js';
import type { PlanningInstance } from '../planning-instance.js';
import type { Plan } from '../plan.js';
import { planWithDays } from './plan-with-days.js';
import type { DayInputs, DayInspector } from './day-inputs.js';
import type { PlannedDay } from './planned-day.js';
import { WEEK_WEIGHTS } from './week-problem.js';

const WEEKS = 8;
const NEAR = 6;
const BUDGETS = { samplePasses: 0, pricePasses: 60, searchPasses: 3, rebuilds: 500 };
const ANY_DAY = [0, 1, 2, 3, 4];

function anInspector(code: string, officeId: string, over: Partial<DayInspector> = {}): DayInspector {
  return {
    code,
    officeId,
    competences: [],
    start: { x: 0, y: 0 },
    weeklyHours: Array.from({ length: NEAR }, () => 37),
    daysAtWork: Array.from({ length: NEAR }, () => ANY_DAY),
    ...over,
  };
}

function inputs(facilities: readonly string[], inspectors: DayInspector[]): DayInputs {
  return {
    weeks: NEAR,
    visits: [
      { authority: 'SOCIALTILSYNET', inspectors: 2, isWholeDay: true, hoursAtPlace: 6 },
      { authority: 'STPS', inspectors: 1, isWholeDay: false, hoursAtPlace: 3 },
    ],
    inspectors,
    places: facilities.map((facilityId, index) => ({ facilityId, at: { x: 5 * index, y: 0 } })),
    weights: WEEK_WEIGHTS,
  };
}

/** Places of STPS that are all pinned or open; `hours` in every week. */
function year(count: number, hours: number): PlanningInstance {
  return anInstance(
    Array.from({ length: count }, (_, index) => aFacility(`f${index}`, [aPart('STPS')])),
    { weeks: WEEKS, offices: [anOffice('STPS', [aGroup(WEEKS, hours)])] },
  );
}

const solve = (instance: PlanningInstance, days: DayInputs, agreed: readonly PlannedDay[] = []) =>
  planWithDays(
    instance,
    days,
    { seed: 'spec', budgets: BUDGETS },
    new Map(agreed.map((day) => [day.visitDayKey, day])),
  );

const allBroken = (instance: PlanningInstance, days: DayInputs, plan: Plan): string[] =>
  checkPlan({ ...instance, days }, plan).map(({ rule }) => rule);

describe(planWithDays.name, () => {
  const ids = ['f0', 'f1', 'f2', 'f3'];

  it('names days and inspectors that keep every rule', () => {
    const days = inputs(ids, [anInspector('s1', 'STPS'), anInspector('s2', 'STPS')]);
    const { instance, solved, placed } = solve(year(4, 20), days);

    const near = solved.plan.visits.filter(({ week }) => week < NEAR);
    expect(near.length).toBeGreaterThan(0);
    expect(placed.days).toHaveLength(near.length);
    expect(allBroken(instance, days, { ...solved.plan, days: placed.days })).toEqual([]);
  });

  it('hands what finds nobody back, and the year gives it another week', () => {
    // In the first six weeks the only inspector is there on one day, in the third week.
    const away = anInspector('s1', 'STPS', {
      daysAtWork: Array.from({ length: NEAR }, (_, week) => (week === 2 ? [1] : [])),
    });
    const days = inputs(ids, [away]);
    const { instance, solved, placed, rounds } = solve(year(4, 10), days);

    expect(rounds).toBeGreaterThan(1);
    expect(placed.unplaced).toEqual([]);
    for (const { week } of solved.plan.visits) expect(week === 2 || week >= NEAR).toBe(true);
    expect(instance.hoursCuts.length).toBeGreaterThan(0);
    expect(solved.value).toBeLessThanOrEqual(solved.upperBound);
    expect(allBroken(instance, days, { ...solved.plan, days: placed.days })).toEqual([]);
  });

  it('says which visits find no day where a person has fixed the week', () => {
    const pinned = anInstance([aFacility('f0', [aPart('STPS', { slots: [aSlot({ pinnedWeek: 1 })] })])], {
      weeks: WEEKS,
      offices: [anOffice('STPS', [aGroup(WEEKS, 20)])],
    });
    const days = inputs(ids, [anInspector('s1', 'STPS', { daysAtWork: [ANY_DAY, [], ANY_DAY, [], [], []] })]);

    expect(solve(pinned, days).placed).toMatchObject({ days: [], unplaced: ['f0/1'] });
  });

  it('keeps agreed days and persons', () => {
    const days = inputs(ids, [anInspector('s1', 'STPS'), anInspector('s2', 'STPS')]);
    const { placed } = solve(year(4, 20), days);
    const agreed = placed.days.map((each) => ({ ...each, day: 3, half: 2 as const }));

    const [kept] = solve(year(4, 20), days, agreed.slice(0, 1)).placed.days.filter(
      ({ visitDayKey }) => visitDayKey === agreed[0]!.visitDayKey,
    );

    expect(kept).toEqual(agreed[0]);
  });

  it.each<[string, (day: PlannedDay) => PlannedDay]>([
    ['a day off', (day) => ({ ...day, day: 4 })],
    ['a stranger', (day) => ({ ...day, crews: day.crews.map((crew) => ({ ...crew, inspectors: ['x'] })) })],
    ['nobody', (day) => ({ ...day, crews: [] })],
    ['another week', (day) => ({ ...day, week: day.week === 0 ? 1 : 0 })],
    ['an unknown visit', (day) => ({ ...day, visitDayKey: 'f9/0' })],
  ])('is caught by the checker with %s', (_what, spoil) => {
    const busy = anInspector('s1', 'STPS', { daysAtWork: Array.from({ length: NEAR }, () => [0, 1, 2, 3]) });
    const days = inputs(ids, [busy]);
    const { instance, solved, placed } = solve(year(4, 20), days);

    const spoilt = [spoil(placed.days[0]!), ...placed.days.slice(1)];

    expect(allBroken(instance, days, { ...solved.plan, days: spoilt })).toContain('DAYS');
  });
});

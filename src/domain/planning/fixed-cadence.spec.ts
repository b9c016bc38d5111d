import { checkPlan } from './check-plan.js';
import { fixedCadencePlan } from './fixed-cadence.js';
import { UnsoundInstance } from './instance-problems.js';
import type { Plan } from './plan.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from './planning-instance.factory.js';
import type { PlanningInstance } from './planning-instance.js';
import { randomInstance } from './random-instance.factory.js';
import { addDays } from '../shared/day.js';

const YEARLY = { SOCIALTILSYNET: 364, ARBEJDSTILSYNET: 364, STPS: 364 };

function cadence(instance: PlanningInstance, keepsHours = true): Plan {
  return fixedCadencePlan(instance, { intervalDays: YEARLY, keepsHours, seed: 'spec' });
}

function weeksOf(plan: Plan): Record<string, number> {
  return Object.fromEntries(plan.visits.map((visit) => [visit.facilityId, visit.week]));
}

/** A place whose year has passed so many days after the plan begins. */
function dueAfter(id: string, days: number, over: Parameters<typeof aPart>[1] = {}) {
  return aFacility(id, [aPart('STPS', { lastVisitOn: addDays(monday(0), days - 364), ...over })]);
}

describe(fixedCadencePlan.name, () => {
  it('comes in the last week that keeps the interval, and at once where it has passed', () => {
    const instance = anInstance([
      dueAfter('friday', 7 * 5 + 4),
      dueAfter('thursday', 7 * 5 + 3),
      dueAfter('passed', -30),
    ]);

    expect(weeksOf(cadence(instance))).toEqual({ friday: 5, thursday: 4, passed: 0 });
  });

  it('does not look at risk: who is due first comes first where hours are short', () => {
    const grave = dueAfter('grave', 20, { severityWeight: 9, probability12Months: 0.9 });
    const instance = anInstance([grave, dueAfter('mild', 13)], {
      weeks: 3,
      offices: [anOffice('STPS', [aGroup(3, 6)])],
      capacityPeriods: [3],
    });
    const plan = cadence(instance);

    expect(weeksOf(plan)).toEqual({ mild: 1 });
    expect(plan.unplanned[0]).toMatchObject({
      facilityId: 'grave',
      reason: { code: 'NO_CAPACITY', officeId: 'STPS' },
    });
    expect(weeksOf(cadence(instance, false))).toEqual({ mild: 1, grave: 2 });
  });

  it('lets every authority come alone, even in one week', () => {
    const place = aFacility(
      'a',
      ['SOCIALTILSYNET', 'STPS'].map((authority) => aPart(authority as 'STPS')),
    );
    const plan = cadence(anInstance([place]));

    expect(new Set(plan.visits.map((visit) => visit.visitDayKey)).size).toBe(2);
    expect(plan.visits.map((visit) => visit.hours)).toEqual([10, 10]);
  });

  it('says why a place is left out', () => {
    const reasonOf = (over: Parameters<typeof aPart>[1]): string | undefined =>
      cadence(anInstance([aFacility('a', [aPart('STPS', over)])])).unplanned[0]?.reason.code;

    expect(reasonOf({ lastVisitOn: addDays(monday(0), -10) })).toBe('NOT_DUE');
    expect(reasonOf({ lastVisitOn: addDays(monday(0), -200) })).toBe('NOT_IN_CADENCE');
    expect(reasonOf({ competence: 'misbrug' })).toBe('COMPETENCE');
    expect(reasonOf({ vetoedWeeks: Array.from({ length: 12 }, (_, week) => week) })).toBe('VETOED');
  });

  it('spreads places without a known visit over the interval', () => {
    const places = Array.from({ length: 60 }, (_, index) =>
      aFacility(`place-${index}`, [aPart('STPS', { lastVisitOn: null })]),
    );
    const weeks = Object.values(weeksOf(cadence(anInstance(places, { weeks: 52 }), false)));

    expect(weeks.length).toBeGreaterThan(50);
    expect(new Set(weeks).size).toBeGreaterThan(25);
  });

  it('keeps a pin before all', () => {
    const pinned = aFacility('pinned', [aPart('STPS', { slots: [aSlot({ pinnedWeek: 7 })] })]);
    const plan = cadence(
      anInstance([dueAfter('due', 53), pinned], { offices: [anOffice('STPS', [aGroup(12, 10)])] }),
    );

    expect(weeksOf(plan)).toEqual({ pinned: 7, due: 8 });
  });

  it('keeps every hard rule but those between authorities, of which it knows nothing', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const instance = randomInstance(seed, 1 + (seed % 12));
      const broken = checkPlan(instance, cadence(instance)).filter(({ isByPinsAlone }) => !isByPinsAlone);
      expect(broken.filter(({ rule }) => rule !== 'SPACING')).toEqual([]);
    }
  });

  it('refuses an unsound instance', () => {
    expect(() => cadence({ ...anInstance([]), startsOn: addDays(monday(0), 1) })).toThrow(UnsoundInstance);
  });
});

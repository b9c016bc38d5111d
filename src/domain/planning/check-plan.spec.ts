import { checkPlan } from './check-plan.js';
import type { Plan, PlannedVisit } from './plan.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from './planning-instance.factory.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance } from './planning-instance.js';
import { addDays } from '../shared/day.js';

/** A visit of 10 hours, alone, by the first slot of the part. */
function visit(
  facility: PlanningFacility,
  part: AuthorityPart,
  week: number,
  over: Partial<PlannedVisit> = {},
): PlannedVisit {
  return {
    facilityId: facility.id,
    responsibleUnit: part.responsibleUnit,
    slot: 0,
    authority: part.authority,
    officeId: part.officeId,
    week,
    visitDayKey: `${facility.id}/${part.authority}/${week}`,
    hours: 10,
    reasons: ['RISK'],
    ...over,
  };
}

/** The plan of these visits, with a reason for every other slot. */
function planOf(instance: PlanningInstance, visits: PlannedVisit[]): Plan {
  const slots = instance.facilities.flatMap((facility) =>
    facility.parts.flatMap((part) =>
      part.slots.map((_, slot) => ({ facilityId: facility.id, responsibleUnit: part.responsibleUnit, slot })),
    ),
  );
  const isVisited = (key: (typeof slots)[number]): boolean =>
    visits.some(
      (each) =>
        each.facilityId === key.facilityId &&
        each.responsibleUnit === key.responsibleUnit &&
        each.slot === key.slot,
    );
  const unplanned = slots
    .filter((key) => !isVisited(key))
    .map((key) => ({ ...key, reason: { code: 'VETOED' } as const }));
  return { method: 'JOINT', visits, unplanned };
}

function rulesBroken(instance: PlanningInstance, visits: PlannedVisit[]): string[] {
  return checkPlan(instance, planOf(instance, visits)).map(({ rule }) => rule);
}

const social = aPart('SOCIALTILSYNET');
const labour = aPart('ARBEJDSTILSYNET');
const place = aFacility('place', [social, labour]);

describe(checkPlan.name, () => {
  it('finds nothing wrong with a joint visit and a later one alone', () => {
    const other = aFacility('other', [social]);
    const instance = anInstance([place, other]);
    const joint = { visitDayKey: 'place/3', hours: 10 * 0.9 + 1 };

    expect(
      rulesBroken(instance, [
        visit(place, social, 3, joint),
        visit(place, labour, 3, joint),
        visit(other, social, 3),
      ]),
    ).toEqual([]);
  });

  describe('HORIZON and KNOWN_SLOT', () => {
    const instance = anInstance([place], { weeks: 12 });

    it.each([[-1], [12], [2.5]])('refuses the week %d', (week) => {
      expect(rulesBroken(instance, [visit(place, social, week)])).toEqual(['HORIZON']);
    });

    it('allows the first and the last week', () => {
      expect(rulesBroken(instance, [visit(place, social, 0), visit(place, labour, 11)])).toEqual([]);
    });

    it.each([
      ['facility', { facilityId: 'nowhere' }],
      ['unit', { responsibleUnit: 'SOCIALTILSYN_NORD' as const }],
      ['slot', { slot: 1 }],
      ['office', { officeId: 'ARBEJDSTILSYNET' }],
      ['authority', { authority: 'STPS' as const }],
    ])('refuses a visit whose %s is not in the instance', (_, over) => {
      expect(rulesBroken(instance, [visit(place, social, 3, over)])).toContain('KNOWN_SLOT');
    });
  });

  describe('ONE_VISIT_PER_SLOT and ACCOUNTED', () => {
    const instance = anInstance([place], { weeks: 40 });

    it('refuses two visits of one slot', () => {
      expect(rulesBroken(instance, [visit(place, social, 3), visit(place, social, 33)])).toEqual([
        'ONE_VISIT_PER_SLOT',
      ]);
    });

    it('refuses a slot with neither visit nor reason, one with both, and a reason for what is not there', () => {
      const { unplanned } = planOf(instance, []);
      const rules = (plan: Partial<Plan>): string[] =>
        checkPlan(instance, { method: 'JOINT', visits: [], unplanned, ...plan }).map(({ rule }) => rule);

      expect(rules({})).toEqual([]);
      expect(rules({ unplanned: unplanned.slice(1) })).toEqual(['ACCOUNTED']);
      expect(rules({ visits: [visit(place, social, 3)] })).toEqual(['ACCOUNTED']);
      expect(rules({ unplanned: [...unplanned, { ...unplanned[0]!, facilityId: 'nowhere' }] })).toEqual([
        'ACCOUNTED',
      ]);
    });
  });

  describe('PIN', () => {
    const pinned = aFacility('pinned', [aPart('STPS', { slots: [aSlot({ pinnedWeek: 5 })] })]);
    const instance = anInstance([pinned]);

    it('is kept in its week, and broken in another or by no visit', () => {
      expect(rulesBroken(instance, [visit(pinned, pinned.parts[0]!, 5)])).toEqual([]);
      expect(rulesBroken(instance, [visit(pinned, pinned.parts[0]!, 6)])).toEqual(['PIN']);
      expect(rulesBroken(instance, [])).toEqual(['PIN']);
    });
  });

  describe('VETO', () => {
    const part = aPart('STPS', { vetoedWeeks: [6] });
    const vetoed = aFacility('vetoed', [part, labour], { vetoedWeeks: [2] });
    const instance = anInstance([vetoed]);

    it('binds everyone where the place has it and one authority where that has it', () => {
      expect(rulesBroken(instance, [visit(vetoed, part, 2)])).toEqual(['VETO']);
      expect(rulesBroken(instance, [visit(vetoed, labour, 2)])).toEqual(['VETO']);
      expect(rulesBroken(instance, [visit(vetoed, part, 6)])).toEqual(['VETO']);
      expect(rulesBroken(instance, [visit(vetoed, labour, 6)])).toEqual([]);
      expect(rulesBroken(instance, [visit(vetoed, part, 7)])).toEqual([]);
    });
  });

  describe('WINDOW', () => {
    it('opens with the week that begins on its first day', () => {
      const part = aPart('STPS', { slots: [aSlot({ window: { earliest: monday(3), latest: null } })] });
      const facility = aFacility('a', [part]);

      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 2)])).toEqual(['WINDOW']);
      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 3)])).toEqual([]);
    });

    it('leaves a late visit alone: a passed deadline is a measure, not a forbidden week', () => {
      const part = aPart('STPS', { slots: [aSlot({ window: { earliest: monday(0), latest: monday(1) } })] });
      const facility = aFacility('a', [part]);

      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 9)])).toEqual([]);
    });
  });

  describe('MIN_INTERVAL', () => {
    it('counts from the last visit to the Monday of the week', () => {
      const part = aPart('STPS', { lastVisitOn: monday(0), minIntervalDays: 28 });
      const facility = aFacility('a', [part]);

      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 3)])).toEqual(['MIN_INTERVAL']);
      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 4)])).toEqual([]);
      const aDayLater = aPart('STPS', { lastVisitOn: addDays(monday(0), 1), minIntervalDays: 28 });
      const another = aFacility('a', [aDayLater]);
      expect(rulesBroken(anInstance([another]), [visit(another, aDayLater, 4)])).toEqual(['MIN_INTERVAL']);
    });

    it('counts between two planned visits from a Friday to a Monday', () => {
      const part = aPart('STPS', { minIntervalDays: 31, slots: [aSlot(), aSlot()] });
      const facility = aFacility('a', [part]);
      const second = (week: number) => visit(facility, part, week, { slot: 1 });

      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 1), second(5)])).toEqual([
        'MIN_INTERVAL',
      ]);
      expect(rulesBroken(anInstance([facility]), [visit(facility, part, 1), second(6)])).toEqual([]);
    });
  });

  describe('SPACING', () => {
    const instance = anInstance([place]);

    it('keeps days of visit of different authorities the weeks apart', () => {
      expect(rulesBroken(instance, [visit(place, social, 2), visit(place, labour, 5)])).toEqual(['SPACING']);
      expect(rulesBroken(instance, [visit(place, social, 2), visit(place, labour, 6)])).toEqual([]);
    });

    it('refuses two separate days in one week', () => {
      expect(rulesBroken(instance, [visit(place, social, 2), visit(place, labour, 2)])).toEqual(['SPACING']);
    });
  });

  describe('JOINT, MAX_AUTHORITIES and HOURS', () => {
    const joint = { visitDayKey: 'day', hours: 10 * 0.9 + 1 };

    it('refuses one day of visit in two weeks', () => {
      const visits = [visit(place, social, 2, joint), visit(place, labour, 9, joint)];
      expect(rulesBroken(anInstance([place]), visits)).toEqual(['JOINT']);
    });

    it('refuses one day of visit at two places', () => {
      const other = aFacility('other', [labour]);
      const alone = { visitDayKey: 'day' };
      const visits = [visit(place, social, 2, alone), visit(other, labour, 2, alone)];
      expect(rulesBroken(anInstance([place, other]), visits)).toEqual(['JOINT']);
    });

    it('refuses one authority twice on a day', () => {
      const twice = aPart('STPS', { slots: [aSlot(), aSlot()], minIntervalDays: 0 });
      const facility = aFacility('a', [twice]);
      const visits = [visit(facility, twice, 2, joint), visit(facility, twice, 2, { ...joint, slot: 1 })];
      expect(rulesBroken(anInstance([facility]), visits)).toContain('JOINT');
    });

    it('refuses more authorities than the place can receive', () => {
      const small = aFacility('small', [social, labour], { maxAuthoritiesPerVisit: 1 });
      const visits = [visit(small, social, 2, joint), visit(small, labour, 2, joint)];
      expect(rulesBroken(anInstance([small]), visits)).toEqual(['MAX_AUTHORITIES']);
    });

    it('refuses hours that are not those of the company', () => {
      expect(rulesBroken(anInstance([place]), [visit(place, social, 2, { hours: 9.99 })])).toEqual(['HOURS']);
    });
  });

  describe('CAPACITY and OFFICE_CLOSED', () => {
    const places = ['a', 'b', 'c'].map((id) => aFacility(id, [labour]));
    const visits = (weeks: number[]) => weeks.map((week, index) => visit(places[index]!, labour, week));
    const withHours = (weeklyHours: number[], capacityPeriods = [1, 1, 1, 1]) =>
      anInstance(places, {
        weeks: 4,
        capacityPeriods,
        offices: [anOffice('ARBEJDSTILSYNET', [{ ...aGroup(4, 0), weeklyHours }])],
      });

    it('allows the last hour and refuses the next visit, or two', () => {
      expect(rulesBroken(withHours([20, 20, 20, 20]), visits([1, 1, 2]))).toEqual([]);
      expect(rulesBroken(withHours([20, 20, 20, 20]), visits([1, 1, 1]))).toEqual(['CAPACITY']);
      expect(rulesBroken(withHours([9, 9, 9, 9]), visits([1, 2, 3]))).toEqual([
        'CAPACITY',
        'CAPACITY',
        'CAPACITY',
      ]);
    });

    it('adds up the weeks of a period, from its first to its last', () => {
      expect(rulesBroken(withHours([10, 10, 10, 10], [1, 3]), visits([1, 3, 3]))).toEqual([]);
      expect(rulesBroken(withHours([10, 10, 10, 10], [2, 2]), visits([1, 3, 3]))).toEqual([]);
      expect(rulesBroken(withHours([10, 10, 10, 10], [2, 2]), visits([2, 3, 3]))).toEqual(['CAPACITY']);
    });

    it('refuses a week without hours even where the period has some', () => {
      expect(rulesBroken(withHours([10, 0, 10, 10], [4]), visits([1, 2, 3]))).toEqual(['OFFICE_CLOSED']);
    });
  });

  describe('COMPETENCE', () => {
    const needs = (competence: string | null) => aPart('ARBEJDSTILSYNET', { competence });
    const check = (needed: (string | null)[], held: [string[], number][]): string[] => {
      const places = needed.map((competence, index) => aFacility(`place-${index}`, [needs(competence)]));
      const offices = [
        anOffice(
          'ARBEJDSTILSYNET',
          held.map(([competences, hours]) => aGroup(1, hours, competences)),
        ),
      ];
      const instance = anInstance(places, { weeks: 1, offices });
      return rulesBroken(
        instance,
        places.map((facility) => visit(facility, facility.parts[0]!, 0)),
      );
    };

    it('asks for hours of those who hold it', () => {
      expect(check(['misbrug'], [[['misbrug'], 10]])).toEqual([]);
      expect(
        check(
          ['misbrug'],
          [
            [['misbrug'], 9.9],
            [[], 50],
          ],
        ),
      ).toEqual(['COMPETENCE']);
      expect(check([null], [[['misbrug'], 10]])).toEqual([]);
    });

    it('counts an hour of one who holds two competences once', () => {
      expect(check(['misbrug', 'unge'], [[['misbrug', 'unge'], 20]])).toEqual([]);
      expect(
        check(
          ['misbrug', 'unge'],
          [
            [['misbrug', 'unge'], 10],
            [[], 50],
          ],
        ),
      ).toEqual(['COMPETENCE']);
      expect(
        check(
          ['misbrug', 'unge', null],
          [
            [['misbrug', 'unge'], 10],
            [['unge'], 10],
            [[], 10],
          ],
        ),
      ).toEqual([]);
    });
  });

  describe('what pins alone break', () => {
    const pinnedPart = aPart('STPS', {
      slots: [aSlot({ pinnedWeek: 1 })],
      lastVisitOn: addDays(monday(0), -1),
    });
    const pinned = aFacility('pinned', [pinnedPart]);
    const free = aFacility('free', [aPart('STPS')]);
    const instance = anInstance([pinned, free], { offices: [anOffice('STPS', [aGroup(12, 9)])] });

    it('is told from what a plan could have avoided', () => {
      const alone = checkPlan(instance, planOf(instance, [visit(pinned, pinnedPart, 1)]));
      expect(alone.map(({ rule, isByPinsAlone }) => [rule, isByPinsAlone])).toEqual([
        ['MIN_INTERVAL', true],
        ['CAPACITY', true],
      ]);

      const both = checkPlan(
        instance,
        planOf(instance, [visit(pinned, pinnedPart, 1), visit(free, free.parts[0]!, 1)]),
      );
      expect(both.find(({ rule }) => rule === 'CAPACITY')?.isByPinsAlone).toBe(false);
    });
  });
});

import { assertSound, instanceProblems, UnsoundInstance } from './instance-problems.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from './planning-instance.factory.js';
import type { PlanningFacility, PlanningInstance } from './planning-instance.js';
import { randomInstance } from './random-instance.factory.js';
import { addDays } from '../shared/day.js';

const place = aFacility('a', [aPart('STPS')]);

describe(instanceProblems.name, () => {
  it('finds nothing wrong with a sound instance', () => {
    expect(instanceProblems(anInstance([place]))).toEqual([]);
    for (let seed = 1; seed <= 20; seed += 1) expect(instanceProblems(randomInstance(seed, 9))).toEqual([]);
  });

  it.each<[string, Partial<PlanningInstance>]>([
    ['not a Monday', { startsOn: addDays(monday(0), 2) }],
    ['capacity periods hold 3 weeks, not 12', { capacityPeriods: [1, 2] }],
    ['weekly hours', { offices: [anOffice('STPS', [aGroup(11, 40)])] }],
    ['weekly hours', { offices: [anOffice('STPS', [aGroup(12, -1)])] }],
    ['Office STPS occurs more than once', { offices: [anOffice('STPS', []), anOffice('STPS', [])] }],
    ['Facility a occurs more than once', { facilities: [place, place] }],
  ])('says that the instance has: %s', (expected, over) => {
    expect(instanceProblems({ ...anInstance([place]), ...over }).join()).toContain(expected);
  });

  it.each<[string, PlanningFacility]>([
    ['two parts of one responsible unit', aFacility('a', [aPart('STPS'), aPart('STPS')])],
    ['has 9 visits', aFacility('a', [aPart('STPS', { slots: Array.from({ length: 9 }, () => aSlot()) })])],
    ['the office nowhere', aFacility('a', [aPart('STPS', { officeId: 'nowhere' })])],
    ['of another authority', aFacility('a', [aPart('STPS'), aPart('ARBEJDSTILSYNET', { officeId: 'STPS' })])],
    ['a probability outside 0-1', aFacility('a', [aPart('STPS', { probability12Months: Number.NaN })])],
    ['a severity weight', aFacility('a', [aPart('STPS', { severityWeight: 0 })])],
    ['a visit without hours', aFacility('a', [aPart('STPS', { dutyHours: 0 })])],
    ['a pinned week outside', aFacility('a', [aPart('STPS', { slots: [aSlot({ pinnedWeek: 12 })] })])],
    [
      'a pinned week that is vetoed',
      aFacility('a', [aPart('STPS', { vetoedWeeks: [3], slots: [aSlot({ pinnedWeek: 3 })] })]),
    ],
    [
      'two visits of one authority pinned to one week',
      aFacility('a', [aPart('STPS', { slots: [aSlot({ pinnedWeek: 3 }), aSlot({ pinnedWeek: 3 })] })]),
    ],
    ['1 week or more', aFacility('a', [], { weeksBetweenVisits: 0 })],
    ['receive an authority', aFacility('a', [], { maxAuthoritiesPerVisit: 0 })],
  ])('says that a facility has: %s', (expected, facility) => {
    const offices = [anOffice('STPS', [aGroup(12, 40)]), anOffice('ARBEJDSTILSYNET', [aGroup(12, 40)])];
    const problems = instanceProblems(anInstance([facility], { offices }));

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });
});

describe(assertSound.name, () => {
  it('throws one error that lists every problem', () => {
    const unsound = anInstance([aFacility('a', [], { weeksBetweenVisits: 0, maxAuthoritiesPerVisit: 0 })]);

    expect(() => assertSound(unsound)).toThrow(UnsoundInstance);
    expect(() => assertSound(unsound)).toThrow(/1 week or more[\s\S]*receive an authority/);
  });
});

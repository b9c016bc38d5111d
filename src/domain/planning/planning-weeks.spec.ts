import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from './planning-instance.factory.js';
import {
  coarseningPeriods,
  deadlineWeek,
  firstWeekFrom,
  lastWeekBy,
  openWeeks,
  weeksToKeep,
} from './planning-weeks.js';
import { addDays } from '../shared/day.js';

const START = monday(0);

describe(firstWeekFrom.name, () => {
  it.each([
    [monday(3), 3],
    [addDays(monday(3), 1), 4], // its Monday would be too early
    [addDays(monday(0), -400), 0],
  ])('opens the first week that lies wholly after %s', (earliest, week) => {
    expect(firstWeekFrom(START, earliest)).toBe(week);
  });
});

describe(lastWeekBy.name, () => {
  it.each([
    [addDays(monday(3), 4), 3], // a Friday
    [addDays(monday(3), 3), 2], // its Friday would be too late
    [addDays(monday(0), 3), -1],
  ])('closes with the last week that lies wholly before %s', (latest, week) => {
    expect(lastWeekBy(START, latest)).toBe(week);
  });
});

describe(weeksToKeep.name, () => {
  it('keeps the days even from a Friday to a Monday', () => {
    expect(weeksToKeep(3)).toBe(1);
    expect(weeksToKeep(4)).toBe(2);
    expect(weeksToKeep(10)).toBe(2);
    expect(weeksToKeep(11)).toBe(3);
  });
});

describe(deadlineWeek.name, () => {
  it('is a deadline only where the latest day falls within the plan', () => {
    const instance = anInstance([], { weeks: 12 });
    const of = (latest: string | null) =>
      deadlineWeek(instance, aSlot({ window: { earliest: START, latest: latest as never } }));

    expect(of(null)).toBeUndefined();
    expect(of(addDays(monday(11), 4))).toBe(11);
    expect(of(addDays(monday(12), 3))).toBe(11);
    expect(of(addDays(monday(12), 4))).toBeUndefined();
    expect(of(addDays(START, -1))).toBe(-1);
  });
});

describe(openWeeks.name, () => {
  const part = aPart('STPS', {
    vetoedWeeks: [4],
    lastVisitOn: addDays(monday(0), -7),
    minIntervalDays: 21,
    slots: [aSlot()],
  });
  const office = anOffice('STPS', [{ ...aGroup(8, 40), weeklyHours: [9, 9, 9, 9, 9, 0, 9, 9] }]);
  const facility = aFacility('a', [part], { vetoedWeeks: [7] });
  const instance = anInstance([facility], { weeks: 8, offices: [office] });

  it('leaves out weeks before the interval has passed, vetoes and weeks without hours', () => {
    expect(openWeeks(instance, facility, part, part.slots[0]!, office)).toEqual([2, 3, 6]);
  });

  it('holds the pinned week alone, whatever else speaks against it', () => {
    expect(openWeeks(instance, facility, part, aSlot({ pinnedWeek: 0 }), office)).toEqual([0]);
  });
});

describe(coarseningPeriods.name, () => {
  it('divides 52 weeks into the 20 periods 6 x 1, 4 x 2, 9 x 4 and the rest', () => {
    expect(coarseningPeriods(52)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2]);
  });

  it('is never finer than asked for', () => {
    expect(coarseningPeriods(12, 4)).toEqual([4, 4, 4]);
    expect(coarseningPeriods(9, 2)).toEqual([2, 2, 2, 2, 1]);
  });
});

import fc from 'fast-check';
import { hazardOf, HazardCurves, problemProbability, undetectedWeeks } from './hazard.js';
import { aPart, PARAMETERS, STARTS_ON } from './planning-instance.factory.js';
import { valueOfVisits, weeksAvoided, weeksSinceLastVisit } from './visit-value.js';
import { addDays } from '../shared/day.js';
import { seededRandom } from '../shared/seeded-random.js';

const hazard = hazardOf(0.4, new HazardCurves(1.5));
const END = 65;

describe(weeksAvoided.name, () => {
  it('is greatest half-way between the visits around it and nothing at either of them', () => {
    const at = (time: number): number => weeksAvoided(hazard, -20, time, 60);

    expect(at(-20)).toBe(0);
    expect(at(60)).toBe(0);
    expect(at(20)).toBeGreaterThan(at(10));
    expect(at(20)).toBeGreaterThan(at(30));
    expect(at(10)).toBeCloseTo(at(30), 9);
  });

  it('is never negative', () => {
    const weeks = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(weeks, weeks, weeks, (age, time, after) => {
        expect(weeksAvoided(hazard, -age, time, time + after)).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});

describe(valueOfVisits.name, () => {
  it('avoids with one visit what the formula for one visit says', () => {
    const without = valueOfVisits(hazard, 30, [], END, 1).undetectedWeeks;
    const withVisit = valueOfVisits(hazard, 30, [12], END, 1);

    expect(without - withVisit.undetectedWeeks).toBeCloseTo(weeksAvoided(hazard, -30, 12, END), 9);
    expect(withVisit.expectedFindings).toBeCloseTo(problemProbability(hazard, 42), 12);
  });

  it('counts a second visit from the first, not from the last one before the plan', () => {
    const value = valueOfVisits(hazard, 30, [10, 40], END, 1);
    const [first, second, rest] = [40, 30, 25].map((weeks) => undetectedWeeks(hazard, weeks));

    expect(value.undetectedWeeks).toBeCloseTo(first! - undetectedWeeks(hazard, 30) + second! + rest!, 9);
    expect(value.expectedFindings).toBeCloseTo(
      problemProbability(hazard, 40) + problemProbability(hazard, 30),
      12,
    );
  });

  it('agrees with a simulation where visits may overlook a problem', () => {
    const random = seededRandom(7);
    const [age, times, detection, runs] = [30, [10, 40], 0.6, 200_000];
    let found = 0;
    let undetected = 0;
    for (let run = 0; run < runs; run += 1) {
      let since = -age;
      let onset = since + hazard.scaleWeeks * (-Math.log(1 - random())) ** (1 / 1.5);
      const days = [...times, END];
      for (const [index, time] of days.entries()) {
        const from = Math.max(0, index === 0 ? 0 : days[index - 1]!);
        undetected += Math.max(0, time - Math.max(from, onset));
        if (index === times.length || random() >= detection) continue;
        if (onset <= time) found += 1;
        since = time;
        onset = since + hazard.scaleWeeks * (-Math.log(1 - random())) ** (1 / 1.5);
      }
    }
    const value = valueOfVisits(hazard, age, times, END, detection);

    expect(Math.abs(value.expectedFindings - found / runs)).toBeLessThan(0.005);
    expect(Math.abs(value.undetectedWeeks - undetected / runs)).toBeLessThan(0.15);
  });
});

describe(weeksSinceLastVisit.name, () => {
  it('counts weeks to the start, and takes the assumed age where no visit is known', () => {
    expect(
      weeksSinceLastVisit(aPart('STPS', { lastVisitOn: addDays(STARTS_ON, -70) }), STARTS_ON, PARAMETERS),
    ).toBe(10);
    expect(weeksSinceLastVisit(aPart('STPS', { lastVisitOn: null }), STARTS_ON, PARAMETERS)).toBe(104);
  });
});

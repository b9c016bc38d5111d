import * as fc from 'fast-check';
import { FEATURES } from './features.js';
import type { MeasureContext } from './risk-feature.js';
import { randomHistory } from '../facility-history.factory.js';
import type { FacilityHistory } from '../facility-history.js';
import { knownAsOf, timelineOf, type FacilityTimeline } from '../facility-timeline.js';
import { AUTHORITIES } from '../../shared/authority.js';
import { measureContext } from '../risk-model.factory.js';
import { addDays, day, type Day } from '../../shared/day.js';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2019-01-01'), count));
const contexts = fc.constantFrom(...AUTHORITIES).map((authority): MeasureContext =>
  measureContext({
    authority,
    seriousBaseRates: { SOCIALTILSYNET: 0.08, ARBEJDSTILSYNET: 0.38, STPS: 0.15 },
  }),
);

describe('what a feature knows of the future', () => {
  /** True when other facts after the day change what was measured as of it. */
  function leaks(
    measure: (timeline: FacilityTimeline, asOf: Day) => unknown,
    seed: number,
    otherSeed: number,
    asOf: Day,
  ): boolean {
    const history = randomHistory(seed);
    const measured = [
      history,
      withFutureOf(history, randomHistory(otherSeed), asOf),
      withoutFuture(history, asOf),
    ].map((variant) => JSON.stringify(measure(timelineOf(variant), asOf)));
    return new Set(measured).size > 1;
  }

  it.each(FEATURES.map((feature) => [feature.key, feature] as const))('is nothing: %s', (_, feature) => {
    fc.assert(
      fc.property(seeds, seeds, days, contexts, (seed, otherSeed, asOf, context) => {
        const measure = (timeline: FacilityTimeline, onDay: Day): number | null =>
          feature.measure(knownAsOf(timeline, onDay), context);

        expect(leaks(measure, seed, otherSeed, asOf)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('would be noticed: a measure that looks past the day is caught', () => {
    const peeking: ((timeline: FacilityTimeline) => unknown)[] = [
      (timeline) => timeline.visits.STPS.length,
      (timeline) => timeline.orders.map((order) => order.compliedOn),
      (timeline) => timeline.accidents.length,
      (timeline) => timeline.capacityPlaces.at(-1),
    ];

    const caught = peeking.map((measure) =>
      Array.from({ length: 50 }, (_, seed) => leaks(measure, seed, seed + 1, day('2023-01-01'))).includes(
        true,
      ),
    );

    expect(caught).toEqual([true, true, true, true]);
  });
});

/** The same history up to the day, and another facility's facts after it. */
function withFutureOf(history: FacilityHistory, other: FacilityHistory, asOf: Day): FacilityHistory {
  const past = withoutFuture(history, asOf);
  const later = <T extends { availableOn: Day }>(facts: readonly T[]): T[] =>
    facts.filter((fact) => fact.availableOn > asOf);
  return {
    ...past,
    visits: [...past.visits, ...later(other.visits)],
    orders: [
      ...past.orders.map((order, index) =>
        order.compliedOn === null ? { ...order, compliedOn: addDays(asOf, 1 + index) } : order,
      ),
      ...later(other.orders),
    ],
    accidents: [...past.accidents, ...later(other.accidents)],
    capacityPlaces: [...past.capacityPlaces, ...later(other.capacityPlaces)],
    employees: [...past.employees, ...later(other.employees)],
    facilityType: [...past.facilityType, ...later(other.facilityType)],
    operatorChanges: past.operatorChanges && [...past.operatorChanges, ...later(other.operatorChanges ?? [])],
  };
}

/** The history as if nothing had become known after the day. */
function withoutFuture(history: FacilityHistory, asOf: Day): FacilityHistory {
  const past = <T extends { availableOn: Day }>(facts: readonly T[]): T[] =>
    facts.filter((fact) => fact.availableOn <= asOf);
  return {
    ...history,
    visits: past(history.visits),
    orders: past(history.orders).map((order) =>
      order.compliedOn !== null && order.compliedOn > asOf ? { ...order, compliedOn: null } : order,
    ),
    accidents: past(history.accidents),
    capacityPlaces: past(history.capacityPlaces),
    employees: past(history.employees),
    facilityType: past(history.facilityType),
    operatorChanges: history.operatorChanges && past(history.operatorChanges),
  };
}

import { FEATURES } from './features.js';
import type { RiskFeature } from './risk-feature.js';
import { randomHistory } from '../facility-history.factory.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import type { KnownHistory } from '../known-history.js';
import { AUTHORITIES } from '../../shared/authority.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

describe('what a feature can see', () => {
  // The whole of it. A name that is added here must be neither an inspector nor a reason for coming.
  const SEEN = new Set(
    `asOf visits orders accidents accidentsRecordedFrom capacityPlaces employees facilityType operatorChanges
    SOCIALTILSYNET ARBEJDSTILSYNET STPS occurredOn serious qualityModel meanThemeScore lowestThemeScore
    checkpointsFailed checkpointsAssessed findings authority dueOn compliedOn complianceIsReported absenceDays isViolence`.split(
      /\s+/,
    ),
  );

  function namesRead(feature: Pick<RiskFeature, 'measure'>, known: KnownHistory): Set<string> {
    const names = new Set<string>();
    const spy = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(inner, name) {
          const value: unknown = Reflect.get(inner, name);
          if (typeof name === 'string' && !(name in Array.prototype) && !/^\d+$/.test(name)) names.add(name);
          return typeof value === 'object' && value !== null ? spy(value) : value;
        },
      });
    for (const authority of AUTHORITIES) {
      feature.measure(
        spy(known),
        measureContext({
          authority,
          seriousBaseRates: { SOCIALTILSYNET: 0.1, ARBEJDSTILSYNET: 0.1, STPS: 0.1 },
        }),
      );
    }
    return names;
  }

  const facilities = Array.from({ length: 20 }, (_, seed) =>
    knownAsOf(timelineOf(randomHistory(seed)), day('2026-12-31')),
  );

  it.each(FEATURES.map((feature) => [feature.key, feature] as const))('is on the list: %s', (_, feature) => {
    const read = facilities.flatMap((known) => [...namesRead(feature, known)]);

    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((name) => !SEEN.has(name))).toEqual([]);
  });

  it('would be noticed: a feature that asks for the inspector is caught', () => {
    const strictness = {
      measure: (known: KnownHistory) =>
        known.visits.STPS.filter((visit) => Reflect.get(visit, 'inspectorCode') === 'SP-1').length,
    };

    expect(facilities.some((known) => namesRead(strictness, known).has('inspectorCode'))).toBe(true);
  });

  it('never holds an inspector, an occasion or a concern, even when the history carries them', () => {
    const smuggled = { inspectorCode: 'SECRET', occasionSourceTerm: 'SECRET', concerns: ['SECRET'] };
    const carrying = <T extends object>(facts: readonly T[]): T[] =>
      facts.map((fact) => ({ ...fact, ...smuggled }));
    const history = randomHistory(3);
    const known = knownAsOf(
      timelineOf({
        ...smuggled,
        ...history,
        visits: carrying(history.visits),
        orders: carrying(history.orders),
        accidents: carrying(history.accidents),
        capacityPlaces: carrying(history.capacityPlaces),
        employees: carrying(history.employees),
        facilityType: carrying(history.facilityType),
        operatorChanges: carrying(
          history.operatorChanges ?? [{ occurredOn: day('2020-01-01'), availableOn: day('2020-01-01') }],
        ),
      }),
      day('2030-01-01'),
    );

    expect(JSON.stringify(known)).toContain(history.visits[0]?.visitKey);
    expect(JSON.stringify(known)).not.toContain('SECRET');
  });
});

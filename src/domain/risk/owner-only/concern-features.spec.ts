import { OWNER_ONLY_FEATURES } from './concern-features.js';
import { mustVisitBy } from './must-visit-by.js';
import { ownerTimelines } from './score-for-owner.js';
import { facilityHistory } from '../facility-history.factory.js';
import type { ConcernHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { FEATURES } from '../features/features.js';
import { RISK_BANDS_VERSION_3 } from '../risk-bands-version-3.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

const measure = (concerns: readonly ConcernHistory[], asOf = '2026-01-01'): (number | null)[] => {
  const [timeline] = ownerTimelines([timelineOf(facilityHistory())], new Map([['f1', concerns]]));
  const known = knownAsOf(timeline!, day(asOf));
  return OWNER_ONLY_FEATURES.map((feature) => feature.measure(known, measureContext()));
};
const concern = (receivedOn: string, gravity: number): ConcernHistory => ({
  concernKey: receivedOn,
  receivedOn: day(receivedOn),
  gravity,
});

describe('the features that the owner alone may see', () => {
  it('count concerns by age and gravity', () => {
    expect(measure([])).toEqual([0, 0, 0]);
    expect(measure([concern('2026-01-01', 2)])).toEqual([1, 2, 0]);
    expect(measure([concern('2025-12-01', 3), concern('2025-10-01', 1)])).toEqual([
      expect.closeTo(1.85, 1) as number,
      4,
      1,
    ]);
    expect(measure([concern('2023-12-01', 3)])[2]).toBe(0);
  });

  it('know nothing of later concerns', () => {
    expect(measure([concern('2026-01-02', 3)])).toEqual([0, 0, 0]);
  });

  it('are none of the shared ones, and the shared timeline has no concern to see', () => {
    const shared = new Set(FEATURES.map(({ key }) => key));

    expect(
      OWNER_ONLY_FEATURES.filter(({ key, secrecyClass }) => shared.has(key) || secrecyClass !== 'OWNER_ONLY'),
    ).toEqual([]);
    expect(
      timelineOf({ ...facilityHistory(), concerns: [concern('2020-01-01', 3)] } as never).concerns,
    ).toEqual([]);
  });
});

describe(mustVisitBy.name, () => {
  it.each([
    [0, '2026-11-01', '2028-12-31'],
    [5000, '2026-11-01', '2027-12-31'],
    [5500, '2026-11-01', '2027-06-30'],
    [9000, '2026-11-01', '2027-03-31'],
    [9000, '2026-01-01', '2026-06-30'],
  ])('gives %i points on %s until %s: the end of a quarter', (points, asOf, expected) => {
    expect(mustVisitBy(points, RISK_BANDS_VERSION_3, day(asOf))).toBe(expected);
  });
});

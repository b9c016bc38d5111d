import { capacity } from './capacity.feature.js';
import type { RiskFeature } from './risk-feature.js';
import { recentOperatorChange } from './recent-operator-change.feature.js';
import { facilityHistory } from '../facility-history.factory.js';
import type { FacilityHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureContext } from '../risk-model.factory.js';
import { day, type Day } from '../../shared/day.js';

function measure(feature: RiskFeature, part: Partial<FacilityHistory>): number | null {
  return feature.measure(
    knownAsOf(timelineOf(facilityHistory(part)), day('2025-06-01')),
    measureContext({
      authority: 'STPS',
      seriousBaseRates: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: null, STPS: null },
    }),
  );
}

describe('the approved places', () => {
  it('are the latest number that was known', () => {
    const capacityPlaces = [
      { availableOn: day('2025-06-02'), value: 40 },
      { availableOn: day('2025-05-01'), value: 24 },
      { availableOn: day('2020-01-01'), value: 12 },
    ];

    expect(measure(capacity, { capacityPlaces })).toBe(24);
    expect(measure(capacity, {})).toBeNull();
  });
});

describe('a recent change of operator', () => {
  const changedOn = (occurredOn: Day): Partial<FacilityHistory> => ({
    operatorChanges: [{ occurredOn, availableOn: occurredOn }],
  });

  it.each([
    ['the day before', day('2025-05-31'), 1],
    ['729 days ago', day('2023-06-03'), 1],
    ['730 days ago', day('2023-06-02'), 0],
    ['tomorrow', day('2025-06-02'), 0],
  ])('%s', (_, occurredOn, expected) => {
    expect(measure(recentOperatorChange, changedOn(occurredOn))).toBe(expected);
  });

  it('is unknown where changes are not recorded, and none where none is', () => {
    expect(measure(recentOperatorChange, { operatorChanges: null })).toBeNull();
    expect(measure(recentOperatorChange, { operatorChanges: [] })).toBe(0);
  });
});

import { capacity } from './features/capacity.feature.js';
import { facilityHistory } from './facility-history.factory.js';
import { knownAsOf, timelineOf } from './facility-timeline.js';
import { measureFeatures } from './measure-features.js';
import { measureContext } from './risk-model.factory.js';
import { day } from '../shared/day.js';

describe(measureFeatures.name, () => {
  const known = knownAsOf(timelineOf(facilityHistory()), day('2026-01-01'));
  const context = measureContext({
    authority: 'STPS',
    seriousBaseRates: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: null, STPS: null },
  });

  it('gives one value per feature in their order, null where it is not known', () => {
    const places = (value: number): typeof capacity => ({ ...capacity, measure: () => value });

    expect(measureFeatures(known, context, [places(3), capacity, places(0)])).toEqual([3, null, 0]);
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %s, and names the feature', (value) => {
    const broken = { ...capacity, measure: () => value };

    expect(() => measureFeatures(known, context, [broken])).toThrow('CAPACITY_PLACES measured');
  });
});

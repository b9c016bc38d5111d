import * as fc from 'fast-check';
import { FEATURES } from './features.js';
import type { MeasureContext } from './risk-feature.js';
import { randomHistory } from '../facility-history.factory.js';
import type { FacilityHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureFeatures } from '../measure-features.js';
import { AUTHORITIES } from '../../shared/authority.js';
import { measureContext } from '../risk-model.factory.js';
import { addDays, day } from '../../shared/day.js';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day('2019-01-01'), count));
const contexts = fc.constantFrom(...AUTHORITIES).map((authority): MeasureContext =>
  measureContext({
    authority,
    seriousBaseRates: { SOCIALTILSYNET: 0.08, ARBEJDSTILSYNET: 0.38, STPS: 0.15 },
  }),
);

describe('the features', () => {
  it('have keys that stay', () => {
    expect(FEATURES.map((feature) => feature.key)).toEqual([
      'SOCIALTILSYNET_SERIOUS_SHARE',
      'ARBEJDSTILSYNET_SERIOUS_SHARE',
      'STPS_SERIOUS_SHARE',
      'SOCIALTILSYNET_LAST_OUTCOME',
      'ARBEJDSTILSYNET_LAST_OUTCOME',
      'STPS_LAST_OUTCOME',
      'SOCIALTILSYNET_PREVIOUS_OUTCOME',
      'ARBEJDSTILSYNET_PREVIOUS_OUTCOME',
      'STPS_PREVIOUS_OUTCOME',
      'SOCIALTILSYNET_EVER_SERIOUS',
      'ARBEJDSTILSYNET_EVER_SERIOUS',
      'STPS_EVER_SERIOUS',
      'SOCIALTILSYNET_LASTING_SERIOUS_SHARE',
      'ARBEJDSTILSYNET_LASTING_SERIOUS_SHARE',
      'STPS_LASTING_SERIOUS_SHARE',
      'SOCIALTILSYNET_GOOD_VISITS_IN_A_ROW',
      'ARBEJDSTILSYNET_GOOD_VISITS_IN_A_ROW',
      'STPS_GOOD_VISITS_IN_A_ROW',
      'SOCIALTILSYNET_LAST_FINDINGS',
      'ARBEJDSTILSYNET_LAST_FINDINGS',
      'STPS_LAST_FINDINGS',
      'SOCIALTILSYNET_USUAL_FINDINGS',
      'ARBEJDSTILSYNET_USUAL_FINDINGS',
      'STPS_USUAL_FINDINGS',
      'SOCIALTILSYNET_LASTING_FINDINGS',
      'ARBEJDSTILSYNET_LASTING_FINDINGS',
      'STPS_LASTING_FINDINGS',
      'SOCIALTILSYNET_MOST_FINDINGS',
      'ARBEJDSTILSYNET_MOST_FINDINGS',
      'STPS_MOST_FINDINGS',
      'SOCIALTILSYNET_FINDINGS_TREND',
      'ARBEJDSTILSYNET_FINDINGS_TREND',
      'STPS_FINDINGS_TREND',
      'SOCIALTILSYNET_KNOWN_VISITS',
      'ARBEJDSTILSYNET_KNOWN_VISITS',
      'STPS_KNOWN_VISITS',
      'SOCIALTILSYNET_VISITS_PER_YEAR',
      'ARBEJDSTILSYNET_VISITS_PER_YEAR',
      'STPS_VISITS_PER_YEAR',
      'YEARS_SINCE_OWN_VISIT',
      'AUTHORITIES_WITHOUT_VISIT',
      'MEAN_THEME_SCORE',
      'LOWEST_THEME_SCORE',
      'THEME_SCORE_TREND',
      'CHECKPOINTS_FAILED_SHARE',
      'OPEN_ORDERS',
      'OVERDUE_ORDERS',
      'ACCIDENTS_PER_EMPLOYEE_YEAR',
      'VIOLENCE_PER_EMPLOYEE_YEAR',
      'CAPACITY_PLACES',
      'RECENT_OPERATOR_CHANGE',
      'SAME_TYPE_SERIOUS_SHARE',
    ]);
  });

  it('have a label of their own in both languages, and may be shown to all three authorities', () => {
    expect(new Set(FEATURES.map((feature) => feature.label.da)).size).toBe(FEATURES.length);
    expect(new Set(FEATURES.map((feature) => feature.label.en)).size).toBe(FEATURES.length);
    expect(FEATURES.filter((feature) => feature.secrecyClass !== 'SHARED')).toEqual([]);
  });

  it('never name what the law hides or what measures strictness', () => {
    const forbidden = /INSPECTOR|TEAM|CONCERN|COMPLAINT|HENVENDELSE|KLAGE|OCCASION|WHISTLE/;

    expect(FEATURES.filter((feature) => forbidden.test(feature.key))).toEqual([]);
  });
});

describe('what the features measure', () => {
  it('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(seeds, days, contexts, (seed, asOf, context) => {
        const history = randomHistory(seed);
        const reversed: FacilityHistory = {
          ...history,
          visits: history.visits.toReversed(),
          orders: history.orders.toReversed(),
          accidents: history.accidents.toReversed(),
          capacityPlaces: history.capacityPlaces.toReversed(),
          employees: history.employees.toReversed(),
          facilityType: history.facilityType.toReversed(),
          operatorChanges: history.operatorChanges?.toReversed() ?? null,
        };
        const measure = (facts: FacilityHistory): unknown =>
          measureFeatures(knownAsOf(timelineOf(facts), asOf), context, FEATURES);

        expect(measure(reversed)).toEqual(measure(history));
      }),
    );
  });

  it('is always finite or unknown', () => {
    fc.assert(
      fc.property(seeds, days, contexts, (seed, asOf, context) => {
        const values = measureFeatures(knownAsOf(timelineOf(randomHistory(seed)), asOf), context, FEATURES);

        expect(values.filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
      }),
    );
  });
});

import { accidentsPerEmployeeYear } from './accidents-per-employee-year.feature.js';
import type { RiskFeature } from './risk-feature.js';
import { violencePerEmployeeYear } from './violence-per-employee-year.feature.js';
import { accidentHistory, facilityHistory } from '../facility-history.factory.js';
import type { FacilityHistory } from '../facility-history.js';
import { knownAsOf, timelineOf } from '../facility-timeline.js';
import { measureContext } from '../risk-model.factory.js';
import { day } from '../../shared/day.js';

const TWENTY_EMPLOYEES = [{ availableOn: day('2019-01-01'), value: 20 }];
// Three years with a half-life of 1.5: (1 - 1/4) * 1.5 / ln 2.
const WEIGHTED_YEARS = 1.623;

function measure(feature: RiskFeature, part: Partial<FacilityHistory>): number | null {
  const history = facilityHistory({
    accidentsRecordedFrom: day('2022-12-31'),
    employees: TWENTY_EMPLOYEES,
    ...part,
  });
  return feature.measure(
    knownAsOf(timelineOf(history), day('2025-12-31')),
    measureContext({
      authority: 'ARBEJDSTILSYNET',
      seriousBaseRates: { SOCIALTILSYNET: null, ARBEJDSTILSYNET: null, STPS: null },
    }),
  );
}

const today = accidentHistory({ accidentKey: 'a', occurredOn: day('2025-12-31'), isViolence: true });
const halfLifeAgo = accidentHistory({ accidentKey: 'b', occurredOn: day('2024-07-01') });

describe('accidents per hundred employees and year', () => {
  it('weighs the accidents and the years behind them alike', () => {
    const accidents = [today, halfLifeAgo];

    expect(measure(accidentsPerEmployeeYear, { accidents })).toBeCloseTo(
      (100 * 1.5) / 20 / WEIGHTED_YEARS,
      2,
    );
    expect(measure(violencePerEmployeeYear, { accidents })).toBeCloseTo((100 * 1) / 20 / WEIGHTED_YEARS, 2);
  });

  it('is 0 where the register covers the place and has none', () => {
    expect(measure(accidentsPerEmployeeYear, {})).toBe(0);
  });

  it('leaves out accidents from before the register covers the place', () => {
    const before = accidentHistory({ occurredOn: day('2022-12-30') });

    expect(measure(accidentsPerEmployeeYear, { accidents: [before] })).toBe(0);
  });

  it.each<[string, Partial<FacilityHistory>]>([
    ['the number of employees is unknown', { employees: [] }],
    ['the register does not cover the place', { accidentsRecordedFrom: null }],
    ['the register covers it only later', { accidentsRecordedFrom: day('2026-01-01') }],
    ['there is less than one employee-year', { accidentsRecordedFrom: day('2025-12-20') }],
    ['nobody is employed', { employees: [{ availableOn: day('2019-01-01'), value: 0 }] }],
  ])('is unknown where %s', (_, part) => {
    expect(measure(accidentsPerEmployeeYear, { accidents: [today], ...part })).toBeNull();
  });
});

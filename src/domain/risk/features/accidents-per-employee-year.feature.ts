import { accidentRate } from './accident-rate.js';
import type { RiskFeature } from './risk-feature.js';

/** Reported work accidents per hundred employees and year. */
export const accidentsPerEmployeeYear: RiskFeature = {
  key: 'ACCIDENTS_PER_EMPLOYEE_YEAR',
  label: { da: 'Arbejdsulykker pr. 100 ansatte pr. år', en: 'Work accidents per 100 employees and year' },
  sourceAuthority: 'ARBEJDSTILSYNET',
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: true,
  unit: 'PER_HUNDRED_EMPLOYEES',
  scale: 'LOG',
  measure: (known) => accidentRate(known, () => true),
};

import { accidentRate } from './accident-rate.js';
import type { RiskFeature } from './risk-feature.js';

/** Reported accidents through violence or threats per hundred employees and year. */
export const violencePerEmployeeYear: RiskFeature = {
  key: 'VIOLENCE_PER_EMPLOYEE_YEAR',
  label: {
    da: 'Ulykker ved vold og trusler pr. 100 ansatte pr. år',
    en: 'Accidents through violence or threats per 100 employees and year',
  },
  sourceAuthority: 'ARBEJDSTILSYNET',
  secrecyClass: 'SHARED',
  expectedDirection: 1,
  isActionable: true,
  unit: 'PER_HUNDRED_EMPLOYEES',
  scale: 'LOG',
  measure: (known) => accidentRate(known, (accident) => accident.isViolence),
};

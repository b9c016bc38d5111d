import type { RiskFeature } from './risk-feature.js';

/** Approved places. Size is exposure: a large place has more that can be found. */
export const capacity: RiskFeature = {
  key: 'CAPACITY_PLACES',
  label: { da: 'Godkendte pladser', en: 'Approved places' },
  sourceAuthority: 'SOCIALTILSYNET',
  secrecyClass: 'SHARED',
  expectedDirection: 0,
  isActionable: false,
  unit: 'PLACES',
  scale: 'LOG',
  measure: (known) => known.capacityPlaces,
};

import { decayWeight } from '../features/decay.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { addDays } from '../../shared/day.js';

const OF_CONCERNS: Pick<
  RiskFeature,
  'sourceAuthority' | 'secrecyClass' | 'expectedDirection' | 'isActionable' | 'scale'
> = {
  sourceAuthority: 'SOCIALTILSYNET',
  secrecyClass: 'OWNER_ONLY',
  expectedDirection: 1,
  isActionable: false,
  scale: 'LOG',
};

/** Concern reports, recent ones weighing more: half as much for every year and a half of age. */
const concerns: RiskFeature = {
  ...OF_CONCERNS,
  key: 'CONCERNS',
  label: { da: 'Henvendelser, nye vejer mest', en: 'Concern reports, recent ones weighing most' },
  unit: 'AMOUNT',
  isFading: true,
  measure: (known, { halfLifeYears }) =>
    known.concerns.reduce(
      (sum, concern) => sum + decayWeight(concern.receivedOn, known.asOf, halfLifeYears),
      0,
    ),
};

/** The same, each by the authority's own gravity 1-3, in the last half year alone. */
const recentGravity: RiskFeature = {
  ...OF_CONCERNS,
  key: 'RECENT_CONCERN_GRAVITY',
  label: {
    da: 'Alvor af henvendelser det seneste halve år',
    en: 'Gravity of concern reports in the last half year',
  },
  unit: 'AMOUNT',
  measure: (known) => {
    const since = addDays(known.asOf, -182);
    return known.concerns.reduce(
      (sum, { receivedOn, gravity }) => sum + (receivedOn > since ? gravity : 0),
      0,
    );
  },
};

/** 1 where a concern of the highest gravity came within two years. */
const graveConcern: RiskFeature = {
  ...OF_CONCERNS,
  key: 'GRAVE_CONCERN',
  label: {
    da: 'Henvendelse af højeste alvor inden for to år',
    en: 'Concern of the highest gravity within two years',
  },
  unit: 'YES_NO',
  scale: 'LINEAR',
  measure: (known) => {
    const since = addDays(known.asOf, -730);
    return known.concerns.some(({ receivedOn, gravity }) => gravity === 3 && receivedOn > since) ? 1 : 0;
  },
};

/** What only the owning socialtilsyn may know; no part of the shared score, nor of the joint plan. */
export const OWNER_ONLY_FEATURES: readonly RiskFeature[] = [concerns, recentGravity, graveConcern];

import type { RiskBand } from './risk-bands.js';

/** First proposal, unconfirmed: an owner of the domain must say what a band means and sets in motion. */
export const RISK_BANDS_VERSION_1: readonly RiskBand[] = [
  {
    band: 'LOW',
    lowerPoints: 0,
    meaning: {
      da: 'Under hvert femte besøg ventes at ende med et alvorligt fund.',
      en: 'Fewer than one visit in five is expected to end in a serious finding.',
    },
    triggers: { da: 'Almindelig kadence.', en: 'The ordinary cadence.' },
    confirmed: false,
  },
  {
    band: 'MEDIUM',
    lowerPoints: 2000,
    meaning: {
      da: 'Hvert femte til hvert fjerde besøg ventes at ende med et alvorligt fund.',
      en: 'One visit in five to one in four is expected to end in a serious finding.',
    },
    triggers: { da: 'Almindelig kadence.', en: 'The ordinary cadence.' },
    confirmed: false,
  },
  {
    band: 'HIGH',
    lowerPoints: 2500,
    meaning: {
      da: 'Hvert fjerde til hvert tredje besøg ventes at ende med et alvorligt fund.',
      en: 'One visit in four to one in three is expected to end in a serious finding.',
    },
    triggers: {
      da: 'En planlægger vurderer, om besøget skal fremrykkes.',
      en: 'A planner considers bringing the visit forward.',
    },
    confirmed: false,
  },
  {
    band: 'VERY_HIGH',
    lowerPoints: 3333,
    meaning: {
      da: 'Kom alle tre myndigheder, ventes mindst én at gøre et alvorligt fund.',
      en: 'If all three authorities came, at least one serious finding is expected.',
    },
    triggers: {
      da: 'En planlægger vurderer et fælles besøg inden for 13 uger.',
      en: 'A planner considers a joint visit within 13 weeks.',
    },
    confirmed: false,
  },
];

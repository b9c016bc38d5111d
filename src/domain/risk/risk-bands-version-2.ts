import type { RiskBand } from './risk-bands.js';

/** Second proposal, for points in log-odds, unconfirmed: an owner of the domain must say what a band means and sets in motion. */
export const RISK_BANDS_VERSION_2: readonly RiskBand[] = [
  {
    band: 'LOW',
    lowerPoints: 0,
    meaning: {
      da: 'Under hvert femte besøg, ligeligt over myndighederne, ventes at ende med et alvorligt fund.',
      en: 'Fewer than one visit in five, counting the authorities alike, is expected to end in a serious finding.',
    },
    triggers: { da: 'Almindelig kadence.', en: 'The ordinary cadence.' },
    confirmed: false,
  },
  {
    band: 'MEDIUM',
    lowerPoints: 5000,
    meaning: {
      da: 'Hvert femte til hvert fjerde besøg ventes at ende med et alvorligt fund.',
      en: 'One visit in five to one in four is expected to end in a serious finding.',
    },
    triggers: { da: 'Almindelig kadence.', en: 'The ordinary cadence.' },
    confirmed: false,
  },
  {
    band: 'HIGH',
    lowerPoints: 5415,
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
    lowerPoints: 6000,
    meaning: {
      da: 'Hvert tredje besøg eller flere; kom alle tre myndigheder, ventes mindst én at gøre et alvorligt fund.',
      en: 'One visit in three or more; if all three authorities came, at least one serious finding is expected.',
    },
    triggers: {
      da: 'En planlægger vurderer et fælles besøg inden for 13 uger.',
      en: 'A planner considers a joint visit within 13 weeks.',
    },
    confirmed: false,
  },
];

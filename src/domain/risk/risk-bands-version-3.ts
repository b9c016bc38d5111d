import type { RiskBand } from './risk-bands.js';

/** Third proposal, for points of likelihood and consequence, unconfirmed: an owner of the domain must say what a band means and sets in motion. */
export const RISK_BANDS_VERSION_3: readonly RiskBand[] = [
  {
    band: 'LOW',
    lowerPoints: 0,
    meaning: {
      da: 'Haster mindre end et sted med sædvanlig alvor og sårbarhed, hvor hvert femte besøg ventes at ende med et alvorligt fund.',
      en: 'Less urgent than a place of usual severity and vulnerability where one visit in five is expected to end in a serious finding.',
    },
    triggers: { da: 'Almindelig kadence.', en: 'The ordinary cadence.' },
    confirmed: false,
  },
  {
    band: 'MEDIUM',
    lowerPoints: 5000,
    meaning: {
      da: 'Haster som et sted med sædvanlig alvor og sårbarhed, hvor hvert femte til hvert fjerde besøg ventes at ende med et alvorligt fund.',
      en: 'As urgent as a place of usual severity and vulnerability where one visit in five to one in four is expected to end in a serious finding.',
    },
    triggers: {
      da: 'Almindelig kadence. Mangler i dokumentation alene løfter aldrig højere end hertil.',
      en: 'The ordinary cadence. Documentation faults alone never lift a place above this.',
    },
    confirmed: false,
  },
  {
    band: 'HIGH',
    lowerPoints: 5415,
    meaning: {
      da: 'Haster som et sted med sædvanlig alvor og sårbarhed, hvor hvert fjerde til hvert tredje besøg ventes at ende med et alvorligt fund.',
      en: 'As urgent as a place of usual severity and vulnerability where one visit in four to one in three is expected to end in a serious finding.',
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
      da: 'Haster som et sted med sædvanlig alvor og sårbarhed, hvor hvert tredje besøg eller flere ventes at ende med et alvorligt fund.',
      en: 'As urgent as a place of usual severity and vulnerability where one visit in three or more is expected to end in a serious finding.',
    },
    triggers: {
      da: 'En planlægger vurderer et fælles besøg inden for 13 uger.',
      en: 'A planner considers a joint visit within 13 weeks.',
    },
    confirmed: false,
  },
];

/** Band, lowest combined points in hundredths (50 points: one in five; ten more double the odds), meaning and what it triggers, each in Danish and English. */
export const RISK_BANDS_LOG_ODDS: readonly (readonly (string | number)[])[] = [
  [
    'LOW',
    0,
    'Under hvert femte besøg, ligeligt over myndighederne, ventes at ende med et alvorligt fund.',
    'Fewer than one visit in five, counting the authorities alike, is expected to end in a serious finding.',
    'Almindelig kadence.',
    'The ordinary cadence.',
  ],
  [
    'MEDIUM',
    5000,
    'Hvert femte til hvert fjerde besøg ventes at ende med et alvorligt fund.',
    'One visit in five to one in four is expected to end in a serious finding.',
    'Almindelig kadence.',
    'The ordinary cadence.',
  ],
  [
    'HIGH',
    5415,
    'Hvert fjerde til hvert tredje besøg ventes at ende med et alvorligt fund.',
    'One visit in four to one in three is expected to end in a serious finding.',
    'En planlægger vurderer, om besøget skal fremrykkes.',
    'A planner considers bringing the visit forward.',
  ],
  [
    'VERY_HIGH',
    6000,
    'Hvert tredje besøg eller flere; kom alle tre myndigheder, ventes mindst én at gøre et alvorligt fund.',
    'One visit in three or more; if all three authorities came, at least one serious finding is expected.',
    'En planlægger vurderer et fælles besøg inden for 13 uger.',
    'A planner considers a joint visit within 13 weeks.',
  ],
];

/** Dimension, what an ordinary place has (0-4), hundredths of a point for each step from it. */
export const COMBINATION_WEIGHTS: readonly (readonly (string | number)[])[] = [
  ['SEVERITY', 2.5, 500],
  ['VULNERABILITY', 3, 250],
];

/** Kind, term, level 0-4. */
export const VULNERABILITY_LEVELS: readonly (readonly (string | number)[])[] = [
  ['FACILITY_TYPE', 'DOEGNTILBUD_BOERN_UNGE', 4],
  ['FACILITY_TYPE', 'KRISECENTER', 3],
  ['FACILITY_TYPE', 'LAENGEREVARENDE_BOTILBUD', 3],
  ['FACILITY_TYPE', 'MIDLERTIDIGT_BOTILBUD', 2],
  ['FACILITY_TYPE', 'BOTILBUDSLIGNENDE', 2],
  ['FACILITY_TYPE', 'FORSORGSHJEM', 2],
  ['TARGET_GROUP', 'omsorgssvigt', 4],
  ['TARGET_GROUP', 'udviklingshæmning', 3],
  ['TARGET_GROUP', 'autismespektret', 3],
  ['TARGET_GROUP', 'erhvervet hjerneskade', 3],
  ['TARGET_GROUP', 'vold i nære relationer', 3],
  ['TARGET_GROUP', 'fysisk funktionsnedsættelse', 2],
  ['TARGET_GROUP', 'psykisk lidelse', 2],
  ['TARGET_GROUP', 'misbrug', 2],
  ['TARGET_GROUP', 'hjemløshed', 2],
];

/** Authority, kind of finding, the authority's own topic. */
export const DOCUMENTATION_TOPICS: readonly (readonly string[])[] = [
  ['ARBEJDSTILSYNET', 'REACTION', 'Formelle krav: APV'],
  ['STPS', 'CHECKPOINT', 'Journalføring'],
  ['STPS', 'CHECKPOINT', 'Instrukser'],
];

/** Band, lowest combined points in hundredths, meaning and what it triggers, each in Danish and English. */
export const RISK_BANDS_OF_PRIORITY: readonly (readonly (string | number)[])[] = [
  [
    'LOW',
    0,
    'Haster mindre end et sted med sædvanlig alvor og sårbarhed, hvor hvert femte besøg ventes at ende med et alvorligt fund.',
    'Less urgent than a place of usual severity and vulnerability where one visit in five is expected to end in a serious finding.',
    'Almindelig kadence.',
    'The ordinary cadence.',
  ],
  [
    'MEDIUM',
    5000,
    'Haster som et sted med sædvanlig alvor og sårbarhed, hvor hvert femte til hvert fjerde besøg ventes at ende med et alvorligt fund.',
    'As urgent as a place of usual severity and vulnerability where one visit in five to one in four is expected to end in a serious finding.',
    'Almindelig kadence. Mangler i dokumentation alene løfter aldrig højere end hertil.',
    'The ordinary cadence. Documentation faults alone never lift a place above this.',
  ],
  [
    'HIGH',
    5415,
    'Haster som et sted med sædvanlig alvor og sårbarhed, hvor hvert fjerde til hvert tredje besøg ventes at ende med et alvorligt fund.',
    'As urgent as a place of usual severity and vulnerability where one visit in four to one in three is expected to end in a serious finding.',
    'En planlægger vurderer, om besøget skal fremrykkes.',
    'A planner considers bringing the visit forward.',
  ],
  [
    'VERY_HIGH',
    6000,
    'Haster som et sted med sædvanlig alvor og sårbarhed, hvor hvert tredje besøg eller flere ventes at ende med et alvorligt fund.',
    'As urgent as a place of usual severity and vulnerability where one visit in three or more is expected to end in a serious finding.',
    'En planlægger vurderer et fælles besøg inden for 13 uger.',
    'A planner considers a joint visit within 13 weeks.',
  ],
];

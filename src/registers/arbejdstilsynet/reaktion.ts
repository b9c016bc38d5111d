/**
 * The words of `reaktion` in Arbejdstilsynet's file, as the authority lists its reactions (at.dk, "Om Arbejdstilsynets
 * reaktioner"). The first says that nothing was found.
 */
export const REAKTIONER = [
  'Ingen reaktion',
  'Vejledning',
  'Aftaleforløb',
  'Påtale',
  'Afgørelse uden handlepligt',
  'Undersøgelsespåbud',
  'Påbud med frist',
  'Kompetencepåbud',
  'Strakspåbud',
  'Forbud',
] as const;

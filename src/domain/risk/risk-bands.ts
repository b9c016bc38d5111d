import type { BilingualText } from './bilingual-text.js';

export const BANDS = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'] as const;
export type Band = (typeof BANDS)[number];

/** One row of the table of bands: policy, dated and decided by people, never computed. */
export interface RiskBand {
  readonly band: Band;
  /** Lowest points of the band, inclusive, in whole hundredths (0-10000). */
  readonly lowerPoints: number;
  readonly meaning: BilingualText;
  /** What the band sets in motion. Always a named person's decision. */
  readonly triggers: BilingualText;
  readonly confirmed: boolean;
}

/** The most points that a place of the band can have. */
export function highestOf(band: Exclude<Band, 'VERY_HIGH'>, table: readonly RiskBand[]): number {
  const next = table.find((row) => row.band === BANDS[BANDS.indexOf(band) + 1]);
  if (next) return next.lowerPoints - 1;
  throw new RangeError(`The bands have none above ${band}.`);
}

/** The band that holds these points. Throws RangeError when the table does not cover the whole scale in order. */
export function bandOf(points: number, table: readonly RiskBand[]): RiskBand {
  const ascending = [...table].sort((a, b) => a.lowerPoints - b.lowerPoints);
  const isComplete =
    ascending.length === BANDS.length &&
    ascending.every((row, index) => row.band === BANDS[index]) &&
    new Set(ascending.map((row) => row.lowerPoints)).size === BANDS.length &&
    ascending[0]?.lowerPoints === 0;
  const found = ascending.findLast((row) => row.lowerPoints <= points);
  if (isComplete && found) return found;
  throw new RangeError(`The bands must be ${BANDS.join(', ')}, each above the one before, the first from 0.`);
}

import { BANDS, type Band } from '../risk-bands.js';

/** A place's combined score. */
export interface Standing {
  readonly points: number;
  readonly band: Band;
}

/** How places would stand after another way of scoring, against before. */
export interface BandChanges {
  /** Places in each band, the lowest first. */
  readonly bands: readonly { readonly band: Band; readonly before: number; readonly after: number }[];
  readonly raised: number;
  readonly lowered: number;
  readonly unchanged: number;
  /** Of the `topSize` highest places before, how many are not among the highest after. */
  readonly topSize: number;
  readonly leavingTop: number;
}

const TOP = 100;

/** Places that only one of the two knows count in its bands alone. */
export function compareBands(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
): BandChanges {
  let [raised, lowered, unchanged] = [0, 0, 0];
  for (const [id, { band }] of after) {
    const former = before.get(id);
    if (!former) continue;
    const step = BANDS.indexOf(band) - BANDS.indexOf(former.band);
    if (step > 0) raised += 1;
    else if (step < 0) lowered += 1;
    else unchanged += 1;
  }
  const count = (standings: ReadonlyMap<string, Standing>, band: Band): number =>
    [...standings.values()].filter((standing) => standing.band === band).length;
  const topSize = Math.min(TOP, before.size, after.size);
  const topAfter = new Set(highest(after, topSize));
  return {
    bands: BANDS.map((band) => ({ band, before: count(before, band), after: count(after, band) })),
    raised,
    lowered,
    unchanged,
    topSize,
    leavingTop: highest(before, topSize).filter((id) => !topAfter.has(id)).length,
  };
}

function highest(standings: ReadonlyMap<string, Standing>, size: number): string[] {
  return [...standings]
    .sort(([a, one], [b, other]) => other.points - one.points || (a < b ? -1 : 1))
    .slice(0, size)
    .map(([id]) => id);
}

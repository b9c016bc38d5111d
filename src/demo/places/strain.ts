import { AUTHORITIES, type Authority } from '../../domain/shared/authority.js';
import type { Draws } from '../draws.js';

export const DAYS_PER_QUARTER = 91.3125;

// Half the memory of a place's condition is gone after about five years; a quarter of the variance never moves.
const KEPT_PER_QUARTER = Math.exp(-0.25 / 5);
const LASTING = 0.25;
/** How much of what one authority sees is seen by all: two authorities then correlate about .46. */
const COMMON_LOADING = 0.68;

/** One value per quarter, standard normal over places, high = worse. */
export type StrainPath = Float64Array;

/** A wandering path around a lasting level; `lean` (standard normal) sets part of that level. */
export function strainPath(draws: Draws, quarters: number, lean?: number): StrainPath {
  const level = lean === undefined ? draws.normal() : Math.SQRT1_2 * (lean + draws.normal());
  const path = new Float64Array(quarters);
  let moving = draws.normal();
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    path[quarter] = Math.sqrt(LASTING) * level + Math.sqrt(1 - LASTING) * moving;
    moving = KEPT_PER_QUARTER * moving + Math.sqrt(1 - KEPT_PER_QUARTER ** 2) * draws.normal();
  }
  return path;
}

/** The condition of one place as each authority would meet it. */
export class PlaceStrain {
  private readonly seen = new Map<Authority, StrainPath>();

  /** `management` is the path that all places of a tilbud share. */
  constructor(draws: Draws, management: StrainPath) {
    const own = strainPath(draws, management.length);
    for (const authority of AUTHORITIES) {
      const apart = strainPath(draws, management.length);
      const path = apart.map((value, quarter) => {
        const common = Math.SQRT1_2 * ((management[quarter] ?? 0) + (own[quarter] ?? 0));
        return COMMON_LOADING * common + Math.sqrt(1 - COMMON_LOADING ** 2) * value;
      });
      this.seen.set(authority, path);
    }
  }

  at(authority: Authority, dayOffset: number): number {
    const path = this.seen.get(authority) as StrainPath;
    const quarter = Math.floor(dayOffset / DAYS_PER_QUARTER);
    return path[Math.max(0, Math.min(path.length - 1, quarter))] as number;
  }
}

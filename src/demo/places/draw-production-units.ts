import type { DemoWorld } from '../demo-world.js';
import type { Draws } from '../draws.js';
import type { TilbudDraft } from './draw-tilbud.js';
import type { Place, ProductionUnit } from './tilbud.js';

export type ProductionUnitDraft = Omit<ProductionUnit, 'tilbud'>;

/** One P-unit over several places of the operator, instead of one each. */
const JOINT_UNIT = 0.27;
const WITHOUT_P_NUMBER = 0.05;

/** Spreads the places of a tilbud over production units: each place has its own, or one covers the first two or more. */
export function drawProductionUnits(
  world: DemoWorld,
  draws: Draws,
  tilbud: TilbudDraft,
  places: readonly Place[],
): ProductionUnitDraft[] {
  const isJoint = places.length > 1 && draws.chance(world.noise.share(JOINT_UNIT));
  const covered = isJoint ? draws.whole(2, places.length) : 1;
  const groups = [places.slice(0, covered), ...places.slice(covered).map((place) => [place])];
  return groups.map((group) => {
    const size = group.reduce((sum, place) => sum + place.size, 0);
    return {
      places: group as [Place, ...Place[]],
      pNumber: draws.chance(world.noise.share(WITHOUT_P_NUMBER))
        ? null
        : world.identifiers.pNumber(world.numbers.next('pNumber')),
      branch: draws.pick(tilbud.kind.branches),
      employees: Math.max(2, Math.round(16 * size * Math.exp(0.4 * draws.normal()))),
    };
  });
}

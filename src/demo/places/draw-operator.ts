import { MUNICIPALITIES_BY_SIZE, type Municipality, municipalitiesOf } from '../country/municipalities.js';
import type { Operator } from '../country/operators.js';
import type { DemoWorld } from '../demo-world.js';
import type { Draws, Weighted } from '../draws.js';

const SECTORS: Weighted<'MUNICIPAL' | 'REGIONAL' | 'PRIVATE'> = [
  ['MUNICIPAL', 46.5],
  ['REGIONAL', 10.5],
  ['PRIVATE', 43],
];

/** Who runs the next tilbud, and in which municipality: not always where the operator has its seat. */
export function drawOperator(
  world: DemoWorld,
  draws: Draws,
): { readonly operator: Operator; readonly municipality: Municipality } {
  switch (draws.weighted(SECTORS)) {
    case 'MUNICIPAL': {
      const council = draws.weighted(MUNICIPALITIES_BY_SIZE);
      const municipality = draws.chance(0.97) ? council : draws.weighted(municipalitiesOf(council.region));
      return { operator: world.operators.municipal(council), municipality };
    }
    case 'REGIONAL': {
      const municipality = draws.weighted(MUNICIPALITIES_BY_SIZE);
      return { operator: world.operators.regional(municipality.region), municipality };
    }
    case 'PRIVATE': {
      const operator = world.operators.drawPrivate(draws);
      const near = municipalitiesOf(operator.seat.municipality.region);
      return { operator, municipality: draws.weighted(draws.chance(0.75) ? near : MUNICIPALITIES_BY_SIZE) };
    }
  }
}

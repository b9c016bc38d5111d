import type { PostalTown } from '../country/municipalities.js';
import type { DemoWorld } from '../demo-world.js';
import type { Draws, Weighted } from '../draws.js';
import { drawAfdelinger } from './draw-afdelinger.js';
import { drawOperator } from './draw-operator.js';
import { drawTilbud } from './draw-tilbud.js';
import { drawProductionUnits } from './draw-production-units.js';
import { DAYS_PER_QUARTER, PlaceStrain, strainPath } from './strain.js';
import type { Neighbourhood, Place } from './tilbud.js';

const PLACES_PER_TILBUD: Weighted<number> = [
  [1, 77],
  [2, 16],
  [3, 5.6],
  [4, 1.4],
];
/** One more tilbud at a place that already has one; drawn again, so that now and then there are three. */
const SHARED_PLACE = 0.04;

/** Invents the next tilbud with its places (at most `placesLeft`) and whoever shares them. */
export function drawNeighbourhood(world: DemoWorld, draws: Draws, placesLeft: number): Neighbourhood {
  const { operator, municipality } = drawOperator(world, draws);
  const quarters = Math.ceil((world.calendar.last + 1) / DAYS_PER_QUARTER);
  const management = strainPath(draws, quarters, operator.lean);
  const count = Math.min(placesLeft, draws.weighted(PLACES_PER_TILBUD));
  const places = Array.from({ length: count }, () =>
    newPlace(world, draws, draws.pick(municipality.towns), new PlaceStrain(draws, management)),
  );

  const draft = drawTilbud(world, draws, operator, municipality, 'ANY_KIND');
  const units = drawProductionUnits(world, draws, draft, places);
  const host = { ...draft, afdelinger: drawAfdelinger(world, draws, draft, places, units) };
  const tilbud = [host];
  const productionUnits = units.map((unit) => ({ ...unit, tilbud: host }));

  for (const place of host.isSecret ? [] : places) {
    while (draws.chance(world.noise.share(SHARED_PLACE))) {
      const other = draws.chance(0.4) ? operator : world.operators.drawPrivate(draws);
      const guestDraft = drawTilbud(world, draws, other, municipality, 'NOT_SECRET');
      // A guest of another operator has its own P-unit there, or its staff are the host's.
      const ownUnits =
        other === operator || draws.chance(0.5) ? [] : drawProductionUnits(world, draws, guestDraft, [place]);
      const pUnits = ownUnits.length > 0 ? ownUnits : units;
      const guest = { ...guestDraft, afdelinger: drawAfdelinger(world, draws, guestDraft, [place], pUnits) };
      tilbud.push(guest);
      productionUnits.push(...ownUnits.map((unit) => ({ ...unit, tilbud: guest })));
    }
  }
  return { tilbud, productionUnits, places };
}

function newPlace(world: DemoWorld, draws: Draws, town: PostalTown, strain: PlaceStrain): Place {
  const placeId = `S${String(world.numbers.next('place')).padStart(6, '0')}`;
  const size = Math.exp(0.5 * draws.normal());
  return { placeId, town, address: world.addresses.newAddress(town, draws), size, strain };
}

import type { DemoWorld } from '../demo-world.js';
import type { Draws } from '../draws.js';
import type { TilbudDraft } from './draw-tilbud.js';
import type { ProductionUnitDraft } from './draw-production-units.js';
import { AFDELING_WORDS } from './place-names.js';
import type { Afdeling, Place } from './tilbud.js';

/** A second afdeling at the same place. */
const SECOND_AFDELING = 0.055;
const ENDED = 0.02;
const P_NUMBER_NOT_REPORTED = 0.11;

/** One afdeling per place, at some places two; approved for some to many years before the history begins. */
export function drawAfdelinger(
  world: DemoWorld,
  draws: Draws,
  tilbud: TilbudDraft,
  places: readonly Place[],
  productionUnits: readonly ProductionUnitDraft[],
): Afdeling[] {
  const seats = places.flatMap((place) => (draws.chance(SECOND_AFDELING) ? [place, place] : [place]));
  return seats.map((place, index) => {
    const unit = productionUnits.find((one) => one.places.includes(place));
    const isReported = !draws.chance(world.noise.share(P_NUMBER_NOT_REPORTED));
    const word = `${draws.pick(AFDELING_WORDS)} ${index + 1}`;
    return {
      afdelingsid: `${tilbud.tilbudsid.slice(1)}${index + 1}`,
      name: seats.length > 1 ? `${tilbud.name}, afd. ${word}` : tilbud.name,
      place,
      capacity: Math.max(2, Math.min(90, Math.round(9 * place.size * Math.exp(0.4 * draws.normal())))),
      approvedFrom: -draws.whole(180, 3_300),
      endedOn: draws.chance(ENDED)
        ? Math.floor(world.calendar.last * (0.6 + 0.4 * draws.uniform()))
        : undefined,
      pNumber: isReported ? (unit?.pNumber ?? null) : null,
    };
  });
}

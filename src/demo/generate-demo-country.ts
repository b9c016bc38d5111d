import { checkedOptions, type DemoCountryOptions } from './demo-options.js';
import { DemoWorld } from './demo-world.js';
import { Draws } from './draws.js';
import { DropLines } from './drop/drop-lines.js';
import { MalformedRows } from './drop/malformed-rows.js';
import { addPlanningRows } from './inspectors/planning-rows.js';
import { drawNeighbourhood } from './places/draw-neighbourhood.js';
import type { Neighbourhood } from './places/tilbud.js';
import { addLocationRows } from './rows/location-rows.js';
import { addTilbudRows } from './rows/tilbud-rows.js';
import { addProductionUnitRows } from './rows/production-unit-rows.js';
import { addConcerns } from './visits/concerns.js';
import { addSocialtilsynetVisits } from './visits/socialtilsynet-visits.js';

/** Some rows for some of the files, and how many places have been completed so far. */
export interface DemoPortion {
  readonly places: number;
  readonly lines: DropLines;
}

/**
 * Invents a country of places where people live and what three authorities have on record about them, with the truth
 * beside it. Lazy: portion by portion, one neighbourhood in memory at a time. Throws RangeError for impossible options.
 */
export function* generateDemoCountry(options: DemoCountryOptions): Generator<DemoPortion, void, undefined> {
  const world = new DemoWorld(checkedOptions(options));
  const malformed = new MalformedRows(world);
  const opening = new DropLines();
  addPlanningRows(world, opening);
  yield { places: 0, lines: opening };

  let places = 0;
  for (let index = 0; places < options.places; index += 1) {
    const stream = (topic: string): Draws => Draws.for(options.seed, `${topic}/${index}`);
    const neighbourhood = drawNeighbourhood(world, stream('places'), options.places - places);
    const lines = new DropLines();
    addRegisterRows(world, lines, neighbourhood, stream('surface'), stream('visits'));
    malformed.mixInto(lines);
    places += neighbourhood.places.length;
    yield { places, lines };
  }

  const closing = new DropLines();
  malformed.flushInto(closing);
  yield { places, lines: closing };
}

function addRegisterRows(
  world: DemoWorld,
  lines: DropLines,
  neighbourhood: Neighbourhood,
  surface: Draws,
  visits: Draws,
): void {
  for (const tilbud of neighbourhood.tilbud) {
    addTilbudRows(world, lines, surface, tilbud);
    for (const afdeling of tilbud.afdelinger) {
      addSocialtilsynetVisits(world, lines, visits, tilbud, afdeling);
      addConcerns(world, lines, visits, tilbud, afdeling);
    }
  }
  for (const unit of neighbourhood.productionUnits)
    addProductionUnitRows(world, lines, surface, visits, unit);
  const [host] = neighbourhood.tilbud;
  for (const place of neighbourhood.places) {
    if (host) addLocationRows(world, lines, surface, visits, host, place);
  }
}

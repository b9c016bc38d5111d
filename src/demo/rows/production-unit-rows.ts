import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import type { ProductionUnit } from '../places/tilbud.js';
import { writtenAddress } from '../surface/address-styles.js';
import { nameElsewhere } from '../surface/name-styles.js';
import { addAccidents } from '../visits/accidents.js';
import { addArbejdstilsynetVisits } from '../visits/arbejdstilsynet-visits.js';
import { operatorOnRecord } from './operator-on-record.js';

/** A production unit as Arbejdstilsynet lists it, with its visits and accidents. It knows the address of every employer. */
export function addProductionUnitRows(
  world: DemoWorld,
  lines: DropLines,
  surface: Draws,
  visits: Draws,
  unit: ProductionUnit,
): void {
  const [place] = unit.places;
  const atId = `AT${600_000 + world.numbers.next('productionUnit')}`;
  const operator = operatorOnRecord(world, surface, unit.tilbud);
  const unitFields = [
    atId,
    unit.pNumber ?? '',
    operator.cvrNumber,
    nameElsewhere('ARBEJDSTILSYNET', unit.tilbud, operator, place.town, surface, world.noise),
    writtenAddress(place.address, surface, world.noise),
    place.town.postalCode,
    place.town.town,
    ...unit.branch,
    unit.employees,
  ].join(';');
  addArbejdstilsynetVisits(world, lines, visits, unit, unitFields);
  addAccidents(world, lines, visits, unit, atId);
  for (const covered of unit.places) lines.add('links', `arbejdstilsynet:${atId},${covered.placeId}`);
}

import type { Operator } from '../country/operators.js';
import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import type { Place, Tilbud } from '../places/tilbud.js';
import { writtenAddress } from '../surface/address-styles.js';
import { nameElsewhere } from '../surface/name-styles.js';
import { addStpsVisits } from '../visits/stps-visits.js';
import { operatorOnRecord } from './operator-on-record.js';
import { addSorRow } from './sor-rows.js';

/** Not every place treats patients, and not every one that does has been registered. */
const AT_STPS = 0.8;
const IN_SOR = { atStps: 0.81, otherwise: 0.33 };
const WITHOUT_P_NUMBER = { stps: 0.64, sor: 0.46 };
const INHERITED_ADDRESS = 0.1;
/** Of the inherited addresses, those that brought the parent's postal code with them. */
const INHERITED_POSTAL_CODE = 0.25;

/** A place as STPS and SOR list it (each may lack it), with its visits. */
export function addLocationRows(
  world: DemoWorld,
  lines: DropLines,
  surface: Draws,
  visits: Draws,
  tilbud: Tilbud,
  place: Place,
): void {
  const isAtStps = surface.chance(AT_STPS);
  const isInSor = surface.chance(isAtStps ? IN_SOR.atStps : IN_SOR.otherwise);
  if (!isAtStps && !isInSor) return;
  const operator = operatorOnRecord(world, surface, tilbud);
  const name = nameElsewhere('STPS', tilbud, operator, place.town, surface, world.noise);
  const { street, postalCode } = addressOnRecord(world, surface, tilbud, place, operator);
  const pNumber = tilbud.afdelinger.find((afdeling) => afdeling.place === place)?.pNumber ?? null;
  const pNumberUnless = (share: number): string | null =>
    surface.chance(world.noise.share(share)) ? null : pNumber;
  const sorCode = isInSor ? world.identifiers.sorCode(world.numbers.next('sorUnit')) : null;
  const { municipality } = place.town;

  if (sorCode !== null) {
    const pNumberInSor = pNumberUnless(WITHOUT_P_NUMBER.sor);
    const from = -surface.whole(180, 3_300);
    addSorRow(world, lines, {
      sorCode,
      name,
      operator,
      pNumber: pNumberInSor,
      street,
      postalCode,
      municipality,
      from,
    });
  }
  if (!isAtStps) return;
  const stedId = `SP${800_000 + world.numbers.next('location')}`;
  addStpsVisits(world, lines, visits, tilbud, place, {
    sted_id: stedId,
    sor: sorCode,
    cvr: operator.cvrNumber,
    p_nummer: pNumberUnless(WITHOUT_P_NUMBER.stps),
    navn: name,
    adresse: street,
    postnr: postalCode,
    kommune: municipality.name,
    region: municipality.region.name,
    type: 'Bosted',
  });
  lines.add('links', `stps:${stedId},${place.placeId}`);
}

function addressOnRecord(
  world: DemoWorld,
  draws: Draws,
  tilbud: Tilbud,
  place: Place,
  operator: Operator,
): { readonly street: string | null; readonly postalCode: string | null } {
  const isInherited = draws.chance(world.noise.share(INHERITED_ADDRESS));
  const isWholly = isInherited && draws.chance(INHERITED_POSTAL_CODE);
  const written = writtenAddress(place.address, draws, world.noise);
  if (tilbud.isSecret) return { street: null, postalCode: null };
  return {
    street: isInherited ? operator.headOffice : written,
    postalCode: (isWholly ? operator.seat : place.town).postalCode,
  };
}

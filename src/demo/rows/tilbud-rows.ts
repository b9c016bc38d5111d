import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import { MUNICIPALITIES } from '../country/municipalities.js';
import type { Draws } from '../draws.js';
import type { Afdeling, Tilbud } from '../places/tilbud.js';
import { writtenAddress } from '../surface/address-styles.js';
import { nameAtSocialtilsynet } from '../surface/name-styles.js';
import { ownershipWord } from '../surface/ownership-words.js';

const PAYING_MUNICIPALITY = 0.1;
/** Strain above which an approval may be conditional when the drop is delivered. */
const CONDITIONAL_FROM = 1.4;

/** The afdelinger of a tilbud as Socialtilsynet lists them, one row each, with their link to the place. */
export function addTilbudRows(world: DemoWorld, lines: DropLines, draws: Draws, tilbud: Tilbud): void {
  const { operator, kind } = tilbud;
  const ownership = ownershipWord(operator.kind, draws, world.noise);
  const name = nameAtSocialtilsynet(tilbud.name, draws, world.noise);
  for (const afdeling of tilbud.afdelinger) {
    const { place } = afdeling;
    const address = writtenAddress(place.address, draws, world.noise);
    const payer = draws.chance(PAYING_MUNICIPALITY) ? draws.pick(MUNICIPALITIES).name : '';
    lines.add(
      'tilbud',
      [
        tilbud.tilbudsid,
        afdeling.afdelingsid,
        name,
        afdeling.name,
        kind.tilbudstype,
        kind.paragraf,
        afdeling.capacity,
        tilbud.targetGroups.join(', '),
        operator.cvrNumber,
        afdeling.pNumber ?? '',
        ownership,
        operator.name,
        ...(tilbud.isSecret ? ['', '', ''] : [address, place.town.postalCode, place.town.town]),
        place.town.municipality.code,
        payer,
        tilbud.office,
        statusOf(world, draws, afdeling),
        world.calendar.danish(afdeling.approvedFrom),
        afdeling.endedOn === undefined ? '' : world.calendar.danish(afdeling.endedOn),
      ].join(';'),
    );
    lines.add('links', `socialtilsynet:${tilbud.tilbudsid}/${afdeling.afdelingsid},${place.placeId}`);
  }
}

function statusOf(world: DemoWorld, draws: Draws, afdeling: Afdeling): string {
  if (afdeling.endedOn !== undefined) return 'Ophørt';
  const isStrained = afdeling.place.strain.at('SOCIALTILSYNET', world.calendar.last) > CONDITIONAL_FROM;
  return isStrained && draws.chance(0.5) ? 'Betinget godkendt' : 'Godkendt';
}

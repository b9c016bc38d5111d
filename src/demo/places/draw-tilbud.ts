import { type Municipality, REGIONS, type SocialtilsynOffice } from '../country/municipalities.js';
import type { Operator } from '../country/operators.js';
import type { DemoWorld } from '../demo-world.js';
import type { Draws } from '../draws.js';
import { FACILITY_KINDS } from './facility-kinds.js';
import { inventedStem } from './place-names.js';
import type { Tilbud } from './tilbud.js';

export type TilbudDraft = Omit<Tilbud, 'afdelinger'>;

/** The five municipalities that hold a socialtilsyn; another one supervises their own tilbud (lov om socialtilsyn). */
const SEATS_OF_SOCIALTILSYN = ['0860', '0740', '0430', '0316', '0147'];

/** Invents a tilbud without its afdelinger. Crisis centres keep their address secret. */
export function drawTilbud(
  world: DemoWorld,
  draws: Draws,
  operator: Operator,
  municipality: Municipality,
  kinds: 'ANY_KIND' | 'NOT_SECRET',
): TilbudDraft {
  const allowed =
    kinds === 'ANY_KIND' ? FACILITY_KINDS : FACILITY_KINDS.filter(([one]) => one.type !== 'KRISECENTER');
  const kind = draws.weighted(allowed);
  const stem = inventedStem(draws);
  const first = draws.pick(kind.targetGroups);
  const second = draws.chance(0.33) ? draws.pick(kind.targetGroups) : first;
  return {
    tilbudsid: `T${300_000 + world.numbers.next('tilbud')}`,
    stem,
    name: `${draws.pick(kind.heads)} ${stem}`,
    kind,
    targetGroups: first === second ? [first] : [first, second],
    operator,
    office: responsibleOffice(draws, operator, municipality),
    isSecret: kind.type === 'KRISECENTER',
  };
}

/** Mostly the region's office; private operators are followed from their seat, and a few cases have stayed behind. */
function responsibleOffice(draws: Draws, operator: Operator, municipality: Municipality): SocialtilsynOffice {
  const home = operator.seat.municipality;
  if (operator.kind === 'MUNICIPAL' && SEATS_OF_SOCIALTILSYN.includes(home.code))
    return anotherThan(home, draws);
  if (draws.chance(0.03)) return anotherThan(municipality, draws);
  const isPublic = operator.kind === 'MUNICIPAL' || operator.kind === 'REGIONAL';
  return (isPublic ? municipality : home).region.socialtilsyn;
}

function anotherThan(municipality: Municipality, draws: Draws): SocialtilsynOffice {
  return draws.pick(REGIONS.filter((region) => region !== municipality.region)).socialtilsyn;
}

import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import { officeFor } from '../inspectors/offices.js';
import type { ProductionUnit } from '../places/tilbud.js';
import {
  AT_REACTIONS,
  DATED_REACTIONS,
  DAYS_GIVEN,
  NUMBER_OF_REACTIONS,
  PROBLEM_AREAS,
} from './arbejdstilsynet-terms.js';
import { chanceDays, tourDays } from './arrivals.js';
import { drawOutcome } from './outcome.js';

const TOUR = { firstWithin: 4_900, shortest: 900, meanExtra: 2_600 };
const VISIT_FIELDS = 9;

/** The visits of a production unit: a slow tour, a random sample that knows nothing, and some where the strain shows. */
export function addArbejdstilsynetVisits(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  unit: ProductionUnit,
  unitFields: string,
): void {
  const { last } = world.calendar;
  const strainOn = (day: number): number => unit.places[0].strain.at('ARBEJDSTILSYNET', day);
  // More visits in the later years, as the supervision grew.
  const growth = (day: number): number => 0.6 + (0.8 * day) / last;
  const visits = [
    ...tourDays(draws, last, TOUR).map((day) => ({ day, kind: 'grundtilsyn' })),
    ...chanceDays(draws, last, (day) => 0.04 * growth(day)).map((day) => ({ day, kind: 'stikprøve' })),
    ...chanceDays(draws, last, (day) => 0.045 * growth(day) * Math.exp(0.4 * strainOn(day))).map((day) => ({
      day,
      kind: draws.weighted([
        ['specialtilsyn', 40],
        ['ulykke', 40],
        ['klage', 20],
      ]),
    })),
  ];
  for (const { day, kind } of visits) addVisit(world, lines, draws, unit, unitFields, day, kind);
  if (visits.length === 0) lines.add('atTilsyn', unitFields + ';'.repeat(VISIT_FIELDS));
}

function addVisit(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  unit: ProductionUnit,
  unitFields: string,
  day: number,
  kind: string,
): void {
  const { calendar } = world;
  const [place] = unit.places;
  const on = Math.max(0, calendar.workday(day));
  const { inspector, isSerious } = drawOutcome(world, lines, draws, {
    authority: 'ARBEJDSTILSYNET',
    office: officeFor('ARBEJDSTILSYNET', place.town.municipality.region).name,
    place,
    tilbud: unit.tilbud,
    on,
  });
  const number = String(world.numbers.next('visit')).padStart(7, '0');
  const visit = `${unitFields};${calendar.danish(on)};${kind};${calendar.year(on)}${number}`;
  const reactions = isSerious ? draws.weighted(NUMBER_OF_REACTIONS) : 0;
  for (let reaction = 1; reaction <= reactions; reaction += 1) {
    lines.add('atTilsyn', `${visit};${reaction};${reactionFields(world, draws, on)};${inspector.code}`);
  }
  if (!isSerious) lines.add('atTilsyn', `${visit};1;;Ingen reaktion;;;${inspector.code}`);
}

/** problemomraade;reaktion;frist;efterkommet */
function reactionFields(world: DemoWorld, draws: Draws, on: number): string {
  const { calendar } = world;
  const reaction = draws.weighted(AT_REACTIONS);
  const fields = `${draws.weighted(PROBLEM_AREAS)};${reaction}`;
  if (!DATED_REACTIONS.includes(reaction)) return `${fields};;`;
  const dueOn = on + draws.pick(DAYS_GIVEN);
  const metOn = dueOn - draws.whole(0, 25);
  const isMet = reaction === DATED_REACTIONS[0] && metOn <= calendar.last && draws.chance(0.85);
  return `${fields};${calendar.danish(dueOn)};${isMet ? calendar.danish(metOn) : ''}`;
}

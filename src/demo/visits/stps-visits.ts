import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import { chanceOf } from '../inspectors/inspector-pool.js';
import { officeFor } from '../inspectors/offices.js';
import type { Place, Tilbud } from '../places/tilbud.js';
import { chanceDays, tourDays } from './arrivals.js';
import { drawOutcome, type Outcome } from './outcome.js';
import { CHECKPOINTS, FORMS, MEDICINE, NOT_MET, NOT_RELEVANT } from './stps-terms.js';

const TOUR = { firstWithin: 3_800, shortest: 1_100, meanExtra: 2_700 };

/** The sparse visits at a fixed location: a slow tour, and some in reaction to concern. `location` is its JSON fields. */
export function addStpsVisits(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  tilbud: Tilbud,
  place: Place,
  location: object,
): void {
  const { last } = world.calendar;
  const reactiveRate = (day: number): number =>
    0.06 * (0.6 + (0.8 * day) / last) * Math.exp(0.4 * place.strain.at('STPS', day));
  const visits = [
    ...tourDays(draws, last, TOUR).map((day) => ({ day, kind: 'planlagt' })),
    ...chanceDays(draws, last, reactiveRate).map((day) => ({ day, kind: 'reaktivt' })),
  ];
  for (const { day, kind } of visits) {
    const visit = drawVisit(world, lines, draws, tilbud, place, day, kind);
    lines.add('stpsTilsyn', JSON.stringify({ ...location, ...visit }));
  }
  if (visits.length === 0) {
    lines.add('stpsTilsyn', JSON.stringify({ ...location, tilsyn_id: null, besoegsdato: null }));
  }
}

function drawVisit(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  tilbud: Tilbud,
  place: Place,
  day: number,
  kind: string,
): object {
  const { calendar } = world;
  const on = Math.max(0, calendar.workday(day));
  const outcome = drawOutcome(world, lines, draws, {
    authority: 'STPS',
    office: officeFor('STPS', place.town.municipality.region).name,
    place,
    tilbud,
    on,
  });
  const category = drawCategory(draws, outcome);
  return {
    tilsyn_id: `${calendar.year(on)}-${String(world.numbers.next('visit')).padStart(7, '0')}`,
    besoegsdato: calendar.iso(on),
    offentliggjort: calendar.iso(on + draws.whole(25, 80)),
    tilsynstype: kind,
    form: draws.weighted(FORMS),
    samlet_vurdering: category,
    maalepunkter: checkpoints(draws, category),
    sanktion: sanctionOf(draws, category),
    tilsynsfoerende: outcome.inspector.code,
  };
}

function drawCategory(draws: Draws, outcome: Outcome): 0 | 1 | 2 | 3 {
  if (outcome.isSerious) return draws.chance(0.13) ? 3 : 2;
  return draws.chance(chanceOf(-0.5 + 0.5 * outcome.strain)) ? 1 : 0;
}

function checkpoints(draws: Draws, category: 0 | 1 | 2 | 3): object[] {
  const worst = draws.chance(0.5) ? MEDICINE : draws.pick(CHECKPOINTS);
  return CHECKPOINTS.map((name, index) => {
    const fails = draws.chance(NOT_MET[category] * (name === MEDICINE ? 1.3 : 1));
    // A serious overall verdict rests on one unmet checkpoint at least.
    const isUnmet = fails || (category >= 2 && name === worst);
    const resultat = isUnmet ? 'ikke opfyldt' : draws.chance(NOT_RELEVANT) ? 'ikke aktuelt' : 'opfyldt';
    return { nr: index + 1, navn: name, resultat };
  });
}

function sanctionOf(draws: Draws, category: 0 | 1 | 2 | 3): string | null {
  if (category === 2) return draws.chance(0.75) ? 'henstilling' : null;
  return category === 3 && draws.chance(0.85) ? 'påbud' : null;
}

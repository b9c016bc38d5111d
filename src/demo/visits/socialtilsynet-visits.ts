import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import type { Afdeling, Tilbud } from '../places/tilbud.js';
import { chanceDays, tourDays } from './arrivals.js';
import { drawOutcome, type Outcome } from './outcome.js';
import { DAYS_TO_COMPLY, QUALITY_MODELS, REACTIONS } from './socialtilsynet-terms.js';

// A little over a year from one ordinary visit to the next.
const TOUR = { firstWithin: 400, shortest: 330, meanExtra: 95 };
const FOLLOW_UP = { afterSerious: 0.75, otherwise: 0.03 };
const APART = 21;
const ALL_THEMES = 0.44;

type Occasion = 'driftsorienteret' | 'opfølgning' | 'henvendelse';

/** The visits of an afdeling: about one a year, follow-ups, and some after a concern, which come where the strain is. */
export function addSocialtilsynetVisits(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  tilbud: Tilbud,
  afdeling: Afdeling,
): void {
  const last = Math.min(world.calendar.last, afdeling.endedOn ?? Infinity);
  const strainOn = (day: number): number => afdeling.place.strain.at('SOCIALTILSYNET', day);
  const visited: number[] = [];
  for (const day of tourDays(draws, last, TOUR)) {
    visited.push(day);
    const { isSerious } = addVisit(world, lines, draws, tilbud, afdeling, day, 'driftsorienteret');
    const followUp = day + draws.whole(50, 160);
    const isFollowed = draws.chance(isSerious ? FOLLOW_UP.afterSerious : FOLLOW_UP.otherwise);
    if (!isFollowed || followUp > last) continue;
    visited.push(followUp);
    addVisit(world, lines, draws, tilbud, afdeling, followUp, 'opfølgning');
  }
  for (const day of chanceDays(draws, last, (at) => 0.065 * Math.exp(0.4 * strainOn(at)))) {
    // A concern that comes just before or after another visit is taken up there.
    if (visited.some((other) => Math.abs(other - day) < APART)) continue;
    visited.push(day);
    addVisit(world, lines, draws, tilbud, afdeling, day, 'henvendelse');
  }
}

function addVisit(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  tilbud: Tilbud,
  afdeling: Afdeling,
  day: number,
  occasion: Occasion,
): Outcome {
  const on = Math.max(0, world.calendar.workday(day));
  const outcome = drawOutcome(world, lines, draws, {
    authority: 'SOCIALTILSYNET',
    office: tilbud.office,
    competence: tilbud.kind.competence,
    place: afdeling.place,
    tilbud,
    on,
  });
  const model = QUALITY_MODELS.find(
    (one) => one.from <= world.calendar.iso(on),
  ) as (typeof QUALITY_MODELS)[number];
  const isUnannounced = draws.chance(occasion === 'henvendelse' ? 0.7 : model.unannouncedShare);
  const reaction = outcome.isSerious ? draws.weighted(REACTIONS) : 'ingen';
  const dueOn = reaction === 'påbud' ? world.calendar.danish(on + draws.pick(DAYS_TO_COMPLY)) : '';
  const visit = [
    `ST${String(world.numbers.next('visit')).padStart(8, '0')}`,
    tilbud.tilbudsid,
    afdeling.afdelingsid,
    world.calendar.danish(on),
    isUnannounced ? 'uanmeldt' : 'anmeldt',
    occasion,
    model.version,
  ].join(';');

  const level = visitLevel(draws, outcome);
  themesSeen(draws, model.themes).forEach((theme, index) => {
    // The reaction belongs to the visit and stands on its first row only.
    const verdict = index === 0 ? `${reaction};${dueOn}` : 'ingen;';
    lines.add('tilsyn', `${visit};${theme};${drawScore(draws, level)};${verdict};${outcome.inspector.code}`);
  });
  return outcome;
}

/** Often only some of the themes are assessed. */
function themesSeen(draws: Draws, themes: readonly string[]): readonly string[] {
  if (draws.chance(ALL_THEMES)) return themes;
  const wanted = draws.whole(2, 4);
  const start = draws.whole(0, themes.length - 1);
  const step = draws.pick([1, themes.length - 1]);
  return Array.from(
    { length: wanted },
    (_, index) => themes[(start + index * step) % themes.length] as string,
  );
}

/** Mean theme score of a visit: lower under strain, with a strict inspector, and where something serious was found. */
function visitLevel(draws: Draws, outcome: Outcome): number {
  return (
    4.28 -
    0.17 * outcome.strain -
    0.15 * outcome.inspector.strictness -
    (outcome.isSerious ? 0.2 : 0) +
    0.15 * draws.normal()
  );
}

/** 1,0 - 5,0 with decimal comma. */
function drawScore(draws: Draws, level: number): string {
  // Now and then one theme lies far below the others.
  const slump = draws.chance(0.025) ? 1 : 0;
  const tenths = Math.round(10 * Math.max(1, Math.min(5, level - slump + 0.42 * draws.normal())));
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

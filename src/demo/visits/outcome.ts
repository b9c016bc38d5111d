import type { Authority } from '../../domain/shared/authority.js';
import type { DemoWorld } from '../demo-world.js';
import type { DropLines } from '../drop/drop-lines.js';
import type { Draws } from '../draws.js';
import { chanceOf, type Inspector } from '../inspectors/inspector-pool.js';
import type { Place, Tilbud } from '../places/tilbud.js';

/** Log odds of a serious finding at a place of middling strain, and what one standard deviation of strain adds. */
const LOG_ODDS: Record<Authority, { readonly middling: number; readonly perStrain: number }> = {
  SOCIALTILSYNET: { middling: -2.9, perStrain: 0.83 },
  ARBEJDSTILSYNET: { middling: -0.5, perStrain: 0.75 },
  STPS: { middling: -3.05, perStrain: 1.2 },
};

export interface Outcome {
  readonly inspector: Inspector;
  /** A serious finding in the sense of the registers' outcome definition 1. */
  readonly isSerious: boolean;
  readonly strain: number;
}

/** Sends someone, lets chance decide, and writes down the chance in the truth. */
export function drawOutcome(
  world: DemoWorld,
  lines: DropLines,
  draws: Draws,
  visit: {
    readonly authority: Authority;
    readonly office: string;
    readonly competence?: string;
    readonly place: Place;
    readonly tilbud: Tilbud;
    readonly on: number;
  },
): Outcome {
  const { middling, perStrain } = LOG_ODDS[visit.authority];
  const inspector = world.inspectors.send(visit.office, draws, visit.competence);
  const strain = visit.place.strain.at(visit.authority, visit.on);
  const logOdds = middling + perStrain * strain + visit.tilbud.kind.strain;
  const probability = chanceOf(logOdds + inspector.strictness);
  const isSerious = draws.chance(probability);
  const anyone = world.inspectors.chanceWithAnyone(visit.office, logOdds);
  lines.add(
    'latent',
    [
      visit.place.placeId,
      visit.authority,
      world.calendar.iso(visit.on),
      probability.toFixed(4),
      anyone.toFixed(4),
      isSerious ? 1 : 0,
    ].join(','),
  );
  return { inspector, isSerious, strain };
}

import type { Operator } from '../country/operators.js';
import type { DemoWorld } from '../demo-world.js';
import type { Draws } from '../draws.js';
import type { Tilbud } from '../places/tilbud.js';

const FORMER_OPERATOR = 0.037;

/** The operator that another register has: mostly the present one, sometimes still the one before it. */
export function operatorOnRecord(world: DemoWorld, draws: Draws, tilbud: Tilbud): Operator {
  return draws.chance(world.noise.share(FORMER_OPERATOR))
    ? world.operators.drawPrivate(draws)
    : tilbud.operator;
}

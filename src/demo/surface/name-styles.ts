import type { PostalTown } from '../country/municipalities.js';
import type { Draws, Weighted } from '../draws.js';
import type { Noise } from '../noise.js';
import type { Tilbud } from '../places/tilbud.js';
import type { Operator } from '../country/operators.js';
import { misspelled } from './misspelling.js';

type NameStyle = (tilbud: Tilbud, operator: Operator, town: PostalTown) => string;

const ARBEJDSTILSYNET_STYLES: Weighted<NameStyle> = [
  [(tilbud) => tilbud.name.toUpperCase(), 35],
  [(tilbud, operator) => (isCouncil(operator) ? `${operator.name}, ${tilbud.name}` : operator.name), 33],
  [(tilbud) => tilbud.stem, 32],
];
const STPS_STYLES: Weighted<NameStyle> = [
  [(tilbud) => `${tilbud.stem}, bosted`, 34],
  [(tilbud, _operator, town) => `${tilbud.stem} - ${town.town}`, 33],
  [(tilbud, operator) => `${tilbud.name} ${operator.name}`, 33],
];
const OWN_STYLE = { ARBEJDSTILSYNET: 0.73, STPS: 0.55 };
const TYPO = { SOCIALTILSYNET: 0.01, ARBEJDSTILSYNET: 0.05, STPS: 0.05 };

/** Socialtilsynet writes the name itself, with the odd slip. */
export function nameAtSocialtilsynet(name: string, draws: Draws, noise: Noise): string {
  return draws.chance(noise.share(TYPO.SOCIALTILSYNET)) ? misspelled(name, draws) : name;
}

/** The same tilbud as another register calls it: in capitals, by its operator, by its town. */
export function nameElsewhere(
  register: 'ARBEJDSTILSYNET' | 'STPS',
  tilbud: Tilbud,
  operator: Operator,
  town: PostalTown,
  draws: Draws,
  noise: Noise,
): string {
  const styles = register === 'STPS' ? STPS_STYLES : ARBEJDSTILSYNET_STYLES;
  const hasOwnStyle = draws.chance(noise.share(OWN_STYLE[register]));
  const name = hasOwnStyle ? draws.weighted(styles)(tilbud, operator, town) : tilbud.name;
  return draws.chance(noise.share(TYPO[register])) ? misspelled(name, draws) : name;
}

function isCouncil(operator: Operator): boolean {
  return operator.kind === 'MUNICIPAL' || operator.kind === 'REGIONAL';
}

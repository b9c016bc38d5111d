import type { Authority } from '../../domain/shared/authority.js';
import { MUNICIPALITIES, type Region, REGIONS } from '../country/municipalities.js';

export interface Office {
  readonly authority: Authority;
  readonly name: string;
  readonly regions: readonly Region[];
  /** Its share of the country's inhabitants, 0 - 1. */
  readonly share: number;
}

const SIDES = ['Nord', 'Syd', 'Øst'] as const;

export const OFFICES: readonly Office[] = [
  ...REGIONS.map((region) => office('SOCIALTILSYNET', region.socialtilsyn, [region])),
  ...SIDES.map((side) => office('ARBEJDSTILSYNET', `Arbejdstilsynet ${side}`, regionsOn(side))),
  ...SIDES.map((side) => office('STPS', `STPS ${side}`, regionsOn(side))),
];

/** The office of a state authority for a region. */
export function officeFor(authority: 'ARBEJDSTILSYNET' | 'STPS', region: Region): Office {
  return OFFICES.find((one) => one.authority === authority && one.regions.includes(region)) as Office;
}

function regionsOn(side: Region['side']): Region[] {
  return REGIONS.filter((region) => region.side === side);
}

function office(authority: Authority, name: string, regions: readonly Region[]): Office {
  const weight = (of: readonly Region[]): number =>
    MUNICIPALITIES.reduce((sum, one) => sum + (of.includes(one.region) ? one.weight : 0), 0);
  return { authority, name, regions, share: weight(regions) / weight(REGIONS) };
}

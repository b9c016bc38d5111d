import type { Weighted } from '../draws.js';
import { MUNICIPALITY_TABLE } from './municipality-table.js';

export interface PostalTown {
  readonly postalCode: string;
  readonly town: string;
  readonly municipality: Municipality;
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly region: Region;
  /** Rough number of inhabitants in thousands: how many places it should have beside the others. */
  readonly weight: number;
  readonly towns: readonly PostalTown[];
}

export const REGIONS = [
  { code: '1081', name: 'Region Nordjylland', socialtilsyn: 'Socialtilsyn Nord', seat: '0851', side: 'Nord' },
  { code: '1082', name: 'Region Midtjylland', socialtilsyn: 'Socialtilsyn Midt', seat: '0791', side: 'Nord' },
  { code: '1083', name: 'Region Syddanmark', socialtilsyn: 'Socialtilsyn Syd', seat: '0630', side: 'Syd' },
  {
    code: '1084',
    name: 'Region Hovedstaden',
    socialtilsyn: 'Socialtilsyn Hovedstaden',
    seat: '0219',
    side: 'Øst',
  },
  { code: '1085', name: 'Region Sjælland', socialtilsyn: 'Socialtilsyn Øst', seat: '0340', side: 'Øst' },
] as const;
/** `side` is the part of the country by which the two state authorities divide their offices. */
export type Region = (typeof REGIONS)[number];
export type SocialtilsynOffice = Region['socialtilsyn'];

function regionOf(code: string): Region {
  const found = REGIONS.find((region) => region.code === code);
  if (!found) throw new RangeError(`"${code}" is no region code.`);
  return found;
}

function parseRow(row: string): Municipality {
  const [code = '', name = '', region = '', weight = '', towns = ''] = row.split('|');
  const municipality = {
    code,
    name,
    region: regionOf(region),
    weight: Number(weight),
    towns: [] as PostalTown[],
  };
  for (const town of towns.split(',')) {
    municipality.towns.push({ postalCode: town.slice(0, 4), town: town.slice(5), municipality });
  }
  return municipality;
}

export const MUNICIPALITIES: readonly Municipality[] = MUNICIPALITY_TABLE.trim().split('\n').map(parseRow);

export const MUNICIPALITIES_BY_SIZE: Weighted<Municipality> = MUNICIPALITIES.map((one) => [one, one.weight]);

const BY_REGION = new Map(
  REGIONS.map((region) => [region, MUNICIPALITIES_BY_SIZE.filter(([one]) => one.region === region)]),
);

export function municipalitiesOf(region: Region): Weighted<Municipality> {
  return BY_REGION.get(region) ?? [];
}

/** A municipality's name as an authority and operator, e.g. "Aarhus Kommune". */
export function councilName(municipality: Municipality): string {
  const irregular: Record<string, string> = {
    '0101': 'Københavns Kommune',
    '0400': 'Bornholms Regionskommune',
    '0480': 'Nordfyns Kommune',
    '0820': 'Vesthimmerlands Kommune',
  };
  return irregular[municipality.code] ?? `${municipality.name} Kommune`;
}

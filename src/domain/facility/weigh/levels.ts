import type { Authority } from '../../shared/authority.js';
import { compareAddresses } from '../compare/compare-address.js';
import { compareLocalities } from '../compare/compare-locality.js';
import { NAME_LEVELS } from '../compare/compare-name.js';
import type { ComparableRecord } from '../match/comparable-record.js';

/**
 * How two records agree on where they are, best first. SAME ... SAME_HOUSE: as AddressLevel. CROWDED: alike, but several
 * units of one register have the address, as they have their parent's. HIDDEN_*: one shows no address. OTHER_*: they
 * show different ones; OTHER_CROWDED_* where one of these is crowded. The ending is the locality they have in common.
 */
export const LOCATION_LEVELS = [
  'SAME',
  'NEAR',
  'LIKELY',
  'SAME_NUMBER',
  'SAME_STREET',
  'SAME_HOUSE',
  'CROWDED',
  'HIDDEN_SAME_POSTAL_CODE',
  'HIDDEN_SAME_MUNICIPALITY',
  'HIDDEN_UNKNOWN',
  'HIDDEN_DIFFERENT',
  'OTHER_SAME_POSTAL_CODE',
  'OTHER_SAME_MUNICIPALITY',
  'OTHER_UNKNOWN',
  'OTHER_DIFFERENT',
  'OTHER_CROWDED_SAME_POSTAL_CODE',
  'OTHER_CROWDED_SAME_MUNICIPALITY',
  'OTHER_CROWDED_UNKNOWN',
  'OTHER_CROWDED_DIFFERENT',
] as const;
export type LocationLevel = (typeof LOCATION_LEVELS)[number];

/** The levels of each field, by the number that the comparison table holds. */
export const LEVELS = {
  LOCATION: LOCATION_LEVELS,
  NAME: NAME_LEVELS,
  OPERATOR: ['SAME', 'UNKNOWN', 'DIFFERENT'],
  P_NUMBER: ['SAME', 'UNKNOWN', 'DIFFERENT'],
} as const;
export type FieldName = keyof typeof LEVELS;
export const FIELDS = Object.keys(LEVELS) as FieldName[];

/** Of a location: up to here both stand at one spot, typing errors aside. */
export const LAST_SPOT_LEVEL = LOCATION_LEVELS.indexOf('SAME_NUMBER');
export const FIRST_OTHER_LEVEL = LOCATION_LEVELS.indexOf('OTHER_SAME_POSTAL_CODE');

const LOCALITIES = ['SAME_POSTAL_CODE', 'SAME_MUNICIPALITY', 'UNKNOWN', 'DIFFERENT'] as const;

/** The number of the location's level. */
export function compareLocations(left: ComparableRecord, right: ComparableRecord): number {
  const address = compareAddresses(left.address, right.address);
  const isCrowded = left.hasCrowdedAddress || right.hasCrowdedAddress;
  if (address === 'UNKNOWN' || address === 'NEITHER') return 7 + locality(left, right);
  if (address === 'DIFFERENT') return (isCrowded ? 15 : 11) + locality(left, right);
  return isCrowded ? 6 : LOCATION_LEVELS.indexOf(address);
}

function locality(left: ComparableRecord, right: ComparableRecord): number {
  return LOCALITIES.indexOf(compareLocalities(left, right));
}

/** Which two registers a pair is from; parameters are estimated for each. Pairs of one register come last. */
export const PAIR_KINDS = [
  'SOCIALTILSYNET-ARBEJDSTILSYNET',
  'SOCIALTILSYNET-STPS',
  'ARBEJDSTILSYNET-STPS',
  'WITHIN_SOCIALTILSYNET',
  'WITHIN_ARBEJDSTILSYNET',
  'WITHIN_STPS',
] as const;
export const CROSS_KINDS = 3;
export const WITHIN_SOCIALTILSYNET = PAIR_KINDS.indexOf('WITHIN_SOCIALTILSYNET');
/** Of STPS's records: several have their parent's address, so that one address is no sign of one place. */
export const WITHIN_STPS = PAIR_KINDS.indexOf('WITHIN_STPS');

const KIND_OF: Readonly<Record<Authority, Readonly<Record<Authority, number>>>> = {
  SOCIALTILSYNET: { SOCIALTILSYNET: 3, ARBEJDSTILSYNET: 0, STPS: 1 },
  ARBEJDSTILSYNET: { SOCIALTILSYNET: 0, ARBEJDSTILSYNET: 4, STPS: 2 },
  STPS: { SOCIALTILSYNET: 1, ARBEJDSTILSYNET: 2, STPS: 5 },
};

/** The index in PAIR_KINDS. */
export function pairKind(left: Authority, right: Authority): number {
  return KIND_OF[left][right];
}

import type { FacilityType } from '../../domain/facility/source-record.js';

/** `tilbudstype` in small letters -> the kind of place. */
export const FACILITY_TYPE_BY_TILBUDSTYPE: ReadonlyMap<string, FacilityType> = new Map<string, FacilityType>([
  ['midlertidigt botilbud', 'MIDLERTIDIGT_BOTILBUD'],
  ['længerevarende botilbud', 'LAENGEREVARENDE_BOTILBUD'],
  ['krisecenter', 'KRISECENTER'],
  ['forsorgshjem', 'FORSORGSHJEM'],
  ['botilbudslignende', 'BOTILBUDSLIGNENDE'],
  ['døgntilbud til børn og unge', 'DOEGNTILBUD_BOERN_UNGE'],
]);

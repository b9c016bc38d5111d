import type { FacilityType } from '../../facility/source-record.js';

/** What an ordinary place has, and how many hundredths of a point each step away from it adds or takes off. */
export interface DimensionWeight {
  readonly usual: number;
  readonly hundredthsPerStep: number;
}

/** How vulnerable the residents of places of a type, or of a target group in the register's words, are: 0-4. */
export interface VulnerabilityLevel {
  readonly kind: 'FACILITY_TYPE' | 'TARGET_GROUP';
  readonly term: string;
  readonly level: number;
}

/** Policy, dated and decided by people: how likelihood and consequence become one order of priority. */
export interface CombinationRule {
  readonly version: number;
  readonly severity: DimensionWeight;
  readonly vulnerability: DimensionWeight;
  readonly vulnerabilityLevels: readonly VulnerabilityLevel[];
  readonly confirmed: boolean;
}

const OF_TYPES: Readonly<Record<FacilityType, number>> = {
  DOEGNTILBUD_BOERN_UNGE: 4,
  KRISECENTER: 3,
  LAENGEREVARENDE_BOTILBUD: 3,
  MIDLERTIDIGT_BOTILBUD: 2,
  BOTILBUDSLIGNENDE: 2,
  FORSORGSHJEM: 2,
};

const OF_TARGET_GROUPS: readonly (readonly [term: string, level: number])[] = [
  ['omsorgssvigt', 4],
  ['udviklingshæmning', 3],
  ['autismespektret', 3],
  ['erhvervet hjerneskade', 3],
  ['vold i nære relationer', 3],
  ['fysisk funktionsnedsættelse', 2],
  ['psykisk lidelse', 2],
  ['misbrug', 2],
  ['hjemløshed', 2],
];

/**
 * First proposal, unconfirmed. Ten points are a doubling of the odds; two steps of severity weigh as much, and so do
 * four steps of vulnerability.
 */
export const COMBINATION_RULE_VERSION_1: CombinationRule = {
  version: 1,
  severity: { usual: 2.5, hundredthsPerStep: 500 },
  vulnerability: { usual: 3, hundredthsPerStep: 250 },
  vulnerabilityLevels: [
    ...Object.entries(OF_TYPES).map(([term, level]) => ({ kind: 'FACILITY_TYPE' as const, term, level })),
    ...OF_TARGET_GROUPS.map(([term, level]) => ({
      kind: 'TARGET_GROUP' as const,
      term,
      level,
    })),
  ],
  confirmed: false,
};

import type { Authority, ResponsibleUnit, SourceKey } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/** An address as a register wrote it. `street` holds street name, number, letter and floor in one text. */
export interface SourceAddress {
  readonly street: string;
  readonly postalCode: string | null;
  readonly town: string | null;
}

/** What kind of place it is, in the words of the social legislation (tilbudstype). Null where the register does not say. */
export const FACILITY_TYPES = [
  'MIDLERTIDIGT_BOTILBUD', // SEL § 107
  'LAENGEREVARENDE_BOTILBUD', // SEL § 108
  'KRISECENTER', // SEL § 109
  'FORSORGSHJEM', // SEL § 110
  'BOTILBUDSLIGNENDE', // ABL § 105
  'DOEGNTILBUD_BOERN_UNGE', // BL § 43
] as const;
export type FacilityType = (typeof FACILITY_TYPES)[number];

/**
 * One unit of one register - an afdeling (Socialtilsynet), a P-unit (Arbejdstilsynet) or a fixed location (STPS) - in
 * one neutral form. Never overwritten by what another register says. Null means that the register did not say.
 */
export interface SourceRecord {
  readonly sourceKey: SourceKey;
  readonly authority: Authority;
  readonly name: string;
  /** The parent's name where the register has two levels (a tilbud above its afdeling). */
  readonly parentName: string | null;
  readonly address: SourceAddress | null;
  /** The register deliberately hides the address (crisis centres). Not the same as an unknown address. */
  readonly hasSecretAddress: boolean;
  readonly municipalityCode: string | null;
  /** The municipality by name, where the register gives no code. */
  readonly municipalityName: string | null;
  readonly cvrNumber: string | null;
  readonly pNumber: string | null;
  readonly sorCode: string | null;
  readonly operatorName: string | null;
  readonly ownership: 'MUNICIPAL' | 'REGIONAL' | 'PRIVATE' | 'SELF_GOVERNING' | 'FOUNDATION' | null;
  readonly facilityType: FacilityType | null;
  /** The register's own word for the kind of place (tilbudstype, branche, type). */
  readonly typeSourceTerm: string | null;
  readonly capacityPlaces: number | null;
  readonly employees: number | null;
  readonly targetGroups: readonly string[];
  /** Approval status in the register's own word, e.g. "Betinget godkendt". */
  readonly statusSourceTerm: string | null;
  readonly responsibleUnit: ResponsibleUnit | null;
  readonly approvedFrom: Day | null;
  readonly approvedTo: Day | null;
}

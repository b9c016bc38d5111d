import type { FacilityType } from '../domain/facility/source-record.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

/** What lists and pages show of a place. */
export interface FacilityRow {
  readonly id: string;
  readonly name: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly municipalityName: string | null;
  readonly hasSecretAddress: boolean;
  readonly facilityType: FacilityType | null;
  readonly capacityPlaces: number | null;
  readonly operatorName: string | null;
  readonly cvrNumbers: string[];
  readonly pNumbers: string[];
  readonly sorCodes: string[];
  readonly authorities: Authority[];
  readonly responsibleUnit: ResponsibleUnit | null;
  readonly endedOn: Day | null;
}

/** That a record belongs to a place. */
export interface RecordLinkRow {
  readonly sourceKey: string;
  readonly authority: Authority;
  readonly facilityId: string;
  readonly linkedAt: Date;
}

export const FACILITY_SORTS = ['RISK', 'URGENT', 'NAME', 'MUNICIPALITY', 'CAPACITY', 'LAST_VISIT'] as const;
export type FacilitySort = (typeof FACILITY_SORTS)[number];

export interface FacilityFilter {
  /** Part of a name or address, or a CVR number, P-number, SOR code or register key. */
  readonly search?: string;
  readonly municipalityCode?: string;
  readonly regionCode?: string;
  readonly responsibleUnit?: ResponsibleUnit;
  readonly facilityType?: FacilityType;
  /** Places that the register of this authority knows. */
  readonly authority?: Authority;
  readonly band?: string;
  /** Also places that no register delivers any more; left out otherwise. */
  readonly includeEnded?: boolean;
}

export interface FacilityOrder {
  readonly by: FacilitySort;
  readonly isDescending: boolean;
}

/** One place in the list with the position that a cursor can come back to. */
export interface ListedFacility {
  readonly facility: FacilityRow;
  readonly cursor: string;
}

export interface FacilityPage {
  readonly rows: readonly ListedFacility[];
  readonly totalCount: number;
  readonly hasMoreBefore: boolean;
  readonly hasMoreAfter: boolean;
}

/** A register's unit as it belongs to a place, with who decided that and how sure. */
export interface FacilitySource {
  readonly facilityId: string;
  readonly sourceKey: string;
  readonly authority: Authority;
  readonly name: string;
  readonly parentName: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly cvrNumber: string | null;
  readonly pNumber: string | null;
  readonly sorCode: string | null;
  readonly typeSourceTerm: string | null;
  readonly statusSourceTerm: string | null;
  readonly responsibleUnit: ResponsibleUnit | null;
  readonly deliveredOn: Day;
  readonly endedOn: Day | null;
  readonly rule: string;
  readonly confidence: number;
  readonly decidedBy: 'RULE' | 'MODEL' | 'PERSON';
}

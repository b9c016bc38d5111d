import type { SourceRecord } from '../source-record.js';

/** One attribute of a place as a register states it, in text; null where it says nothing. */
export interface Attribute {
  readonly name: AttributeName;
  readonly read: (record: SourceRecord) => string | null;
}

export const ATTRIBUTE_NAMES = [
  'NAME',
  'PARENT_NAME',
  'STREET',
  'POSTAL_CODE',
  'MUNICIPALITY',
  'CVR_NUMBER',
  'P_NUMBER',
  'SOR_CODE',
  'OPERATOR_NAME',
  'OWNERSHIP',
  'FACILITY_TYPE',
  'CAPACITY_PLACES',
  'EMPLOYEES',
  'STATUS',
] as const;
export type AttributeName = (typeof ATTRIBUTE_NAMES)[number];

const READ: Readonly<Record<AttributeName, (record: SourceRecord) => string | number | null>> = {
  NAME: (record) => record.name,
  PARENT_NAME: (record) => record.parentName,
  STREET: (record) => record.address?.street ?? null,
  POSTAL_CODE: (record) => record.address?.postalCode ?? null,
  MUNICIPALITY: (record) => record.municipalityName ?? record.municipalityCode,
  CVR_NUMBER: (record) => record.cvrNumber,
  P_NUMBER: (record) => record.pNumber,
  SOR_CODE: (record) => record.sorCode,
  OPERATOR_NAME: (record) => record.operatorName,
  OWNERSHIP: (record) => record.ownership,
  FACILITY_TYPE: (record) => record.facilityType,
  CAPACITY_PLACES: (record) => record.capacityPlaces,
  EMPLOYEES: (record) => record.employees,
  STATUS: (record) => record.statusSourceTerm,
};

/** The attributes in the order in which a page shows them. */
export const ATTRIBUTES: readonly Attribute[] = ATTRIBUTE_NAMES.map((name) => ({
  name,
  read: (record) => {
    const value = READ[name](record);
    return value === null || value === '' ? null : String(value);
  },
}));

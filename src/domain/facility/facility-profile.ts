import type { Authority, ResponsibleUnit, SourceKey } from '../shared/authority.js';
import type { Localities } from './match/learn-localities.js';
import { municipalityOf } from './match/learn-localities.js';
import type { FacilityType, SourceAddress, SourceRecord } from './source-record.js';

/** A value with the record that it was taken from. */
export interface Sourced<T> {
  readonly value: T;
  readonly sourceKey: SourceKey;
}

/** The display attributes of a place. Null where no record says anything. */
export interface FacilityProfile {
  readonly name: Sourced<string>;
  /** Null also where any register hides the address: then no other register's address may show it. */
  readonly address: Sourced<SourceAddress> | null;
  readonly hasSecretAddress: boolean;
  readonly municipalityCode: Sourced<string> | null;
  readonly municipalityName: Sourced<string> | null;
  readonly facilityType: Sourced<FacilityType> | null;
  /** The largest number of places that a record states: afdelinger in one house each state the house's places. */
  readonly capacityPlaces: Sourced<number> | null;
  /** Employees of the P-unit, which may cover further places. */
  readonly employees: Sourced<number> | null;
  readonly operatorName: Sourced<string> | null;
  readonly cvrNumber: Sourced<string> | null;
  readonly ownership: Sourced<NonNullable<SourceRecord['ownership']>> | null;
  readonly responsibleUnit: Sourced<ResponsibleUnit> | null;
  readonly statusSourceTerm: Sourced<string> | null;
  readonly targetGroups: readonly Sourced<string>[];
  readonly pNumbers: readonly Sourced<string>[];
  readonly sorCodes: readonly Sourced<string>[];
}

export interface ProfileContext {
  /** Records that belong to the place but stand at another address (P-units that cover several places). */
  readonly elsewhere?: ReadonlySet<SourceKey>;
  /** Tells the municipality where the records give a postal code or a name only. */
  readonly localities?: Localities;
}

/** Who is believed first. Socialtilsynet approves the place itself; STPS may have the parent's address from SOR. */
const PRECEDENCE = {
  name: ['SOCIALTILSYNET', 'STPS', 'ARBEJDSTILSYNET'],
  address: ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'],
  other: ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'],
} as const satisfies Record<string, readonly Authority[]>;

/** Picks the display attributes of a place from its records (at least one, in any order). */
export function facilityProfile(
  records: readonly SourceRecord[],
  { elsewhere = new Set(), localities }: ProfileContext = {},
): FacilityProfile {
  const ordered = inPrecedence(records, PRECEDENCE.other);
  const first = <T>(
    read: (record: SourceRecord) => T | null | undefined,
    from = ordered,
  ): Sourced<T> | null => all(read, from)[0] ?? null;
  const here = inPrecedence(records, PRECEDENCE.address).filter(({ sourceKey }) => !elsewhere.has(sourceKey));
  const name = first((record) => nameOf(record, records), inPrecedence(records, PRECEDENCE.name));
  if (!name) throw new RangeError('A facility has at least one record with a name; none was given.');
  const hasSecretAddress = records.some(hidesAddress);
  return {
    name,
    address: hasSecretAddress ? null : first((record) => record.address, here),
    hasSecretAddress,
    municipalityCode:
      first((record) => record.municipalityCode) ??
      first((record) => localities && municipalityOf(record, localities), here),
    municipalityName: first((record) => record.municipalityName),
    facilityType: first((record) => record.facilityType),
    capacityPlaces: largest(all((record) => record.capacityPlaces, ordered)),
    employees: largest(all((record) => record.employees, ordered)),
    operatorName: first((record) => record.operatorName),
    cvrNumber: first((record) => record.cvrNumber),
    ownership: first((record) => record.ownership),
    responsibleUnit: first((record) => record.responsibleUnit),
    statusSourceTerm: first((record) => record.statusSourceTerm),
    targetGroups: distinct(
      ordered.flatMap(({ targetGroups, sourceKey }) => targetGroups.map((value) => ({ value, sourceKey }))),
    ),
    pNumbers: distinct(all((record) => record.pNumber, ordered)),
    sorCodes: distinct(all((record) => record.sorCode, ordered)),
  };
}

/** Socialtilsynet approves no place without knowing where it is: where its register has no address, it is withheld. */
function hidesAddress({ authority, address, hasSecretAddress }: SourceRecord): boolean {
  return hasSecretAddress || (authority === 'SOCIALTILSYNET' && address === null);
}

/** By authority; within one, the record with most places first, then by source key. */
function inPrecedence(records: readonly SourceRecord[], authorities: readonly Authority[]): SourceRecord[] {
  return [...records].sort(
    (a, b) =>
      authorities.indexOf(a.authority) - authorities.indexOf(b.authority) ||
      (b.capacityPlaces ?? 0) - (a.capacityPlaces ?? 0) ||
      (a.sourceKey < b.sourceKey ? -1 : 1),
  );
}

/** Where several afdelinger of one tilbud share the place, the tilbud's name is the place's. */
function nameOf(record: SourceRecord, records: readonly SourceRecord[]): string | null {
  const sisters = records.filter(
    ({ authority, parentName }) => authority === record.authority && parentName === record.parentName,
  );
  return (sisters.length > 1 ? record.parentName : null) ?? (record.name || null);
}

function all<T>(
  read: (record: SourceRecord) => T | null | undefined,
  from: readonly SourceRecord[],
): Sourced<T>[] {
  return from.flatMap((record) => {
    const value = read(record);
    return value === null || value === undefined ? [] : [{ value, sourceKey: record.sourceKey }];
  });
}

function largest(values: readonly Sourced<number>[]): Sourced<number> | null {
  return values.reduce<Sourced<number> | null>(
    (best, each) => (best && best.value >= each.value ? best : each),
    null,
  );
}

function distinct(values: readonly Sourced<string>[]): Sourced<string>[] {
  return values.filter((each, index) => values.findIndex(({ value }) => value === each.value) === index);
}

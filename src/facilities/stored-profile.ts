import type { PlaceCluster } from '../domain/facility/cluster/describe-places.js';
import { hideAddress, type SecretAddress } from '../domain/facility/hide-address.js';
import { facilityProfile, type ProfileContext, type Sourced } from '../domain/facility/facility-profile.js';
import { AUTHORITIES } from '../domain/shared/authority.js';
import type { Identifiers, MatchedRecord, StoredProfile } from './facilities.repository.js';

const NO_IDENTIFIERS = {
  operatorName: null,
  operatorCvrNumber: null,
  cvrNumbers: [],
  pNumbers: [],
  sorCodes: [],
} as const;

/** The profile of a place as lists and searches read it. */
export function storedProfile(
  facilityId: string,
  cluster: PlaceCluster,
  recordOf: (sourceKey: string) => MatchedRecord,
  localities: ProfileContext['localities'],
): StoredProfile {
  const members = cluster.records.map(({ sourceKey }) => recordOf(sourceKey));
  const live = members.filter(({ endedOn }) => endedOn === null);
  const described = live.length > 0 ? live : members;
  const records = described.map(({ record }) => record);
  const elsewhere = new Set(
    cluster.records.flatMap((member) => (member.isElsewhere ? [member.sourceKey] : [])),
  );
  const profile = facilityProfile(records, { elsewhere, localities });
  // A secret stays one after its register has ended: the address is still where people live.
  const hasSecretAddress = facilityProfile(members.map(({ record }) => record)).hasSecretAddress;
  const address = hasSecretAddress ? null : profile.address;
  const secret = hasSecretAddress ? secretAddressOf(members) : undefined;
  const shown = (text: string): string => (secret ? hideAddress(text, secret) : text);
  const cvrNumbers = distinct(described.map(({ record, sorUnit }) => record.cvrNumber ?? sorUnit?.cvrNumber));
  const pNumbers = distinct(described.map(({ record, sorUnit }) => record.pNumber ?? sorUnit?.pNumber));
  const sorCodes = profile.sorCodes.map(({ value }) => value);
  const identifiers: Identifiers = {
    operatorName: profile.operatorName ? shown(profile.operatorName.value) : null,
    operatorCvrNumber: live.length > 0 ? operatorOf(live) : null,
    cvrNumbers,
    pNumbers,
    sorCodes,
    searchText: searchText([
      ...records.map(({ name }) => shown(name)),
      profile.operatorName ? shown(profile.operatorName.value) : null,
      address?.value.street,
      address?.value.postalCode,
      address?.value.town,
      ...cvrNumbers,
      ...pNumbers,
      ...sorCodes,
      ...cluster.records.map(({ sourceKey }) => sourceKey),
    ]),
  };
  return {
    ...(secret ? { ...NO_IDENTIFIERS, searchText: searchText([shown(profile.name.value)]) } : identifiers),
    secret: secret ? identifiers : null,
    facilityId,
    name: shown(profile.name.value),
    street: address?.value.street ?? null,
    postalCode: address?.value.postalCode ?? null,
    town: address?.value.town ?? null,
    municipalityCode: profile.municipalityCode?.value ?? null,
    hasSecretAddress,
    facilityType: profile.facilityType?.value ?? null,
    capacityPlaces: profile.capacityPlaces?.value ?? null,
    employees: profile.employees?.value ?? null,
    authorities: AUTHORITIES.filter((authority) => records.some((record) => record.authority === authority)),
    // The socialtilsyn alone: the two other authorities are one unit each.
    responsibleUnit: records.find((record) => record.authority === 'SOCIALTILSYNET')?.responsibleUnit ?? null,
    valueSources: sourcesOf({ ...profile, address }),
    endedOn: live.length > 0 ? null : lastOf(members.map(({ endedOn }) => endedOn)),
  };
}

/**
 * Who runs the place: what the first register in precedence says that names an operator at all, where all of its records
 * agree. Another register may still name the operator of before.
 */
function operatorOf(live: readonly MatchedRecord[]): string | null {
  for (const authority of AUTHORITIES) {
    const named = distinct(
      live
        .filter(({ record }) => record.authority === authority)
        .map(({ record, sorUnit }) => record.cvrNumber ?? sorUnit?.cvrNumber),
    );
    if (named.length > 0) return named.length === 1 ? named[0]! : null;
  }
  return null;
}

function secretAddressOf(members: readonly MatchedRecord[]): SecretAddress {
  return {
    addresses: members.flatMap(({ record, sorUnit }) => [
      ...(record.address ? [record.address] : []),
      ...(sorUnit?.street ? [{ street: sorUnit.street, postalCode: sorUnit.postalCode, town: null }] : []),
    ]),
    municipalityNames: distinct(members.map(({ record }) => record.municipalityName)),
  };
}

/** Lower case, one space between words; every word of a search must occur in it. */
function searchText(parts: readonly (string | null | undefined)[]): string {
  return distinct(parts).join(' ').toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
}

function sourcesOf(profile: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(profile).flatMap(([name, value]) => (isSourced(value) ? [[name, value.sourceKey]] : [])),
  );
}

function isSourced(value: unknown): value is Sourced<unknown> {
  return typeof value === 'object' && value !== null && 'sourceKey' in value;
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value != null && value !== ''))];
}

function lastOf<T extends string>(days: readonly (T | null)[]): T | null {
  return days.reduce(
    (latest, each) => (each !== null && (latest === null || each > latest) ? each : latest),
    null,
  );
}

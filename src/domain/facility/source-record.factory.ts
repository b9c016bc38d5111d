import { sourceKey, type Authority } from '../shared/authority.js';
import type { SourceRecord } from './source-record.js';

const NOTHING_SAID = {
  parentName: null,
  address: null,
  hasSecretAddress: false,
  municipalityCode: null,
  municipalityName: null,
  cvrNumber: null,
  pNumber: null,
  sorCode: null,
  operatorName: null,
  ownership: null,
  facilityType: null,
  typeSourceTerm: null,
  capacityPlaces: null,
  employees: null,
  targetGroups: [],
  statusSourceTerm: null,
  responsibleUnit: null,
  approvedFrom: null,
  approvedTo: null,
} as const;

/** For specs: a street and postal code in one text, `Skovvej 12A, 8000`. */
export function addressOf(text: string): SourceRecord['address'] {
  const [, street = text, postalCode = null] = /^(.*), (\d{4})$/.exec(text) ?? [];
  return { street, postalCode, town: null };
}

type Said = Partial<Omit<SourceRecord, 'address'>> & { readonly address?: string };

function record(authority: Authority, key: string, { address, ...said }: Said): SourceRecord {
  return {
    ...NOTHING_SAID,
    sourceKey: sourceKey(authority, key),
    authority,
    name: 'Bostedet Skovbrynet',
    ...said,
    address: address === undefined ? null : addressOf(address),
  };
}

/** For specs: an afdeling of Socialtilsynet's register that says no more than it is told to. */
export function afdeling(key: string, said: Said = {}): SourceRecord {
  return record('SOCIALTILSYNET', key, said);
}

/** For specs: a P-unit of Arbejdstilsynet's register. */
export function productionUnit(key: string, said: Said = {}): SourceRecord {
  return record('ARBEJDSTILSYNET', key, said);
}

/** For specs: a fixed location of STPS's register. */
export function location(key: string, said: Said = {}): SourceRecord {
  return record('STPS', key, said);
}

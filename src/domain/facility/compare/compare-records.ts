import type { ComparableRecord } from '../match/comparable-record.js';
import { compareAddresses, type AddressLevel } from './compare-address.js';
import { compareIdentifiers, type IdentifierLevel } from './compare-identifiers.js';
import { compareLocalities, type LocalityLevel } from './compare-locality.js';
import { compareNames, type NameLevel } from './compare-name.js';

/** The agreement of two records, field by field: all that a decision may be based on. */
export interface Comparison {
  readonly address: AddressLevel;
  /** One of the addresses is UNSURE and several units have it: it is likely their parent's. */
  readonly isCrowdedAddress: boolean;
  readonly name: NameLevel;
  readonly pNumber: IdentifierLevel;
  readonly cvrNumber: IdentifierLevel;
  readonly sorCode: IdentifierLevel;
  readonly locality: LocalityLevel;
}

export function compareRecords(left: ComparableRecord, right: ComparableRecord): Comparison {
  return {
    address: compareAddresses(left.address, right.address),
    isCrowdedAddress: left.hasCrowdedAddress || right.hasCrowdedAddress,
    name: compareNames(left, right),
    pNumber: compareIdentifiers(left.pNumbers, right.pNumbers),
    cvrNumber: compareIdentifiers(left.cvrNumbers, right.cvrNumbers),
    sorCode: compareIdentifiers(asList(left.sorCode), asList(right.sorCode)),
    locality: compareLocalities(left, right),
  };
}

function asList(code: string | null): readonly string[] {
  return code === null ? [] : [code];
}

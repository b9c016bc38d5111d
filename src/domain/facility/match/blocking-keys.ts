import type { ComparableRecord } from './comparable-record.js';

/** No block of more records is compared: such a key (a town hall's address) tells nothing about any one place. */
export const LARGEST_BLOCK = 150;

const NAME_START = 3;

/**
 * The keys under which a record is looked up: only records that share a key are compared. Plain text, so that a
 * database can hold them as well. Each key survives one kind of fault in the other fields, and every match rule has a
 * key that brings its pairs together: a new rule may need a new key.
 */
export function blockingKeys(record: ComparableRecord): string[] {
  const keys = record.pNumbers.map((pNumber) => `p:${pNumber}`);
  if (record.sorCode) keys.push(`s:${record.sorCode}`);
  return [...keys, ...addressKeys(record), ...operatorKeys(record)];
}

/** The house number without its street, which may be mistyped anywhere; the street where the postal code is hidden. */
function addressKeys({ address, municipalities }: ComparableRecord): string[] {
  if (!address?.number) return [];
  const { postalCode, street, number, letter } = address;
  const keys = municipalities.map((municipality) => `h:${municipality}/${street}/${number}`);
  return postalCode ? [...keys, `a:${postalCode}/${number}${letter}`] : keys;
}

/** The operator with the beginning of a name, in the postal code and in the municipality. */
function operatorKeys({ names, cvrNumbers, postalCode, municipalities }: ComparableRecord): string[] {
  const named = names.filter(({ owner }) => owner !== 'OPERATOR');
  const starts = [...new Set(named.map(({ core }) => core.slice(0, NAME_START)))];
  const localities = [...municipalities, ...(postalCode ? [postalCode] : [])];
  return localities.flatMap((locality) =>
    cvrNumbers.flatMap((cvrNumber) => starts.map((start) => `c:${locality}/${cvrNumber}/${start}`)),
  );
}

import type { ComparableRecord } from './comparable-record.js';

/** No block of more records is compared: such a key (a town hall's address) tells nothing about any one place. */
export const LARGEST_BLOCK = 150;

const NAME_START = 3;

/**
 * The keys under which a record is looked up: only records that share a key are compared. Plain text, so that a
 * database can hold them as well. Each key is chosen to survive one kind of fault in the other fields.
 */
export function blockingKeys(record: ComparableRecord): string[] {
  const { address, postalCode } = record;
  const keys = record.pNumbers.map((pNumber) => `p:${pNumber}`);
  if (record.sorCode) keys.push(`s:${record.sorCode}`);
  if (address?.number && address.postalCode)
    keys.push(`a:${address.postalCode}/${address.number}${address.letter}`);
  for (const municipality of record.municipalities) {
    if (address?.number) keys.push(`h:${municipality}/${address.street}/${address.number}`);
  }
  const cores = new Set(record.names.filter(({ owner }) => owner !== 'OPERATOR').map(({ core }) => core));
  if (postalCode) for (const core of cores) keys.push(`n:${postalCode}/${core}`);
  const starts = new Set([...cores].map((core) => core.slice(0, NAME_START)));
  for (const locality of [...record.municipalities, ...(postalCode ? [postalCode] : [])]) {
    for (const cvrNumber of record.cvrNumbers) {
      for (const start of starts) keys.push(`c:${locality}/${cvrNumber}/${start}`);
    }
  }
  return keys;
}

import type { ComparableRecord } from './comparable-record.js';

const NAME_START = 4;

/**
 * The keys under which a record is looked up: only records that share a key are compared. Each survives one kind of
 * fault in the other fields: a mistyped street, another name, a former operator, no address at all.
 */
export function blockingKeys(record: ComparableRecord): string[] {
  const keys = record.pNumbers.map((pNumber) => `p:${pNumber}`);
  if (record.sorCode) keys.push(`s:${record.sorCode}`);
  return [...keys, ...addressKeys(record), ...nameKeys(record), ...operatorKeys(record)];
}

/** The house number without its street, which may be mistyped anywhere; the street where the postal code is hidden. */
function addressKeys({ address, municipalities }: ComparableRecord): string[] {
  if (!address?.number) return [];
  const { postalCode, street, number, letter } = address;
  const keys = municipalities.map((municipality) => `h:${municipality}/${street}/${number}`);
  return postalCode ? [...keys, `a:${postalCode}/${number}${letter}`] : keys;
}

/** The beginning and the end of each word of a name, in the postal code and in the municipality. */
function nameKeys(record: ComparableRecord): string[] {
  const keys: string[] = [];
  for (const locality of localitiesOf(record)) {
    for (const { words, owner } of record.names) {
      if (owner === 'OPERATOR') continue;
      for (const word of words) {
        if (word.length < NAME_START) continue;
        keys.push(`b:${locality}/${word.slice(0, NAME_START)}`, `e:${locality}/${word.slice(-NAME_START)}`);
      }
    }
  }
  return keys;
}

/** The operator in the municipality, under whatever name. */
function operatorKeys(record: ComparableRecord): string[] {
  return localitiesOf(record).flatMap((locality) =>
    record.cvrNumbers.map((cvrNumber) => `c:${locality}/${cvrNumber}`),
  );
}

function localitiesOf({ municipalities, postalCode }: ComparableRecord): string[] {
  return [...municipalities, ...(postalCode ? [postalCode] : [])];
}

type FinerKey = (record: ComparableRecord) => string[];

const byPostalCode: FinerKey = ({ postalCode, municipalities }) =>
  postalCode ? [postalCode] : [...municipalities];
const byNameStart: FinerKey = ({ names }) => names.map(({ core }) => core.slice(0, NAME_START));
const byName: FinerKey = ({ names }) => names.map(({ core }) => core);
const byOperator: FinerKey = ({ cvrNumbers }) => [...cvrNumbers];

/** What an oversized block is divided by, one after the other until its parts are small enough. */
export const FINER_KEYS: readonly FinerKey[] = [byPostalCode, byNameStart, byName, byOperator];

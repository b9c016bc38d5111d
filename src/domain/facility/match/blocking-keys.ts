import type { ComparableRecord } from './comparable-record.js';

const NAME_START = 4;

/**
 * The keys under which a record is looked up: only records that share a key are compared. Each survives one kind of
 * fault in the other fields: a mistyped street, another name, a former operator, no address at all.
 */
export function blockingKeys(
  record: ComparableRecord,
  isCommon: (word: string) => boolean = () => false,
): string[] {
  const keys = record.pNumbers.map((pNumber) => `p:${pNumber}`);
  if (record.sorCode) keys.push(`s:${record.sorCode}`);
  return [...keys, ...addressKeys(record), ...nameKeys(record, isCommon), ...operatorKeys(record)];
}

/** The house number without its street, which may be mistyped anywhere; the street where the postal code is hidden. */
function addressKeys({ address, municipalities }: ComparableRecord): string[] {
  if (!address?.number) return [];
  const { postalCode, street, number, letter } = address;
  const keys = municipalities.map((municipality) => `h:${municipality}/${street}/${number}`);
  return postalCode ? [...keys, `a:${postalCode}/${number}${letter}`] : keys;
}

/**
 * The whole name in the municipality; and the beginning and the end of each telling word of it, in the postal code and in
 * the municipality.
 */
function nameKeys(record: ComparableRecord, isCommon: (word: string) => boolean): string[] {
  const keys: string[] = [];
  for (const { core, words, owner } of record.names) {
    if (owner === 'OPERATOR') continue;
    for (const municipality of record.municipalities) keys.push(`n:${municipality}/${core}`);
    for (const word of words) {
      if (word.length < NAME_START || (words.length > 1 && isCommon(word))) continue;
      for (const locality of localitiesOf(record)) {
        keys.push(`b:${locality}/${word.slice(0, NAME_START)}`, `e:${locality}/${word.slice(-NAME_START)}`);
      }
    }
  }
  return keys;
}

const COMMON_SHARE = 0.005;
const FEWEST_COMMON = 20;

/** Words that so many names have that they tell no place from another (`boformen`), learned from the records. */
export function isCommonWord(records: readonly ComparableRecord[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const { names } of records) {
    for (const word of new Set(names.flatMap(({ words }) => words)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = Math.max(FEWEST_COMMON, records.length * COMMON_SHARE);
  return (word) => (counts.get(word) ?? 0) >= least;
}

/** Keys of names and operators; those of numbers and addresses say more. */
export function isWeakKey(key: string): boolean {
  return /^[nbec]:/.test(key);
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

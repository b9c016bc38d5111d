import type { SourceRecord } from '../source-record.js';
import { compact, wordsOf } from '../text/danish-text.js';
import { splitKinds } from '../text/name-kinds.js';
import type { NameVocabulary } from '../text/normalise-name.js';

/** The towns, municipalities and operators that the records mention: parts of names that name no place. */
export function learnVocabulary(records: readonly SourceRecord[]): NameVocabulary {
  const towns = new Set<string>();
  const operators = new Set<string>();
  for (const { address, municipalityName, operatorName } of records) {
    if (address?.town) towns.add(compact(address.town));
    if (operatorName) operators.add(compact(operatorName));
    if (!municipalityName) continue;
    const municipality = compact(municipalityName);
    towns.add(municipality);
    operators.add(`${municipality}kommune`).add(`${municipality}skommune`);
  }
  return { towns, operators };
}

/** The names of the operators by CVR number. An operator's own register entry may carry another's CVR, so keep all. */
export function learnOperators(records: readonly SourceRecord[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const { cvrNumber, operatorName } of records) {
    if (!cvrNumber || !operatorName) continue;
    names.set(cvrNumber, (names.get(cvrNumber) ?? new Set()).add(operatorCore(operatorName)));
  }
  return new Map([...names].map(([cvrNumber, found]) => [cvrNumber, [...found].sort()]));
}

/** An operator's name in the form that a NameForm's core has. */
export function operatorCore(name: string): string {
  return splitKinds(wordsOf(name)).core.join('');
}

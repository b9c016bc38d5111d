import type { SorUnit } from '../sor-unit.js';
import type { SourceRecord } from '../source-record.js';
import { normaliseAddress, type AddressForm } from '../text/normalise-address.js';
import { normaliseName, type NameForm } from '../text/normalise-name.js';
import { compact } from '../text/danish-text.js';
import type { ComparableRecord } from './comparable-record.js';
import { learnLocalities } from './learn-localities.js';
import { learnOperators, learnVocabulary, operatorCore } from './learn-names.js';

/**
 * Brings records into comparable form, in ascending order of source key, so that nothing that follows depends on the
 * order in which they came. Throws RangeError where two records have the same source key, or two units the same code.
 */
export function prepareRecords(
  records: readonly SourceRecord[],
  sorUnits: readonly SorUnit[],
): ComparableRecord[] {
  const units = unitsByCode(sorUnits);
  const localities = learnLocalities(records, units);
  const vocabulary = learnVocabulary(records);
  const operatorsOf = learnOperators(records);
  const nameForms = new Map<string, NameForm | null>();
  const nameForm = (name: string): NameForm | null => {
    const known = nameForms.get(name);
    if (known !== undefined) return known;
    const form = normaliseName(name, vocabulary);
    nameForms.set(name, form);
    return form;
  };

  const prepared = records.map((record): ComparableRecord => {
    const unit = units.get(record.sorCode ?? '');
    const ownAddress = record.hasSecretAddress ? null : normaliseAddress(record.address);
    const address = ownAddress ?? addressInSor(unit);
    const postalCode = ownAddress?.postalCode ?? record.address?.postalCode ?? unit?.postalCode ?? null;
    const code =
      record.municipalityCode ??
      unit?.municipalityCode ??
      localities.codeOf.get(compact(record.municipalityName ?? ''));
    const cvrNumbers = distinct([record.cvrNumber, unit?.cvrNumber]);
    return {
      sourceKey: record.sourceKey,
      authority: record.authority,
      address,
      addressTrust: ownAddress && record.authority !== 'STPS' ? 'OWN' : 'UNSURE',
      hasCrowdedAddress: false,
      names: distinctForms(
        [record.name, record.parentName, unit?.name].map((name) => (name ? nameForm(name) : null)),
      ),
      operators: record.operatorName
        ? [operatorCore(record.operatorName)]
        : distinct(cvrNumbers.flatMap((cvrNumber) => operatorsOf.get(cvrNumber) ?? [])),
      pNumbers: distinct([record.pNumber, unit?.pNumber]),
      cvrNumbers,
      sorCode: record.sorCode,
      postalCode,
      municipalities: code ? [code] : (localities.municipalitiesOf.get(postalCode ?? '') ?? []),
    };
  });
  return withCrowdedAddresses(inOrder(prepared));
}

function unitsByCode(sorUnits: readonly SorUnit[]): ReadonlyMap<string, SorUnit> {
  const units = new Map<string, SorUnit>();
  for (const unit of sorUnits) {
    if (units.has(unit.sorCode))
      throw new RangeError(
        `SOR unit "${unit.sorCode}" came twice: pass each unit once, in its latest version.`,
      );
    units.set(unit.sorCode, unit);
  }
  return units;
}

function addressInSor(unit: SorUnit | undefined): AddressForm | null {
  if (!unit?.street) return null;
  return normaliseAddress({ street: unit.street, postalCode: unit.postalCode, town: null });
}

function inOrder(records: ComparableRecord[]): ComparableRecord[] {
  records.sort((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1));
  records.forEach((record, index) => {
    if (records[index + 1]?.sourceKey === record.sourceKey)
      throw new RangeError(`"${record.sourceKey}" came twice: pass each record once, in its latest version.`);
  });
  return records;
}

function withCrowdedAddresses(records: readonly ComparableRecord[]): ComparableRecord[] {
  const keyOf = ({ address, authority, addressTrust }: ComparableRecord): string | null =>
    address && addressTrust === 'UNSURE'
      ? [authority, address.street, address.number, address.letter, address.postalCode].join('|')
      : null;
  const units = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    if (key) units.set(key, (units.get(key) ?? 0) + 1);
  }
  return records.map((record) => ({
    ...record,
    hasCrowdedAddress: (units.get(keyOf(record) ?? '') ?? 0) > 1,
  }));
}

function distinct(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => Boolean(value)))].sort();
}

function distinctForms(forms: readonly (NameForm | null)[]): NameForm[] {
  const byText = new Map<string, NameForm>();
  for (const form of forms) if (form) byText.set(`${form.owner} ${form.kind ?? ''} ${form.core}`, form);
  return [...byText.values()];
}

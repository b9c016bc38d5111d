import type { SourceRecord } from '../../domain/facility/source-record.js';
import {
  optionalCvrNumber,
  optionalPNumber,
  optionalPostalCode,
  optionalSorCode,
} from '../../domain/inspection/cells/identifier-cells.js';
import { keyPart, optionalText, requiredText } from '../../domain/inspection/cells/text-cells.js';
import { sourceKey } from '../../domain/shared/authority.js';
import type { TilsynCells } from './tilsyn-fields.js';

/** The fixed location. Its address may be the parent's (SOR hands addresses down and cannot tell). */
export function readLocation(cells: TilsynCells): SourceRecord {
  const street = optionalText(cells, 'adresse');
  const postalCode = optionalPostalCode(cells, 'postnr');
  return {
    sourceKey: sourceKey('STPS', keyPart(cells, 'sted_id')),
    authority: 'STPS',
    name: requiredText(cells, 'navn'),
    parentName: null,
    address: street === null ? null : { street, postalCode, town: null },
    hasSecretAddress: street === null,
    municipalityCode: null,
    municipalityName: optionalText(cells, 'kommune'),
    cvrNumber: optionalCvrNumber(cells, 'cvr'),
    pNumber: optionalPNumber(cells, 'p_nummer'),
    sorCode: optionalSorCode(cells, 'sor'),
    operatorName: null,
    ownership: null,
    facilityType: null,
    typeSourceTerm: optionalText(cells, 'type'),
    capacityPlaces: null,
    employees: null,
    targetGroups: [],
    statusSourceTerm: null,
    responsibleUnit: 'STPS',
    approvedFrom: null,
    approvedTo: null,
  };
}

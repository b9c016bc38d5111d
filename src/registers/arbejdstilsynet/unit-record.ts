import type { SourceRecord } from '../../domain/facility/source-record.js';
import {
  optionalCvrNumber,
  optionalPNumber,
  optionalPostalCode,
} from '../../domain/inspection/cells/identifier-cells.js';
import { optionalInteger } from '../../domain/inspection/cells/number-cells.js';
import { keyPart, optionalText, requiredText } from '../../domain/inspection/cells/text-cells.js';
import { sourceKey } from '../../domain/shared/authority.js';
import type { UnitCells } from './tilsyn-cells.js';

/** The work site: a P-unit, or a site without a P-number. Arbejdstilsynet knows neither municipality nor owner. */
export function readUnit(cells: UnitCells): SourceRecord {
  const street = optionalText(cells, 'adresse');
  const postalCode = optionalPostalCode(cells, 'postnr');
  return {
    sourceKey: sourceKey('ARBEJDSTILSYNET', keyPart(cells, 'at_id')),
    authority: 'ARBEJDSTILSYNET',
    name: requiredText(cells, 'navn'),
    parentName: null,
    address: street === null ? null : { street, postalCode, town: optionalText(cells, 'by') },
    hasSecretAddress: false,
    municipalityCode: null,
    municipalityName: null,
    cvrNumber: optionalCvrNumber(cells, 'cvr_nummer'),
    pNumber: optionalPNumber(cells, 'p_nummer'),
    sorCode: null,
    operatorName: null,
    ownership: null,
    facilityType: null,
    typeSourceTerm: optionalText(cells, 'branche'),
    capacityPlaces: null,
    employees: optionalInteger(cells, 'ansatte', { from: 0, to: 99_999 }),
    targetGroups: [],
    statusSourceTerm: null,
    responsibleUnit: 'ARBEJDSTILSYNET',
    approvedFrom: null,
    approvedTo: null,
  };
}

import type { SourceAddress, SourceRecord } from '../../domain/facility/source-record.js';
import { optionalDay, optionalEnd } from '../../domain/inspection/cells/day-cells.js';
import {
  optionalCvrNumber,
  optionalMunicipalityCode,
  optionalPNumber,
  optionalPostalCode,
} from '../../domain/inspection/cells/identifier-cells.js';
import { optionalInteger } from '../../domain/inspection/cells/number-cells.js';
import type { RowCells } from '../../domain/inspection/cells/row-cells.js';
import { SOCIALTILSYN_OFFICES } from '../../domain/inspection/cells/socialtilsyn-offices.js';
import { tolerantTerm } from '../../domain/inspection/cells/term-cells.js';
import { optionalText, requiredText, textList } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { csvRegisterFile } from '../csv-register-file.js';
import { afdelingKey } from './afdeling-key.js';
import { FACILITY_TYPE_BY_TILBUDSTYPE } from './facility-types.js';
import { OWNERSHIP_BY_DRIFTSFORM } from './ownership.js';

// prettier-ignore
const COLUMNS = [
  'tilbudsid', 'afdelingsid', 'navn', 'afdelingsnavn', 'tilbudstype', 'pladser', 'maalgruppe', 'cvr_nummer',
  'p_nummer', 'driftsform', 'virksomhed', 'adresse', 'postnr', 'by', 'kommunekode', 'tilsynsmyndighed', 'status',
  'godkendt_fra', 'godkendt_til',
] as const;
type Cells = RowCells<(typeof COLUMNS)[number]>;

export const TILBUD_FILE: RegisterFile = csvRegisterFile({
  source: 'SOCIALTILSYNET',
  path: 'socialtilsynet/tilbud.csv',
  encoding: 'utf-8',
  secrecy: 'SHARED',
  columns: COLUMNS,
  identifierColumns: ['tilbudsid', 'afdelingsid', 'cvr_nummer', 'p_nummer'],
  keyColumns: ['tilbudsid', 'afdelingsid'],
  readFacts: (cells) => ({ record: readAfdeling(cells) }),
});

function readAfdeling(cells: Cells): SourceRecord {
  const name = requiredText(cells, 'navn');
  const facilityType = tolerantTerm(cells, 'tilbudstype', FACILITY_TYPE_BY_TILBUDSTYPE);
  const address = readAddress(cells);
  const approvedFrom = optionalDay(cells, 'godkendt_fra');
  return {
    sourceKey: afdelingKey(cells),
    authority: 'SOCIALTILSYNET',
    name: optionalText(cells, 'afdelingsnavn') ?? name,
    parentName: name,
    address,
    // A crisis centre's address is protected; any other place without one simply was not filled in.
    hasSecretAddress: address === null && facilityType === 'KRISECENTER',
    municipalityCode: optionalMunicipalityCode(cells, 'kommunekode'),
    municipalityName: null,
    cvrNumber: optionalCvrNumber(cells, 'cvr_nummer'),
    pNumber: optionalPNumber(cells, 'p_nummer'),
    sorCode: null,
    operatorName: optionalText(cells, 'virksomhed'),
    ownership: tolerantTerm(cells, 'driftsform', OWNERSHIP_BY_DRIFTSFORM),
    facilityType,
    typeSourceTerm: optionalText(cells, 'tilbudstype'),
    capacityPlaces: optionalInteger(cells, 'pladser', { from: 0, to: 9999 }),
    employees: null,
    targetGroups: textList(cells, 'maalgruppe', ','),
    statusSourceTerm: optionalText(cells, 'status'),
    responsibleUnit: SOCIALTILSYN_OFFICES.get(cells.text('tilsynsmyndighed')) ?? null,
    approvedFrom,
    approvedTo: optionalEnd(cells, 'godkendt_til', approvedFrom),
  };
}

function readAddress(cells: Cells): SourceAddress | null {
  const street = optionalText(cells, 'adresse');
  const postalCode = optionalPostalCode(cells, 'postnr');
  return street === null ? null : { street, postalCode, town: optionalText(cells, 'by') };
}

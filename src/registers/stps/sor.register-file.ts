import { optionalDay, optionalEnd } from '../../domain/inspection/cells/day-cells.js';
import { unwrapExcelValues } from '../../domain/inspection/cells/excel-wrapping.js';
import {
  optionalCvrNumber,
  optionalMunicipalityCode,
  optionalPNumber,
  optionalPostalCode,
  sorCodeKey,
} from '../../domain/inspection/cells/identifier-cells.js';
import { optionalText, requiredText } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { csvRegisterFile } from '../csv-register-file.js';

/** Organisation units of Sundhedsvæsenets Organisationsregister, every value wrapped against Excel as `="..."`. */
export const SOR_FILE: RegisterFile = csvRegisterFile({
  source: 'STPS',
  path: 'stps/sor.csv',
  encoding: 'iso-8859-1',
  secrecy: 'SHARED',
  columns: [
    'sor_kode',
    'navn',
    'cvr_nummer',
    'p_nummer',
    'adresse',
    'postnr',
    'kommunekode',
    'enhedstype',
    'fra',
    'til',
  ],
  identifierColumns: ['sor_kode', 'cvr_nummer', 'p_nummer'],
  keyColumns: ['sor_kode'],
  unwrap: unwrapExcelValues,
  readFacts: (cells) => {
    const validFrom = optionalDay(cells, 'fra');
    return {
      sorUnit: {
        sorCode: sorCodeKey(cells, 'sor_kode'),
        name: requiredText(cells, 'navn'),
        cvrNumber: optionalCvrNumber(cells, 'cvr_nummer'),
        pNumber: optionalPNumber(cells, 'p_nummer'),
        street: optionalText(cells, 'adresse'),
        postalCode: optionalPostalCode(cells, 'postnr'),
        municipalityCode: optionalMunicipalityCode(cells, 'kommunekode'),
        unitType: optionalText(cells, 'enhedstype'),
        validFrom,
        validTo: optionalEnd(cells, 'til', validFrom),
      },
    };
  },
});

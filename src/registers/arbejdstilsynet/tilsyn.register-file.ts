import { keyPart } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { csvRegisterFile } from '../csv-register-file.js';
import { tellsOfVisit, UNIT_COLUMNS, VISIT_COLUMNS } from './tilsyn-cells.js';
import { readUnit } from './unit-record.js';
import { readReaction, readVisit } from './visit.js';

/** A work site with one reaction of one visit in each row, or alone where nobody ever came. */
export const TILSYN_FILE: RegisterFile = csvRegisterFile({
  source: 'ARBEJDSTILSYNET',
  path: 'arbejdstilsynet/tilsyn.csv',
  encoding: 'windows-1252',
  secrecy: 'SHARED',
  columns: [...UNIT_COLUMNS, ...VISIT_COLUMNS],
  identifierColumns: ['at_id', 'sagsnummer', 'cvr_nummer', 'p_nummer'],
  keyColumns: ['at_id', 'sagsnummer', 'reaktion_nr'],
  readKey: (cells) => {
    const unit = keyPart(cells, 'at_id');
    if (cells.text('sagsnummer') === '' && cells.text('reaktion_nr') === '') return unit;
    return `${unit}/${keyPart(cells, 'sagsnummer')}/${keyPart(cells, 'reaktion_nr')}`;
  },
  readFacts: (cells) => {
    const record = readUnit(cells);
    if (!tellsOfVisit(cells)) return { record };
    const visit = readVisit(cells);
    return { record, visit, findings: [readReaction(cells, visit.visitKey)] };
  },
});

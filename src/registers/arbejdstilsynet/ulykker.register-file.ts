import { requiredDay } from '../../domain/inspection/cells/day-cells.js';
import { requiredInteger } from '../../domain/inspection/cells/number-cells.js';
import type { RowCells } from '../../domain/inspection/cells/row-cells.js';
import { keyPart, requiredText } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { sourceKey } from '../../domain/shared/authority.js';
import { csvRegisterFile } from '../csv-register-file.js';

const COLUMNS = ['at_id', 'p_nummer', 'dato', 'ulykkestype', 'fravaersdage'] as const;

/** Reported work accidents. They carry no number of their own: only all values together tell one from another. */
export const ULYKKER_FILE: RegisterFile = csvRegisterFile({
  source: 'ARBEJDSTILSYNET',
  path: 'arbejdstilsynet/ulykker.csv',
  encoding: 'windows-1252',
  secrecy: 'SHARED',
  columns: COLUMNS,
  identifierColumns: ['at_id', 'p_nummer'],
  keyColumns: COLUMNS,
  readKey: accidentKey,
  readFacts: (cells) => ({
    accident: {
      accidentKey: `arbejdstilsynet:${accidentKey(cells)}`,
      sourceKey: sourceKey('ARBEJDSTILSYNET', keyPart(cells, 'at_id')),
      occurredOn: requiredDay(cells, 'dato'),
      kindSourceTerm: requiredText(cells, 'ulykkestype'),
      absenceDays: requiredInteger(cells, 'fravaersdage', { from: 0, to: 9999 }),
    },
  }),
});

function accidentKey(cells: RowCells<(typeof COLUMNS)[number]>): string {
  const [, ...rest] = COLUMNS;
  return [keyPart(cells, 'at_id'), ...rest.map((column) => cells.text(column))].join('/');
}

import { requiredDay } from '../../domain/inspection/cells/day-cells.js';
import { requiredInteger } from '../../domain/inspection/cells/number-cells.js';
import { keyPart, requiredText } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { csvRegisterFile } from '../csv-register-file.js';
import { afdelingKey } from './afdeling-key.js';

/** Concerns and whistleblower reports. Nobody but the owning authority may see a row, not even a faulty one. */
export const HENVENDELSER_FILE: RegisterFile = csvRegisterFile({
  source: 'SOCIALTILSYNET',
  path: 'socialtilsynet/henvendelser.csv',
  encoding: 'utf-8',
  secrecy: 'OWNER_ONLY',
  columns: ['henvendelse_id', 'tilbudsid', 'afdelingsid', 'modtaget', 'emne', 'alvor'],
  identifierColumns: ['henvendelse_id', 'tilbudsid', 'afdelingsid'],
  keyColumns: ['henvendelse_id'],
  readFacts: (cells) => ({
    concern: {
      concernKey: `socialtilsynet:${keyPart(cells, 'henvendelse_id')}`,
      sourceKey: afdelingKey(cells),
      receivedOn: requiredDay(cells, 'modtaget'),
      topic: requiredText(cells, 'emne'),
      gravity: requiredInteger(cells, 'alvor', { from: 1, to: 3 }) as 1 | 2 | 3,
    },
  }),
});

import { requiredDay, requiredEnd } from '../../domain/inspection/cells/day-cells.js';
import { keyPart, requiredText } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { csvRegisterFile } from '../csv-register-file.js';

export const LEAVE_FILE: RegisterFile = csvRegisterFile({
  source: 'PLANNING',
  path: 'planning/leave.csv',
  encoding: 'utf-8',
  secrecy: 'SHARED',
  columns: ['tilsynsfoerende', 'fra', 'til', 'art'],
  identifierColumns: ['tilsynsfoerende'],
  keyColumns: ['tilsynsfoerende', 'fra', 'art'],
  readFacts: (cells) => {
    const from = requiredDay(cells, 'fra');
    return {
      leave: {
        inspectorCode: keyPart(cells, 'tilsynsfoerende'),
        from,
        to: requiredEnd(cells, 'til', from),
        kindSourceTerm: requiredText(cells, 'art'),
      },
    };
  },
});

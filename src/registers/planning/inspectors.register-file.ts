import { optionalEnd, requiredDay } from '../../domain/inspection/cells/day-cells.js';
import { optionalPostalCode } from '../../domain/inspection/cells/identifier-cells.js';
import { requiredDecimal } from '../../domain/inspection/cells/number-cells.js';
import { requiredTerm } from '../../domain/inspection/cells/term-cells.js';
import { keyPart, requiredText, textList } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { AUTHORITIES } from '../../domain/shared/authority.js';
import { csvRegisterFile } from '../csv-register-file.js';
import { readResponsibleUnit } from './offices.js';

export const INSPECTORS_FILE: RegisterFile = csvRegisterFile({
  source: 'PLANNING',
  path: 'planning/inspectors.csv',
  encoding: 'utf-8',
  secrecy: 'SHARED',
  columns: [
    'tilsynsfoerende',
    'myndighed',
    'kontor',
    'hjemsted_postnr',
    'kompetencer',
    'timer_pr_uge',
    'fra',
    'til',
  ],
  identifierColumns: ['tilsynsfoerende'],
  keyColumns: ['tilsynsfoerende'],
  readFacts: (cells) => {
    const authority = requiredTerm(cells, 'myndighed', AUTHORITIES);
    const validFrom = requiredDay(cells, 'fra');
    return {
      inspector: {
        inspectorCode: keyPart(cells, 'tilsynsfoerende'),
        authority,
        responsibleUnit: readResponsibleUnit(cells, authority),
        office: requiredText(cells, 'kontor'),
        homePostalCode: optionalPostalCode(cells, 'hjemsted_postnr'),
        competences: textList(cells, 'kompetencer', '|'),
        hoursPerWeek: requiredDecimal(cells, 'timer_pr_uge', { from: 1, to: 60 }),
        validFrom,
        validTo: optionalEnd(cells, 'til', validFrom),
      },
    };
  },
});

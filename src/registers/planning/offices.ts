import { SOCIALTILSYN_OFFICES } from '../../domain/inspection/cells/socialtilsyn-offices.js';
import { translatedTerm } from '../../domain/inspection/cells/term-cells.js';
import type { RowCells } from '../../domain/inspection/cells/row-cells.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';

/** The unit whose inspector it is: each socialtilsyn is one, the two others are one each whatever the office. */
export function readResponsibleUnit(cells: RowCells<'kontor'>, authority: Authority): ResponsibleUnit {
  return authority === 'SOCIALTILSYNET' ? translatedTerm(cells, 'kontor', SOCIALTILSYN_OFFICES) : authority;
}

import type { RowCells } from '../../domain/inspection/cells/row-cells.js';
import { keyPart } from '../../domain/inspection/cells/text-cells.js';
import { type SourceKey, sourceKey } from '../../domain/shared/authority.js';

/** `socialtilsynet:<tilbudsid>/<afdelingsid>`, in every file of this register. */
export function afdelingKey(cells: RowCells<'tilbudsid' | 'afdelingsid'>): SourceKey {
  return sourceKey('SOCIALTILSYNET', `${keyPart(cells, 'tilbudsid')}/${keyPart(cells, 'afdelingsid')}`);
}

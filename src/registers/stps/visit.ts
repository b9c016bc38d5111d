import { ISO_DAY, optionalDay, requiredDay } from '../../domain/inspection/cells/day-cells.js';
import { tolerantTerm } from '../../domain/inspection/cells/term-cells.js';
import { keyPart, optionalText } from '../../domain/inspection/cells/text-cells.js';
import type { VisitFact } from '../../domain/inspection/register-facts.js';
import { sourceKey } from '../../domain/shared/authority.js';
import type { TilsynCells } from './tilsyn-fields.js';

const VISIT_FORMS = new Map([
  ['varslet', 'ANNOUNCED'],
  ['uanmeldt', 'UNANNOUNCED'],
  ['skriftligt', 'WRITTEN'],
] as const);

export function readVisit(cells: TilsynCells): VisitFact {
  return {
    visitKey: `stps:${keyPart(cells, 'tilsyn_id')}`,
    authority: 'STPS',
    sourceKey: sourceKey('STPS', keyPart(cells, 'sted_id')),
    occurredOn: requiredDay(cells, 'besoegsdato', ISO_DAY),
    publishedOn: optionalDay(cells, 'offentliggjort', ISO_DAY),
    form: tolerantTerm(cells, 'form', VISIT_FORMS),
    occasionSourceTerm: optionalText(cells, 'tilsynstype'),
    qualityModel: null,
    inspectorCode: optionalText(cells, 'tilsynsfoerende'),
  };
}

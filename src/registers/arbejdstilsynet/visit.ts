import { optionalDay, requiredDay } from '../../domain/inspection/cells/day-cells.js';
import { requiredInteger } from '../../domain/inspection/cells/number-cells.js';
import { requiredTerm } from '../../domain/inspection/cells/term-cells.js';
import { keyPart, optionalText } from '../../domain/inspection/cells/text-cells.js';
import type { FindingFact, VisitFact } from '../../domain/inspection/register-facts.js';
import { sourceKey } from '../../domain/shared/authority.js';
import { REAKTIONER } from './reaktion.js';
import type { VisitCells } from './tilsyn-cells.js';

export function readVisit(cells: VisitCells): VisitFact {
  const unit = keyPart(cells, 'at_id');
  const occurredOn = requiredDay(cells, 'besoegsdato');
  return {
    visitKey: `arbejdstilsynet:${unit}/${keyPart(cells, 'sagsnummer')}`,
    authority: 'ARBEJDSTILSYNET',
    sourceKey: sourceKey('ARBEJDSTILSYNET', unit),
    occurredOn,
    publishedOn: null,
    form: null,
    occasionSourceTerm: optionalText(cells, 'besoegstype'),
    qualityModel: null,
    inspectorCode: optionalText(cells, 'tilsynsfoerende'),
  };
}

/** "Ingen reaktion" is a finding too: it is what the authority said about the visit. */
export function readReaction(cells: VisitCells, visitKey: string): FindingFact {
  return {
    findingKey: String(requiredInteger(cells, 'reaktion_nr', { from: 1, to: 999 })),
    visitKey,
    kind: 'REACTION',
    topic: optionalText(cells, 'problemomraade'),
    sourceTerm: requiredTerm(cells, 'reaktion', REAKTIONER),
    score: null,
    dueOn: optionalDay(cells, 'frist'),
    compliedOn: optionalDay(cells, 'efterkommet'),
  };
}

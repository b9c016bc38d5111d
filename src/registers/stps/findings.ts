import { CellFault } from '../../domain/inspection/cells/cell-fault.js';
import { unknownTerm } from '../../domain/inspection/cells/term-cells.js';
import { optionalText } from '../../domain/inspection/cells/text-cells.js';
import type { FindingFact } from '../../domain/inspection/register-facts.js';
import { readCheckpoints } from './checkpoints.js';
import type { TilsynCells } from './tilsyn-fields.js';

/** 0 no problems, 1 minor, 2 larger, 3 critical for patient safety; 2 and 3 are serious findings. */
const OVERALL_CATEGORIES = [0, 1, 2, 3];

export function readFindings(cells: TilsynCells, visitKey: string): readonly FindingFact[] {
  const overall = readOverall(cells, visitKey);
  const sanction = readSanction(cells, visitKey);
  const checkpoints = readCheckpoints(cells.value('maalepunkter'), visitKey);
  return [overall, ...checkpoints, ...(sanction ? [sanction] : [])];
}

function readOverall(cells: TilsynCells, visitKey: string): FindingFact {
  const score = cells.value('samlet_vurdering');
  if (typeof score !== 'number')
    throw new CellFault({
      reason: 'BAD_NUMBER',
      field: 'samlet_vurdering',
      value: JSON.stringify(score),
      mend: 'Write "samlet_vurdering" as one of the numbers 0, 1, 2 and 3, without quotation marks.',
    });
  if (!OVERALL_CATEGORIES.includes(score))
    throw unknownTerm('samlet_vurdering', String(score), OVERALL_CATEGORIES.map(String));
  return finding(visitKey, { findingKey: 'samlet', kind: 'OVERALL', sourceTerm: String(score), score });
}

function readSanction(cells: TilsynCells, visitKey: string): FindingFact | undefined {
  const sourceTerm = optionalText(cells, 'sanktion');
  if (sourceTerm === null) return undefined;
  return finding(visitKey, { findingKey: 'sanktion', kind: 'REACTION', sourceTerm, score: null });
}

function finding(
  visitKey: string,
  said: Pick<FindingFact, 'findingKey' | 'kind' | 'sourceTerm' | 'score'>,
): FindingFact {
  return { ...said, visitKey, topic: null, dueOn: null, compliedOn: null };
}

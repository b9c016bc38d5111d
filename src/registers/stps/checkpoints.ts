import { CellFault } from '../../domain/inspection/cells/cell-fault.js';
import { isJsonObject, ObjectCells, wrongType } from '../../domain/inspection/cells/object-cells.js';
import { requiredText } from '../../domain/inspection/cells/text-cells.js';
import type { FindingFact } from '../../domain/inspection/register-facts.js';

/** The list `maalepunkter`: number, name and result (opfyldt, ikke opfyldt, ikke aktuelt) of each checkpoint. */
export function readCheckpoints(list: unknown, visitKey: string): readonly FindingFact[] {
  if (!Array.isArray(list)) throw wrongType('maalepunkter', list, 'a list');
  const findings = list.map((item) => readCheckpoint(item, visitKey));
  // The number is the finding's key: said twice, one result would silently replace the other.
  const seen = new Set<string>();
  for (const { findingKey } of findings) {
    if (seen.has(findingKey)) throw badNumber(findingKey);
    seen.add(findingKey);
  }
  return findings;
}

function readCheckpoint(item: unknown, visitKey: string): FindingFact {
  if (!isJsonObject(item))
    throw wrongType('maalepunkter', item, 'a list of objects with nr, navn and resultat');
  const cells = new ObjectCells<'nr' | 'navn' | 'resultat'>(item);
  const number = cells.value('nr');
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) throw badNumber(number);
  return {
    findingKey: `maalepunkt:${number}`,
    visitKey,
    kind: 'CHECKPOINT',
    topic: requiredText(cells, 'navn'),
    sourceTerm: requiredText(cells, 'resultat'),
    score: null,
    dueOn: null,
    compliedOn: null,
  };
}

function badNumber(value: unknown): CellFault {
  return new CellFault({
    reason: 'BAD_NUMBER',
    field: 'maalepunkter.nr',
    value: typeof value === 'string' ? value : JSON.stringify(value),
    mend: 'Give each checkpoint in "maalepunkter" a whole number of its own as "nr".',
  });
}

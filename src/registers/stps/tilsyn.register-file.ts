import { guardRow } from '../../domain/inspection/cells/guarded-row.js';
import { ObjectCells } from '../../domain/inspection/cells/object-cells.js';
import { keyPart } from '../../domain/inspection/cells/text-cells.js';
import type { RegisterFacts } from '../../domain/inspection/register-facts.js';
import type { ParsedRow, RegisterFile } from '../../domain/inspection/register-file.js';
import { readFindings } from './findings.js';
import { putJsonTogether, takeJsonApart } from './json-editing.js';
import { parseJsonObject, salvageKey } from './json-line.js';
import { readLocation } from './location-record.js';
import {
  KEY_FIELDS,
  LOCATION_FIELDS,
  type TilsynCells,
  tellsOfVisit,
  VISIT_FIELDS,
} from './tilsyn-fields.js';
import { readVisit } from './visit.js';

/** One inspection at one fixed location in each line, or the location alone where nobody ever came. */
export const TILSYN_FILE: RegisterFile = {
  source: 'STPS',
  path: 'stps/tilsyn.jsonl',
  encoding: 'utf-8',
  hasHeader: false,
  secrecy: 'SHARED',
  identifierColumns: ['sted_id', 'tilsyn_id', 'sor', 'cvr', 'p_nummer', 'tilsynsfoerende'],
  open: () => ({ readLine }),
  takeApart: (_headerLine, line) => takeJsonApart(line),
  putTogether: (_headerLine, cells) => putJsonTogether(cells, { readLine }),
};

function readLine(line: string): ParsedRow {
  const parsed = parseJsonObject(line);
  if ('fault' in parsed) return { kind: 'fault', fault: parsed.fault, key: salvageKey(line) };
  const cells: TilsynCells = new ObjectCells(parsed.object);
  return guardRow(
    () => readKey(cells),
    () => readFacts(cells),
  );
}

function readKey(cells: TilsynCells): string {
  cells.require(KEY_FIELDS, 'MISSING_KEY');
  const location = keyPart(cells, 'sted_id');
  return cells.text('tilsyn_id') === '' ? location : `${location}/${keyPart(cells, 'tilsyn_id')}`;
}

function readFacts(cells: TilsynCells): RegisterFacts {
  cells.require(LOCATION_FIELDS, 'MISSING_VALUE');
  const record = readLocation(cells);
  if (!tellsOfVisit(cells)) return { record };
  cells.require(VISIT_FIELDS, 'MISSING_VALUE');
  const visit = readVisit(cells);
  return { record, visit, findings: readFindings(cells, visit.visitKey) };
}

import { optionalDay, requiredDay } from '../../domain/inspection/cells/day-cells.js';
import { requiredDecimal } from '../../domain/inspection/cells/number-cells.js';
import type { RowCells } from '../../domain/inspection/cells/row-cells.js';
import { requiredTerm, tolerantTerm } from '../../domain/inspection/cells/term-cells.js';
import { keyPart, optionalText, requiredText } from '../../domain/inspection/cells/text-cells.js';
import type { FindingFact, VisitFact } from '../../domain/inspection/register-facts.js';
import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { csvRegisterFile } from '../csv-register-file.js';
import { afdelingKey } from './afdeling-key.js';
import { INGEN_REAKTION, REAKTIONER } from './reaktion.js';

// prettier-ignore
const COLUMNS = [
  'tilsyn_id', 'tilbudsid', 'afdelingsid', 'besoegsdato', 'form', 'anledning', 'kvalitetsmodel', 'tema', 'score',
  'reaktion', 'frist', 'tilsynsfoerende',
] as const;
type Cells = RowCells<(typeof COLUMNS)[number]>;

const VISIT_FORMS = new Map([
  ['anmeldt', 'ANNOUNCED'],
  ['uanmeldt', 'UNANNOUNCED'],
] as const);

/** One theme score of one visit in each row; the visit's reaction stands on one of its rows. */
export const TILSYN_FILE: RegisterFile = csvRegisterFile({
  source: 'SOCIALTILSYNET',
  path: 'socialtilsynet/tilsyn.csv',
  encoding: 'utf-8',
  secrecy: 'SHARED',
  columns: COLUMNS,
  identifierColumns: ['tilsyn_id', 'tilbudsid', 'afdelingsid', 'tilsynsfoerende'],
  keyColumns: ['tilsyn_id', 'tema'],
  readFacts: (cells) => {
    const visit = readVisit(cells);
    const reaction = readReaction(cells, visit.visitKey);
    const score = readThemeScore(cells, visit.visitKey);
    return { visit, findings: reaction ? [score, reaction] : [score] };
  },
});

function readVisit(cells: Cells): VisitFact {
  return {
    visitKey: `socialtilsynet:${keyPart(cells, 'tilsyn_id')}`,
    authority: 'SOCIALTILSYNET',
    sourceKey: afdelingKey(cells),
    occurredOn: requiredDay(cells, 'besoegsdato'),
    publishedOn: null,
    form: tolerantTerm(cells, 'form', VISIT_FORMS),
    occasionSourceTerm: optionalText(cells, 'anledning'),
    qualityModel: optionalText(cells, 'kvalitetsmodel'),
    inspectorCode: optionalText(cells, 'tilsynsfoerende'),
  };
}

function readThemeScore(cells: Cells, visitKey: string): FindingFact {
  const theme = requiredText(cells, 'tema');
  return {
    findingKey: `tema:${theme}`,
    visitKey,
    kind: 'THEME_SCORE',
    topic: theme,
    sourceTerm: requiredText(cells, 'score'),
    score: requiredDecimal(cells, 'score', { from: 1, to: 5 }),
    dueOn: null,
    compliedOn: null,
  };
}

function readReaction(cells: Cells, visitKey: string): FindingFact | undefined {
  const dueOn = optionalDay(cells, 'frist');
  if (cells.text('reaktion') === '') return undefined; // it stands on another row of the visit
  const sourceTerm = requiredTerm(cells, 'reaktion', REAKTIONER);
  if (sourceTerm === INGEN_REAKTION) return undefined;
  return {
    findingKey: 'reaktion',
    visitKey,
    kind: 'REACTION',
    topic: null,
    sourceTerm,
    score: null,
    dueOn,
    compliedOn: null,
  };
}

import type { Severity, SeverityMappingRow } from './severity-mapping.js';
import type { FindingFact } from './register-facts.js';
import type { Authority } from '../shared/authority.js';

function rowsOf(
  authority: Authority,
  kind: FindingFact['kind'],
  terms: readonly (readonly [sourceTerm: string, severity: Severity | null])[],
): SeverityMappingRow[] {
  return terms.map(([sourceTerm, severity]) => ({ authority, kind, sourceTerm, severity, confirmed: false }));
}

/**
 * First proposal, unconfirmed: no authority has published how its words compare with another's. Theme scores are left
 * out on purpose: no number of low scores decides anything in law ("ingen automatik").
 */
export const SEVERITY_MAPPING_VERSION_1: readonly SeverityMappingRow[] = [
  ...rowsOf('SOCIALTILSYNET', 'REACTION', [
    ['ingen', 0],
    ['vilkår', 2],
    ['påbud', 3],
    ['skærpet tilsyn', 4],
  ]),
  ...rowsOf('ARBEJDSTILSYNET', 'REACTION', [
    ['Ingen reaktion', 0],
    ['Vejledning', 1],
    ['Påtale', 1],
    ['Aftaleforløb', 1],
    ['Afgørelse uden handlepligt', 2],
    ['Undersøgelsespåbud', 2],
    ['Påbud med frist', 3],
    ['Kompetencepåbud', 3],
    ['Strakspåbud', 3],
    ['Forbud', 4],
  ]),
  ...rowsOf('STPS', 'OVERALL', [
    ['0', 0],
    ['1', 1],
    ['2', 3],
    ['3', 4],
  ]),
  ...rowsOf('STPS', 'CHECKPOINT', [
    ['opfyldt', 0],
    ['ikke opfyldt', 1],
    ['ikke aktuelt', null],
  ]),
  ...rowsOf('STPS', 'REACTION', [
    ['henstilling', 1],
    ['indskærpelse', 2],
    ['påbud', 3],
  ]),
];

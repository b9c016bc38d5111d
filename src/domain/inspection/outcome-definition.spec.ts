import { isSerious, OUTCOME_DEFINITION_1 } from './outcome-definition.js';
import type { FindingFact } from './register-facts.js';
import type { Authority } from '../shared/authority.js';

type Finding = Pick<FindingFact, 'kind' | 'sourceTerm'>;
const reaction = (sourceTerm: string): Finding => ({ kind: 'REACTION', sourceTerm });
const overall = (sourceTerm: string): Finding => ({ kind: 'OVERALL', sourceTerm });

describe(isSerious.name, () => {
  it.each<[Authority, Finding[], boolean]>([
    ['SOCIALTILSYNET', [reaction('ingen')], false],
    ['SOCIALTILSYNET', [reaction('påbud')], true],
    ['SOCIALTILSYNET', [reaction('ingen'), reaction('vilkår')], true],
    ['SOCIALTILSYNET', [reaction('skærpet tilsyn'), { kind: 'THEME_SCORE', sourceTerm: '5,0' }], true],
    ['SOCIALTILSYNET', [{ kind: 'THEME_SCORE', sourceTerm: '2,1' }], false],
    ['ARBEJDSTILSYNET', [reaction('Ingen reaktion')], false],
    ['ARBEJDSTILSYNET', [reaction('Vejledning')], true],
    ['ARBEJDSTILSYNET', [reaction('Forbud')], true],
    ['STPS', [overall('0')], false],
    ['STPS', [overall('1')], false],
    ['STPS', [overall('2')], true],
    ['STPS', [overall('3')], true],
    ['STPS', [overall('1'), reaction('påbud'), { kind: 'CHECKPOINT', sourceTerm: 'ikke opfyldt' }], false],
  ])('%s %j is serious: %s', (authority, findings, expected) => {
    expect(isSerious(OUTCOME_DEFINITION_1, authority, findings)).toBe(expected);
  });

  it('does not take a visit without its deciding finding for a good one', () => {
    expect(isSerious(OUTCOME_DEFINITION_1, 'SOCIALTILSYNET', [])).toBeNull();
    expect(isSerious(OUTCOME_DEFINITION_1, 'STPS', [reaction('påbud')])).toBeNull();
    expect(isSerious(OUTCOME_DEFINITION_1, 'ARBEJDSTILSYNET', [])).toBeNull();
  });
});

import * as fc from 'fast-check';
import { OUTCOME_DEFINITION_1 } from './outcome-definition.js';
import { outcomeOfVisit, type VisitOutcome } from './outcome-of-visit.js';
import type { FindingFact } from './register-facts.js';
import { severityMapping } from './severity-mapping.js';
import { SEVERITY_MAPPING_VERSION_1 } from './severity-mapping-version-1.js';
import type { Authority } from '../shared/authority.js';

type Finding = Pick<FindingFact, 'kind' | 'sourceTerm' | 'score'>;
const mapping = severityMapping(SEVERITY_MAPPING_VERSION_1);
const of = (authority: Authority, findings: Finding[]): VisitOutcome =>
  outcomeOfVisit(authority, findings, OUTCOME_DEFINITION_1, mapping);
const theme = (score: number): Finding => ({ kind: 'THEME_SCORE', sourceTerm: String(score), score });
const checkpoint = (sourceTerm: string): Finding => ({ kind: 'CHECKPOINT', sourceTerm, score: null });

describe(outcomeOfVisit.name, () => {
  it('sums up a visit by Socialtilsynet from its themes and its reaction', () => {
    const findings = [
      theme(4.2),
      theme(3.1),
      theme(4.7),
      { kind: 'REACTION', sourceTerm: 'vilkår', score: null } as const,
    ];

    expect(of('SOCIALTILSYNET', findings)).toEqual({
      serious: true,
      severityMax: 2,
      meanThemeScore: 4,
      lowestThemeScore: 3.1,
      checkpointsFailed: null,
      checkpointsAssessed: null,
    });
  });

  it('counts only the applicable checkpoints of STPS', () => {
    const findings = [
      { kind: 'OVERALL', sourceTerm: '1', score: 1 } as const,
      ...['opfyldt', 'ikke opfyldt', 'ikke aktuelt', 'opfyldt', 'ikke opfyldt'].map(checkpoint),
    ];

    expect(of('STPS', findings)).toMatchObject({
      serious: false,
      severityMax: 1,
      checkpointsFailed: 2,
      checkpointsAssessed: 4,
    });
  });

  it('reads a visit by Socialtilsynet that names no reaction as one without', () => {
    expect(of('SOCIALTILSYNET', [theme(3.9)])).toMatchObject({ serious: false, severityMax: 0 });
  });

  it('keeps all unknown where nothing was noted', () => {
    expect(Object.values(of('ARBEJDSTILSYNET', []))).toEqual([null, null, null, null, null, null]);
    expect(of('STPS', [checkpoint('ikke aktuelt')]).checkpointsAssessed).toBeNull();
  });

  it('comes to the same whatever the order of the findings', () => {
    const findings = fc.array(
      fc.oneof(
        fc.integer({ min: 10, max: 50 }).map((tenths) => theme(tenths / 10)),
        fc.constantFrom('opfyldt', 'ikke opfyldt', 'ikke aktuelt').map(checkpoint),
        fc
          .constantFrom('0', '1', '2', '3')
          .map((sourceTerm) => ({ kind: 'OVERALL', sourceTerm, score: null }) as const),
      ),
    );

    fc.assert(
      fc.property(findings, (list) => {
        expect(of('STPS', list.toReversed())).toEqual(of('STPS', list));
      }),
    );
  });
});

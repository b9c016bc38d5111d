import { decidingTerms, isSerious, type OutcomeDefinition } from './outcome-definition.js';
import type { FindingFact } from './register-facts.js';
import type { Severity, SeverityMapping } from './severity-mapping.js';
import type { Authority } from '../shared/authority.js';

/** What one visit came to, in the neutral form that features measure. Null means not known or not measured. */
export interface VisitOutcome {
  readonly serious: boolean | null;
  readonly severityMax: Severity | null;
  /** Theme scores 1.0-5.0, of the themes that the visit covered. */
  readonly meanThemeScore: number | null;
  readonly lowestThemeScore: number | null;
  /** Checkpoints that were not met, and those that were applicable. */
  readonly checkpointsFailed: number | null;
  readonly checkpointsAssessed: number | null;
}

type CountedFinding = Pick<FindingFact, 'kind' | 'sourceTerm' | 'score'>;

/** Sums up the findings of one visit; their order does not matter. */
export function outcomeOfVisit(
  authority: Authority,
  findings: readonly CountedFinding[],
  definition: OutcomeDefinition,
  mapping: SeverityMapping,
): VisitOutcome {
  const rule = definition.rules[authority];
  const severities = [
    ...findings,
    ...decidingTerms(rule, findings).map((sourceTerm) => ({ kind: rule.findingKind, sourceTerm })),
  ]
    .map(({ kind, sourceTerm }) => mapping.severityOf(authority, kind, sourceTerm))
    .filter((severity) => severity !== null);
  // Tenths as whole numbers: their sum is exact, whatever the order.
  const tenths = findings
    .filter((finding) => finding.kind === 'THEME_SCORE' && finding.score !== null)
    .map((finding) => Math.round((finding.score ?? 0) * 10));
  const failed = countCheckpoints(findings, 'ikke opfyldt');
  const assessed = failed + countCheckpoints(findings, 'opfyldt');
  return {
    serious: isSerious(definition, authority, findings),
    severityMax: severities.length > 0 ? (Math.max(...severities) as Severity) : null,
    meanThemeScore:
      tenths.length > 0 ? tenths.reduce((sum, score) => sum + score, 0) / tenths.length / 10 : null,
    lowestThemeScore: tenths.length > 0 ? Math.min(...tenths) / 10 : null,
    checkpointsFailed: assessed > 0 ? failed : null,
    checkpointsAssessed: assessed > 0 ? assessed : null,
  };
}

function countCheckpoints(findings: readonly CountedFinding[], sourceTerm: string): number {
  return findings.filter((finding) => finding.kind === 'CHECKPOINT' && finding.sourceTerm === sourceTerm)
    .length;
}

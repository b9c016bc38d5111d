import type { FindingFact } from './register-facts.js';
import type { Authority } from '../shared/authority.js';

/** How one authority's own words decide whether a visit ended in a serious finding. */
export interface SeriousRule {
  /** Only findings of this kind decide. */
  readonly findingKind: FindingFact['kind'];
  /** ANY_OTHER_THAN: every other term is serious. ONE_OF: only these terms are. */
  readonly match: 'ANY_OTHER_THAN' | 'ONE_OF';
  readonly sourceTerms: readonly string[];
  /** The term that stands for no deciding finding among others; null where its absence leaves the outcome unknown. */
  readonly absentMeans: string | null;
}

/** What counts as a serious finding. Targets, features and evaluations name the version they were made by. */
export interface OutcomeDefinition {
  readonly version: number;
  readonly confirmed: boolean;
  readonly rules: Readonly<Record<Authority, SeriousRule>>;
}

/** Guidance (Vejledning) counts for Arbejdstilsynet: anything noted is an outcome, its weight is the severity's matter. */
export const OUTCOME_DEFINITION_1: OutcomeDefinition = {
  version: 1,
  confirmed: false,
  rules: {
    // The reaction stands on one row of the visit; a visit whose rows name none had none.
    SOCIALTILSYNET: {
      findingKind: 'REACTION',
      match: 'ANY_OTHER_THAN',
      sourceTerms: ['ingen'],
      absentMeans: 'ingen',
    },
    ARBEJDSTILSYNET: {
      findingKind: 'REACTION',
      match: 'ANY_OTHER_THAN',
      sourceTerms: ['Ingen reaktion'],
      absentMeans: null,
    },
    STPS: { findingKind: 'OVERALL', match: 'ONE_OF', sourceTerms: ['2', '3'], absentMeans: null },
  },
};

type JudgedFinding = Pick<FindingFact, 'kind' | 'sourceTerm'>;

/** The terms that decide a visit's outcome; empty where they are not known, or nothing was noted at all. */
export function decidingTerms(rule: SeriousRule, findings: readonly JudgedFinding[]): string[] {
  const terms = findings
    .filter((finding) => finding.kind === rule.findingKind)
    .map((finding) => finding.sourceTerm);
  if (terms.length > 0 || findings.length === 0 || rule.absentMeans === null) return terms;
  return [rule.absentMeans];
}

/**
 * Whether the findings of one visit are a serious outcome; null where the deciding finding is not known (its row may
 * be in quarantine), because an unknown outcome is not a good one.
 */
export function isSerious(
  definition: OutcomeDefinition,
  authority: Authority,
  findings: readonly JudgedFinding[],
): boolean | null {
  const rule = definition.rules[authority];
  const terms = decidingTerms(rule, findings);
  if (terms.length === 0) return null;
  return terms.some((term) => rule.sourceTerms.includes(term) === (rule.match === 'ONE_OF'));
}

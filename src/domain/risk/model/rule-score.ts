import type { CurveTerm } from './risk-model.js';
import type { FittedTerms } from './train-ridge-logistic.js';
import type { RiskFeature } from '../features/risk-feature.js';
import type { Authority } from '../../shared/authority.js';

/**
 * The transparent rule: impact x performance, written by people and fitted to nothing (after the British Operational
 * Risk Appraisal). A fact that the features do not have leaves its factor at 1. Every factor is a multiple; as logarithms they add up, so the rule is explained like every score.
 * Proposal, unconfirmed.
 */
export function ruleScore(authority: Authority, features: readonly Pick<RiskFeature, 'key'>[]): FittedTerms {
  const measured = new Set(features.map(({ key }) => key));
  return {
    intercept: 0,
    terms: [
      // Performance: what the authority itself saw, and what is still owed to it.
      factor(`${authority}_LAST_OUTCOME`, [0.5], [1, 2]),
      factor(`${authority}_SERIOUS_SHARE`, [0.05, 0.15, 0.3, 0.5], [1, 1.25, 1.5, 2, 3]),
      factor(`${authority}_LAST_FINDINGS`, [1, 3, 6], [1, 1.2, 1.4, 1.6]),
      factor('OPEN_ORDERS', [1], [1, 1.25]),
      factor('OVERDUE_ORDERS', [1], [1, 1.5]),
      factor('YEARS_SINCE_OWN_VISIT', [2, 3], [1, 1.1, 1.2]),
      // Only the owner's own score measures it.
      factor('RECENT_CONCERN_GRAVITY', [1, 3], [1, 1.5, 2]),
      // Impact: how many live there.
      factor('CAPACITY_PLACES', [10, 30, 60], [1, 1.1, 1.2, 1.3]),
    ].filter(({ key }) => measured.has(key)),
    spread: null,
    dropped: [],
  };
}

/** The baseline of everyday practice: a place whose last visit was serious comes first. */
export function lastResultScore(authority: Authority): FittedTerms {
  return {
    intercept: 0,
    terms: [factor(`${authority}_LAST_OUTCOME`, [0.5], [1, 2])],
    spread: null,
    dropped: [],
  };
}

/** Multiples of the risk below, between and above the borders; a value that is not known changes nothing. */
function factor(key: string, borders: readonly number[], multiples: readonly number[]): CurveTerm {
  const steps = multiples.map((multiple) => Number(Math.log(multiple).toPrecision(9)));
  return { kind: 'STEPS', key, median: 0, borders, steps, unknown: 0 };
}

import type { Authority } from '../../shared/authority.js';

/** What one authority's scores and visits looked like when a model was taken into use, and now. */
export interface DriftSnapshot {
  readonly authority: Authority;
  readonly outcomeDefinition: number;
  /** Visits with a known outcome in the last year, and how many of them were serious. */
  readonly visits: number;
  readonly serious: number;
  /** Hundredths of a point, over all places. */
  readonly meanPoints: number;
  /** Values not known per place. */
  readonly meanMissing: number;
}

export type DriftReason = 'SERIOUS_RATE' | 'MEAN_SCORE' | 'MISSING_VALUES' | 'OUTCOME_DEFINITION';

export interface DriftAlarm {
  readonly authority: Authority;
  readonly reason: DriftReason;
  readonly before: number;
  readonly now: number;
  /** True where the model must be shown to hold anew before it goes on scoring. */
  readonly needsRevalidation: boolean;
}

/** Alarm limits. Proposal, unconfirmed. */
const MOST_STANDARD_ERRORS = 3;
const MOST_POINTS = 300;
const MOST_MISSING = 1;

/** Alarms of one authority, worst first; a changed rule for what counts as serious always forces a re-validation. */
export function driftAlarms(before: DriftSnapshot, now: DriftSnapshot): DriftAlarm[] {
  const { authority } = now;
  const alarm = (reason: DriftReason, was: number, is: number, needsRevalidation: boolean): DriftAlarm => ({
    authority,
    reason,
    before: was,
    now: is,
    needsRevalidation,
  });
  const alarms: DriftAlarm[] = [];
  if (before.outcomeDefinition !== now.outcomeDefinition)
    alarms.push(alarm('OUTCOME_DEFINITION', before.outcomeDefinition, now.outcomeDefinition, true));
  if (standardErrors(before, now) > MOST_STANDARD_ERRORS)
    alarms.push(alarm('SERIOUS_RATE', before.serious / before.visits, now.serious / now.visits, true));
  if (Math.abs(now.meanPoints - before.meanPoints) > MOST_POINTS)
    alarms.push(alarm('MEAN_SCORE', before.meanPoints, now.meanPoints, false));
  if (Math.abs(now.meanMissing - before.meanMissing) > MOST_MISSING)
    alarms.push(alarm('MISSING_VALUES', before.meanMissing, now.meanMissing, false));
  return alarms;
}

// Difference of two shares in standard errors of their pooled share; 0 where there is nothing to compare.
function standardErrors(before: DriftSnapshot, now: DriftSnapshot): number {
  const visits = before.visits + now.visits;
  const pooled = (before.serious + now.serious) / visits;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.visits + 1 / now.visits));
  return error > 0 && Number.isFinite(error)
    ? Math.abs(now.serious / now.visits - before.serious / before.visits) / error
    : 0;
}

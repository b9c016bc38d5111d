import type { KnownHistory } from './known-history.js';
import type { RiskModel } from './model/risk-model.js';

/** Below these a score is shown with the words "too little data". Policy, unconfirmed. */
export interface TooLittleDataRule {
  readonly minKnownVisits: number;
  readonly minTrainingRows: number;
  /** Of the rarer outcome, serious or not. */
  readonly minRarerOutcomes: number;
  readonly confirmed: boolean;
}

export const TOO_LITTLE_DATA_RULE_VERSION_1: TooLittleDataRule = {
  minKnownVisits: 1,
  minTrainingRows: 200,
  minRarerOutcomes: 30,
  confirmed: false,
};

export type TooLittleDataReason = 'FEW_KNOWN_VISITS' | 'FEW_TRAINING_VISITS' | 'FEW_TRAINING_OUTCOMES';

/** Why the authority's score rests on too little; empty where it does not. */
export function tooLittleData(
  known: KnownHistory,
  model: RiskModel,
  rule: TooLittleDataRule,
): TooLittleDataReason[] {
  const rarer = Math.min(model.seriousRows, model.rows - model.seriousRows);
  const reasons: TooLittleDataReason[] = [];
  if (known.visits[model.authority].length < rule.minKnownVisits) reasons.push('FEW_KNOWN_VISITS');
  if (model.rows < rule.minTrainingRows) reasons.push('FEW_TRAINING_VISITS');
  if (rarer < rule.minRarerOutcomes) reasons.push('FEW_TRAINING_OUTCOMES');
  return reasons;
}

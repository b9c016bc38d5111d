import { compareMethods, type PairedGain } from './compare-methods.js';
import type { ChosenSettings, HonestPredictions } from '../model/choose-settings.js';
import type { RiskModel } from '../model/risk-model.js';

/** Which way of scoring an authority uses, and the comparisons that decided it; all inside the training window. */
export interface Adoption {
  readonly method: RiskModel['method'];
  /** Visits compared; none where the window is too short to compare anything. */
  readonly visits: number;
  /** Ridge-logistic, or the challenger where it won, over the rule and over the last result. */
  readonly overRule: PairedGain;
  readonly overLastResult: PairedGain;
  /** Boosting over ridge-logistic. */
  readonly challenge: PairedGain;
}

const NOTHING_COMPARED = { auc: 0, interval: [0, 0], isOutside: false } as const;

/**
 * The rule of adoption: boosting replaces ridge-logistic only where it wins outside the paired interval, and the better
 * of them is used only where it beats both the rule and the last result outside theirs. Otherwise the rule scores.
 */
export function adopt(chosen: ChosenSettings, seed: number, resamples?: number): Adoption {
  const visits = chosen.predictions.points.length;
  const gain = (better: HonestPredictions, than: HonestPredictions, over: string): PairedGain =>
    visits > 0 && better.points.length === visits && than.points.length === visits
      ? { ...pairedGain(better, than, seed, resamples), over }
      : { ...NOTHING_COMPARED, over };
  const challenge = gain(chosen.boostingPredictions, chosen.predictions, 'ridge_logistic');
  const model = challenge.isOutside ? chosen.boostingPredictions : chosen.predictions;
  const overRule = gain(model, chosen.rulePredictions, 'rule');
  const overLastResult = gain(model, chosen.lastResultPredictions, 'last_result');
  const isBetter = overRule.isOutside && overLastResult.isOutside;
  const fitted = challenge.isOutside ? 'ADDITIVE_BOOSTING' : 'RIDGE_LOGISTIC';
  return { method: isBetter ? fitted : 'RULE', visits, overRule, overLastResult, challenge };
}

/** AUC of one set of honest predictions over another of the same visits, with its paired interval by place. */
export function pairedGain(
  better: HonestPredictions,
  than: HonestPredictions,
  seed: number,
  resamples?: number,
): PairedGain {
  const method = (
    name: string,
    { points }: HonestPredictions,
  ): Parameters<typeof compareMethods>[1][number] => ({
    name,
    scores: points,
    probabilities: points,
  });
  const visits = {
    rows: better.outcomes.length,
    outcomes: Uint8Array.from(better.outcomes),
    facilities: Int32Array.from(better.facilities),
  };
  return compareMethods(visits, [method('better', better), method('than', than)], seed, resamples).gains[0]!;
}

import type { Adoption } from '../evaluation/adopt-model.js';
import type { PairedGain } from '../evaluation/compare-methods.js';
import type { ModelTerm, RiskModel } from '../model/risk-model.js';

/** The record of one model as lines of text, in one order, so that two versions can be compared line by line. */
export function modelRecord(model: RiskModel, adoption: Adoption | null): string[] {
  const { settings } = model;
  return [
    `authority: ${model.authority}`,
    `method: ${model.method}`,
    `outcome definition: ${model.outcomeDefinition}`,
    `trained through: ${model.trainedThrough}`,
    `training visits: ${model.rows}, serious: ${model.seriousRows}`,
    `settings: ridge ${settings.ridge}, half-life ${settings.halfLifeYears} years, first visits ${yesOrNo(settings.learnsFromFirstVisits)}, peers ${yesOrNo(settings.comparesWithPeers)}`,
    ...(adoption
      ? [
          `compared on: ${adoption.visits} visits inside the training window`,
          `over the rule: ${gainInWords(adoption.overRule)}`,
          `over the last result: ${gainInWords(adoption.overLastResult)}`,
          `boosting over ridge-logistic: ${gainInWords(adoption.challenge)}`,
        ]
      : []),
    `starting point: ${model.intercept}`,
    ...model.terms.map(termInWords).sort(),
    ...model.dropped.map(({ key, reason }) => `left out: ${key} (${reason})`).sort(),
    `calibration: ${model.calibration.points.map((points, knot) => `${Math.round(points)} -> ${model.calibration.probabilities[knot]!.toFixed(3)}`).join(', ')}`,
  ];
}

/** Lines of `older` that are gone (-) and lines of `newer` that are new (+); those of both are left out. */
export function recordDifference(older: readonly string[], newer: readonly string[]): string[] {
  const [before, after] = [new Set(older), new Set(newer)];
  return [
    ...older.filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...newer.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}

function termInWords(term: ModelTerm): string {
  const unknown = `not known ${term.unknown.toFixed(4)}`;
  return term.kind === 'LINE'
    ? `term: ${term.key}, ${term.weight.toFixed(4)} per ${term.standardDeviation.toFixed(4)} (${term.scale}), ${unknown}`
    : `term: ${term.key}, steps ${term.steps.map((step) => step.toFixed(4)).join(' | ')} at ${term.borders.join(', ')}, ${unknown}`;
}

function gainInWords({ auc, interval, isOutside }: PairedGain): string {
  const [low, high] = interval.map((value) => value.toFixed(4));
  return `AUC ${auc.toFixed(4)} (${low} - ${high})${isOutside ? ', outside the interval' : ''}`;
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

import type { Backtest } from '../domain/risk/evaluation/backtest.js';
import {
  byProbability,
  calibrationFigures,
  reliabilityTable,
} from '../domain/risk/evaluation/calibration-figures.js';
import type { FigureName, MethodFigures, PairedGain } from '../domain/risk/evaluation/compare-methods.js';
import { DAYS_EARLIER_ASSUMPTION, daysEarlier } from '../domain/risk/evaluation/days-earlier.js';
import { interval95, resamples, type Interval } from '../domain/risk/evaluation/resample-facilities.js';
import { rank, rankingFigures } from '../domain/risk/evaluation/ranking.js';
import { UNSEEN_FOLDS } from '../domain/risk/evaluation/unseen-facilities.js';
import { subgroupFigures, type SubgroupFigures } from '../domain/risk/evaluation/subgroups.js';
import { aucWithinGroups } from '../domain/risk/evaluation/within-groups.js';

/** What the visits of a test are besides: who inspected, and kinds to tell apart; never seen by a model. */
export interface VisitLabels {
  readonly inspectorOf: (visitKey: string) => string | null;
  readonly groupsOf: (visitKey: string) => readonly string[];
}

const RESAMPLES = 200;
const SEED = 2;

/** The figures of a backtest as they are printed; a key that is missing could not be computed. */
export function backtestReport(result: Backtest, labels: VisitLabels): Record<string, unknown> {
  const { visits, comparison, candidates } = result;
  const [model, reference] = [result.methods[0]!, result.methods.find(({ name }) => name === 'reference')!];
  const ones = new Float64Array(visits.rows).fill(1);
  const unseen = rank(result.unseenFacilities);
  const order = byProbability(model.probabilities);
  const inspectors = visits.visitKeys.map(labels.inspectorOf);
  const hasInspectors = new Set(inspectors.filter((inspector) => inspector !== null)).size > 1;
  const serious = visits.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return {
    n: visits.rows,
    base_rate: rounded(serious / visits.rows),
    first_visits_not_measured: result.firstVisits,
    training_visits: result.trainingRows,
    ...Object.fromEntries(comparison.methods.map((method) => [method.name, methodReport(method)])),
    model_is: result.used,
    settings: { ...candidates.chosen.settings, boosting_rounds: candidates.chosen.boostingRounds },
    adoption: {
      would_use: result.adoption.method,
      visits: result.adoption.visits,
      over_rule: gainReport(result.adoption.overRule),
      over_last_result: gainReport(result.adoption.overLastResult),
      boosting_over_ridge_logistic: gainReport(result.adoption.challenge),
    },
    paired_gain: Object.fromEntries(comparison.gains.map((gain) => [gain.over, gainReport(gain)])),
    ece_without_recalibration: rounded(
      calibrationFigures(
        byProbability(result.frozenProbabilities),
        result.frozenProbabilities,
        visits.outcomes,
        ones,
      ).ece,
    ),
    reliability: reliabilityTable(order, model.probabilities, visits.outcomes, ones).map((bin) => ({
      visits: Math.round(bin.visits),
      stated: rounded(bin.stated),
      observed: rounded(bin.observed),
    })),
    ...(hasInspectors && {
      within_inspector: {
        inspectors: new Set(inspectors).size,
        ...Object.fromEntries(
          [model, reference].map((method) => [
            method.name,
            withInterval(result, (weights) =>
              aucWithinGroups(method.scores, visits.outcomes, inspectors, weights),
            ),
          ]),
        ),
      },
    }),
    unseen_facilities: {
      folds: UNSEEN_FOLDS,
      auc: withInterval(result, (weights) => rankingFigures(unseen, visits.outcomes, weights).auc),
    },
    subgroups: subgroupFigures(model.scores, model.probabilities, visits.outcomes, (row) => [
      ...labels.groupsOf(visits.visitKeys[row]!),
    ]).map(subgroupReport),
    days_earlier: {
      ...withInterval(result, (weights) =>
        daysEarlier(model.scores, visits.outcomes, visits.occurredOn, weights),
      ),
      ...(hasInspectors && {
        within_inspector: withInterval(result, (weights) =>
          daysEarlier(model.scores, visits.outcomes, visits.occurredOn, weights, inspectors),
        ),
      }),
      assumption: DAYS_EARLIER_ASSUMPTION,
    },
  };
}

/** Names in the report, and the figures behind them. */
const PRINTED: readonly (readonly [string, FigureName])[] = [
  ['auc', 'auc'],
  ['lift10', 'lift10'],
  ['recall10', 'recall10'],
  ['recall50', 'recall50'],
  ['brier_skill', 'brierGain'],
  ['ece', 'ece'],
  ['kappa', 'kappa'],
];

function methodReport({ figures, intervals }: MethodFigures): Record<string, unknown> {
  return {
    ...Object.fromEntries(PRINTED.map(([name, figure]) => [name, rounded(figures[figure])])),
    auc_ci: intervals.auc.map(rounded),
    ci: Object.fromEntries(PRINTED.slice(1).map(([name, figure]) => [name, intervals[figure].map(rounded)])),
  };
}

function gainReport({ auc, interval, isOutside }: PairedGain): Record<string, unknown> {
  return { auc: rounded(auc), auc_ci: interval.map(rounded), above_zero_outside_interval: isOutside };
}

function subgroupReport(group: SubgroupFigures): Record<string, unknown> {
  return {
    group: group.group,
    n: group.visits,
    base_rate: rounded(group.baseRate),
    mean_probability: rounded(group.meanProbability),
    calibration_error: rounded(group.calibrationError),
    auc: Number.isNaN(group.auc) ? null : rounded(group.auc),
  };
}

function withInterval(
  { visits }: Backtest,
  figure: (weights: Float64Array) => number,
): { readonly value: number; readonly ci: Interval } {
  const drawn: number[] = [];
  for (const weights of resamples(visits.facilities, RESAMPLES, SEED)) drawn.push(figure(weights));
  return {
    value: rounded(figure(new Float64Array(visits.rows).fill(1))),
    ci: interval95(drawn).map(rounded) as unknown as Interval,
  };
}

// -0 would be printed as -0.
function rounded(value: number): number {
  return Number(value.toFixed(4)) + 0;
}

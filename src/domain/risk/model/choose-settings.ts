import { boostCurves, BOOSTING_STAGES } from './boost-curves.js';
import { pointsOfLogOdds } from './points.js';
import type { ModelSettings } from './risk-model.js';
import { lastResultScore, ruleScore } from './rule-score.js';
import { logOddsOf } from './term-value.js';
import { searchRidgeLogistic, type FittedTerms } from './train-ridge-logistic.js';
import { rank, rankingFigures } from '../evaluation/ranking.js';
import type { Authority } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';
import { pickFeatures, pickRows, type VisitTable } from '../visit-table.js';

/** Visits measured with this half-life. */
export interface MeasuredTable {
  readonly halfLifeYears: number;
  readonly table: VisitTable;
}

/** Which visits a score is for: those of places that the authority has visited before, or all. */
export type VisitScope = 'WITH_HISTORY' | 'ALL_VISITS';

export function isInScope(table: VisitTable, row: number, scope: VisitScope): boolean {
  return scope === 'ALL_VISITS' || table.hasHistory[row] === 1;
}

/** Predictions of visits by a model that had seen nothing from their day on. */
export interface HonestPredictions {
  readonly points: number[];
  readonly outcomes: number[];
  readonly occurredOn: Day[];
  readonly facilities: number[];
}

export interface ChosenSettings {
  readonly settings: ModelSettings;
  readonly boostingRounds: number;
  /** Mean AUC over the windows, of the settings chosen, and of boosting beside it. */
  readonly auc: number;
  readonly boostingAuc: number;
  readonly predictions: HonestPredictions;
  readonly boostingPredictions: HonestPredictions;
  /** The rule and the last result on the same visits. */
  readonly rulePredictions: HonestPredictions;
  readonly lastResultPredictions: HonestPredictions;
}

/** The first is the one that needs no reason. */
const RIDGES = [100, 30, 300];
const WINDOW_BORDERS = [0.4, 0.6, 0.8, 1];
/** Another setting than the plain one must gain this much AUC. */
const LEAST_GAIN = 0.0015;
const LEAST_ROWS = 40;

/**
 * Chooses ridge, half-life, features and rounds of boosting on windows inside the training rows: each window is
 * predicted by a fit of what was known before it began. The tables hold the same rows in the same order.
 */
export function chooseSettings(
  measured: readonly MeasuredTable[],
  authority: Authority,
  scope: VisitScope,
): ChosenSettings {
  const tables = measured.map(withoutEmptyColumns);
  const [plain] = tables;
  if (!plain) throw new RangeError('There is no table to choose settings on.');
  const windows = innerWindows(plain.table);
  const tryOut = (settings: ModelSettings): Trial => {
    const own = tables.find(({ halfLifeYears }) => halfLifeYears === settings.halfLifeYears) ?? plain;
    return trial(own.table, windows, settings, scope);
  };
  let settings: ModelSettings = {
    ridge: RIDGES[0]!,
    halfLifeYears: plain.halfLifeYears,
    learnsFromFirstVisits: scope === 'ALL_VISITS',
    comparesWithPeers: plain.table.features.some((feature) => feature.peerGroup),
  };
  let best = tryOut(settings);
  const changes: Partial<ModelSettings>[] = [
    ...(settings.comparesWithPeers ? [{ comparesWithPeers: false }] : []),
    ...(scope === 'ALL_VISITS' ? [] : [{ learnsFromFirstVisits: true }]),
    ...tables.slice(1).map(({ halfLifeYears }) => ({ halfLifeYears })),
    ...RIDGES.slice(1).map((ridge) => ({ ridge })),
  ];
  for (const change of changes) {
    const other = { ...settings, ...change };
    const found = tryOut(other);
    if (found.auc > best.auc + LEAST_GAIN) {
      best = found;
      settings = other;
    }
  }
  const boosted = boostingTrial(plain.table, windows, settings, scope);
  return {
    settings,
    boostingRounds: boosted.rounds,
    auc: best.auc,
    boostingAuc: boosted.auc,
    predictions: best.predictions,
    boostingPredictions: boosted.predictions,
    ...baselines(measured[0]!.table, windows, settings, authority, scope),
  };
}

// A source may lack most of the service's features; trying settings need not carry them along.
function withoutEmptyColumns({ halfLifeYears, table }: MeasuredTable): MeasuredTable {
  const empty = new Set(
    table.features.filter((_, column) => table.columns[column]!.every((value) => Number.isNaN(value))),
  );
  return { halfLifeYears, table: pickFeatures(table, (feature) => !empty.has(feature)) };
}

/** The rows that a setting learns from. */
export function learningRows(table: VisitTable, settings: ModelSettings): VisitTable {
  const rows = settings.learnsFromFirstVisits ? table : pickRows(table, (row) => table.hasHistory[row] === 1);
  return settings.comparesWithPeers ? rows : pickFeatures(rows, (feature) => feature.peerGroup === undefined);
}

interface Window {
  readonly from: Day;
  /** Exclusive; undefined for the last. */
  readonly until: Day | undefined;
}

interface Trial {
  readonly auc: number;
  readonly predictions: HonestPredictions;
}

function innerWindows(table: VisitTable): Window[] {
  const dayAt = (share: number): Day | undefined => table.occurredOn[Math.floor(share * table.rows)];
  return WINDOW_BORDERS.slice(0, -1).flatMap((share, index) => {
    const from = dayAt(share);
    const until = dayAt(WINDOW_BORDERS[index + 1]!);
    return from !== undefined && from !== until ? [{ from, until }] : [];
  });
}

function split(
  table: VisitTable,
  { from, until }: Window,
  scope: VisitScope,
): { before: VisitTable; inside: VisitTable } {
  return {
    before: pickRows(table, (row) => table.availableOn[row]! < from),
    inside: pickRows(
      table,
      (row) =>
        isInScope(table, row, scope) &&
        table.occurredOn[row]! >= from &&
        (until === undefined || table.occurredOn[row]! < until),
    ),
  };
}

function trial(
  table: VisitTable,
  windows: readonly Window[],
  settings: ModelSettings,
  scope: VisitScope,
): Trial {
  const outcomes = new Gathered();
  for (const window of windows) {
    const { before, inside } = split(table, window, scope);
    const rows = learningRows(before, settings);
    if (!canTell(rows) || !canTell(inside)) continue;
    outcomes.add(searchRidgeLogistic(rows, settings.ridge), inside);
  }
  return outcomes.result();
}

function boostingTrial(
  table: VisitTable,
  windows: readonly Window[],
  settings: ModelSettings,
  scope: VisitScope,
): Trial & { readonly rounds: number } {
  const stages = new Map(BOOSTING_STAGES.map((rounds) => [rounds, new Gathered()]));
  for (const window of windows) {
    const { before, inside } = split(table, window, scope);
    const rows = learningRows(before, settings);
    if (!canTell(rows) || !canTell(inside)) continue;
    boostCurves(rows, Math.max(...BOOSTING_STAGES), (fitted, rounds) => {
      stages.get(rounds)?.add(fitted, inside);
      return true;
    });
  }
  const results = [...stages].map(([rounds, gathered]) => ({ rounds, ...gathered.result() }));
  return results.reduce((best, each) => (each.auc > best.auc ? each : best));
}

// The rule is fitted to nothing, so the visits of the windows are all it takes.
function baselines(
  table: VisitTable,
  windows: readonly Window[],
  settings: ModelSettings,
  authority: Authority,
  scope: VisitScope,
): Pick<ChosenSettings, 'rulePredictions' | 'lastResultPredictions'> {
  const rule = new Gathered();
  const lastResult = new Gathered();
  for (const window of windows) {
    const { before, inside } = split(table, window, scope);
    if (!canTell(learningRows(before, settings)) || !canTell(inside)) continue;
    rule.add(ruleScore(authority, table.features), inside);
    lastResult.add(lastResultScore(authority), inside);
  }
  return {
    rulePredictions: rule.result().predictions,
    lastResultPredictions: lastResult.result().predictions,
  };
}

function canTell(table: VisitTable): boolean {
  const serious = table.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  return table.rows >= LEAST_ROWS && serious > 0 && serious < table.rows;
}

class Gathered {
  private readonly aucs: number[] = [];
  private readonly predictions: HonestPredictions = {
    points: [],
    outcomes: [],
    occurredOn: [],
    facilities: [],
  };

  add(fitted: FittedTerms, inside: VisitTable): void {
    const logOdds = logOddsOf(fitted, columnsOf(fitted, inside), inside.rows);
    const ones = new Uint8Array(inside.rows).fill(1);
    this.aucs.push(rankingFigures(rank(logOdds), inside.outcomes, ones).auc);
    for (let row = 0; row < inside.rows; row += 1) {
      this.predictions.points.push(pointsOfLogOdds(logOdds[row]!));
      this.predictions.outcomes.push(inside.outcomes[row]!);
      this.predictions.occurredOn.push(inside.occurredOn[row]!);
      this.predictions.facilities.push(inside.facilities[row]!);
    }
  }

  result(): Trial {
    const sum = this.aucs.reduce((total, auc) => total + auc, 0);
    return { auc: this.aucs.length === 0 ? 0.5 : sum / this.aucs.length, predictions: this.predictions };
  }
}

/** The columns of the model's terms, in their order. Throws RangeError where the table lacks one. */
export function columnsOf(
  { terms }: Pick<FittedTerms, 'terms'>,
  table: Pick<VisitTable, 'features' | 'columns' | 'rows'>,
): Float64Array[] {
  const places = new Map(table.features.map((feature, index) => [feature.key, index]));
  return terms.map(({ key }) => {
    const place = places.get(key);
    if (place === undefined)
      throw new RangeError(`The model weighs ${key}, which is no feature. Maybe it was renamed.`);
    return table.columns[place]!;
  });
}

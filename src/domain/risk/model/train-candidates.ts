import { boostCurves } from './boost-curves.js';
import { calibrationAsOf, chooseLevelHalfLife, dayNumber, knownPredictions } from './calibration-as-of.js';
import {
  chooseSettings,
  columnsOf,
  learningRows,
  type ChosenSettings,
  type HonestPredictions,
  type MeasuredTable,
  type VisitScope,
} from './choose-settings.js';
import { pointsOfLogOdds } from './points.js';
import type { ModelSettings, RiskModel } from './risk-model.js';
import { ruleScore } from './rule-score.js';
import { logOddsOf } from './term-value.js';
import { trainRidgeLogistic, type FittedTerms } from './train-ridge-logistic.js';
import type { VisitTable } from '../visit-table.js';

export type ModelHeader = Pick<
  RiskModel,
  'version' | 'authority' | 'outcomeDefinition' | 'trainedThrough' | 'seriousBaseRates' | 'usualFindings'
>;

/** A model with the predictions it was calibrated by, made by models that had not seen the outcome. */
export interface Candidate {
  readonly model: RiskModel;
  readonly honest: HonestPredictions;
}

/** The three ways of scoring that compete for one authority. */
export interface Candidates {
  readonly ridgeLogistic: Candidate;
  readonly boosting: Candidate;
  readonly rule: Candidate;
  readonly chosen: ChosenSettings;
}

/**
 * Fits ridge-logistic and boosting with settings chosen inside these rows, and calibrates them and the rule. Throws
 * RangeError where all outcomes are the same.
 */
export function trainCandidates(
  tables: readonly MeasuredTable[],
  header: ModelHeader,
  scope: VisitScope,
): Candidates {
  const chosen = chooseSettings(tables, header.authority, scope);
  const table = tables.find(({ halfLifeYears }) => halfLifeYears === chosen.settings.halfLifeYears)!.table;
  const rows = learningRows(table, chosen.settings);
  const plain = learningRows(tables[0]!.table, chosen.settings);
  const candidate = (
    method: RiskModel['method'],
    fitted: FittedTerms,
    honest: HonestPredictions,
    settings: ModelSettings = chosen.settings,
  ): Candidate => ({ model: asModel(method, fitted, honest, header, settings, rows), honest });
  const plainSettings = { ...chosen.settings, halfLifeYears: tables[0]!.halfLifeYears };
  const rule = onBaseRate(ruleScore(header.authority, plain.features), plain);
  return {
    ridgeLogistic: candidate(
      'RIDGE_LOGISTIC',
      fitOrFlat(rows, (each) => trainRidgeLogistic(each, chosen.settings.ridge)),
      orOwn(chosen.predictions, rows),
    ),
    boosting: candidate(
      'ADDITIVE_BOOSTING',
      fitOrFlat(plain, (each) => boostCurves(each, chosen.boostingRounds)),
      orOwn(chosen.boostingPredictions, plain),
      plainSettings,
    ),
    rule: candidate('RULE', rule, predict(rule, plain), plainSettings),
    chosen,
  };
}

/** Points of the rows, beside what came of them. */
export function predict(
  fitted: Pick<FittedTerms, 'intercept' | 'terms'>,
  table: VisitTable,
): HonestPredictions {
  const logOdds = logOddsOf(fitted, columnsOf(fitted, table), table.rows);
  return {
    points: Array.from(logOdds, pointsOfLogOdds),
    outcomes: Array.from(table.outcomes),
    occurredOn: [...table.occurredOn],
    facilities: Array.from(table.facilities),
  };
}

// The rule's multiples say how much more or less than usual; usual is what the rows say, so that its points mean the
// same as those of the fitted models.
function onBaseRate(rule: FittedTerms, table: VisitTable): FittedTerms {
  const serious = table.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const usual = Math.log((serious + 0.5) / (table.rows - serious + 0.5));
  const sums = logOddsOf(rule, columnsOf(rule, table), table.rows);
  const mean = sums.reduce((total, sum) => total + sum, 0) / table.rows;
  return { ...rule, intercept: Number((usual - mean).toPrecision(9)) };
}

// Rows that all ended alike tell nothing apart: everybody gets the base rate, half a visit drawn to even odds.
function fitOrFlat(table: VisitTable, fit: (table: VisitTable) => FittedTerms): FittedTerms {
  const serious = table.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (serious > 0 && serious < table.rows) return fit(table);
  const intercept = Number(Math.log((serious + 0.5) / (table.rows - serious + 0.5)).toPrecision(9));
  return { intercept, terms: [], spread: null, dropped: [] };
}

// Where the training window is too short for windows of its own, every score stands for the base rate.
function orOwn(predictions: HonestPredictions, table: VisitTable): HonestPredictions {
  if (predictions.points.length > 0) return predictions;
  return {
    points: Array.from(table.outcomes, () => 0),
    outcomes: Array.from(table.outcomes),
    occurredOn: [...table.occurredOn],
    facilities: Array.from(table.facilities),
  };
}

function asModel(
  method: RiskModel['method'],
  fitted: FittedTerms,
  honest: HonestPredictions,
  header: ModelHeader,
  settings: ModelSettings,
  table: VisitTable,
): RiskModel {
  const known = knownPredictions(honest);
  return {
    version: header.version,
    method,
    authority: header.authority,
    outcomeDefinition: header.outcomeDefinition,
    trainedThrough: header.trainedThrough,
    settings,
    rows: table.rows,
    seriousRows: table.outcomes.reduce((sum, outcome) => sum + outcome, 0),
    intercept: fitted.intercept,
    seriousBaseRates: header.seriousBaseRates,
    usualFindings: header.usualFindings,
    terms: fitted.terms,
    spread: fitted.spread,
    calibration: calibrationAsOf(known, dayNumber(header.trainedThrough), chooseLevelHalfLife(known)),
    dropped: fitted.dropped,
  };
}

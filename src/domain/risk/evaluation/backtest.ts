import { adopt, type Adoption } from './adopt-model.js';
import { compareMethods, type Comparison, type Method } from './compare-methods.js';
import { recalibrateByMonth } from './recalibrate-by-period.js';
import { isReferenceFeature, referenceFeatures, referenceProbabilities } from './reference-fit.js';
import type { FacilityTimeline } from '../facility-timeline.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { measureVisits } from '../measure-visits.js';
import { calibrated } from '../model/calibration.js';
import {
  isInScope,
  type HonestPredictions,
  type MeasuredTable,
  type VisitScope,
} from '../model/choose-settings.js';
import { onScale } from '../model/points.js';
import { predict, trainCandidates, type Candidate, type Candidates } from '../model/train-candidates.js';
import { unseenFacilityScores } from './unseen-facilities.js';
import { seriousBaseRates } from '../serious-base-rates.js';
import { usualFindings } from '../usual-findings.js';
import { pickFeatures, pickRows, type VisitTable } from '../visit-table.js';
import type { Authority } from '../../shared/authority.js';
import { addDays, type Day } from '../../shared/day.js';
import { seededRandom } from '../../shared/seeded-random.js';

export interface BacktestOptions {
  readonly authority: Authority;
  readonly outcomeDefinition: number;
  /** Visits before this day are history alone. */
  readonly trainFrom: Day;
  /** The first day of the test; nothing known later teaches the models. */
  readonly testFrom: Day;
  /** Inclusive. */
  readonly testTo: Day;
  readonly seed: number;
  /** Which visits are measured. */
  readonly scope: VisitScope;
  /** For the intervals; 400 where nothing is said. */
  readonly resamples?: number;
}

export interface Backtest {
  /** The visits of the test that all methods are measured on. */
  readonly visits: VisitTable;
  /** Visits of the test that were the place's first; not measured. */
  readonly firstVisits: number;
  readonly trainingRows: number;
  readonly candidates: Candidates;
  /** The fitted model that the training window speaks for; `adoption` says whether it would be used at all. */
  readonly used: 'RIDGE_LOGISTIC' | 'ADDITIVE_BOOSTING';
  readonly adoption: Adoption;
  /** model, challenger, reference, random, fixed_cadence, last_result, rule. */
  readonly methods: readonly Method[];
  readonly comparison: Comparison;
  /** Of the model's kind, by fits that had never seen the visit's place. */
  readonly unseenFacilities: Float64Array;
  /** Probabilities as frozen on the first day of the test, without recalibration. */
  readonly frozenProbabilities: Float64Array;
}

/**
 * Trains on what was known before `testFrom` and measures on the visits from then on. Every feature is measured as of
 * the day before its visit, so earlier visits of the test period are history to later ones, as they would be in use.
 * Throws RangeError where the training or test rows cannot tell anything.
 */
export function backtest(
  timelines: readonly FacilityTimeline[],
  features: readonly RiskFeature[],
  options: BacktestOptions,
): Backtest {
  const lastTrainingDay = addDays(options.testFrom, -1);
  const usual = {
    seriousBaseRates: seriousBaseRates(timelines, lastTrainingDay),
    usualFindings: usualFindings(timelines, lastTrainingDay),
  };
  const measured = measureVisits(
    timelines,
    options.authority,
    [...features, ...referenceFeatures(options.authority)],
    usual,
    { from: options.trainFrom, to: options.testTo, outcomeKnownOn: options.testTo },
  );
  const training = measured.map((each) =>
    part(each, (table, row) => table.availableOn[row]! < options.testFrom),
  );
  const tested = measured.map((each) =>
    part(each, (table, row) => table.occurredOn[row]! >= options.testFrom),
  );
  const all = tested[0]!.table;
  const inScope = (table: VisitTable): VisitTable =>
    pickRows(table, (row) => isInScope(table, row, options.scope));
  const visits = inScope(all);
  refuseUntellable(training[0]!.table, `before ${options.testFrom}`);
  refuseUntellable(visits, `from ${options.testFrom} to ${options.testTo} to measure on`);
  const candidates = trainCandidates(
    training.map(forModel),
    {
      version: 'backtest',
      authority: options.authority,
      outcomeDefinition: options.outcomeDefinition,
      trainedThrough: lastTrainingDay,
      ...usual,
    },
    options.scope,
  );
  const { chosen } = candidates;
  const adoption = adopt(chosen, options.seed, options.resamples);
  const used = adoption.challenge.isOutside ? 'ADDITIVE_BOOSTING' : 'RIDGE_LOGISTIC';
  const of = (candidate: Candidate, name: string): Method => {
    const { halfLifeYears } = candidate.model.settings;
    const table = inScope(tested.find((each) => each.halfLifeYears === halfLifeYears)!.table);
    return recalibrated(
      name,
      Array.from(predict(candidate.model, table).points, onScale),
      candidate.honest,
      visits,
    );
  };
  const known = inScope(training[0]!.table);
  const byColumn = (name: string, key: string, unknown: number): Method =>
    recalibrated(
      name,
      columnOf(visits, key, unknown),
      honestOf(known, columnOf(known, key, unknown)),
      visits,
    );
  const random = seededRandom(options.seed);
  const draw = (table: VisitTable): number[] => Array.from({ length: table.rows }, random);
  const reference = referenceProbabilities(known, visits);
  const model = candidates[used === 'RIDGE_LOGISTIC' ? 'ridgeLogistic' : 'boosting'];
  const challenger = candidates[used === 'RIDGE_LOGISTIC' ? 'boosting' : 'ridgeLogistic'];
  const methods: Method[] = [
    of(model, 'model'),
    of(challenger, 'challenger'),
    { name: 'reference', scores: reference, probabilities: reference },
    recalibrated('random', draw(visits), honestOf(known, draw(known)), visits),
    byColumn('fixed_cadence', 'YEARS_SINCE_OWN_VISIT', NEVER_YEARS),
    byColumn('last_result', `${options.authority}_LAST_OUTCOME`, 0),
    of(candidates.rule, 'rule'),
  ];
  return {
    visits,
    firstVisits: all.rows - visits.rows,
    trainingRows: training[0]!.table.rows,
    candidates,
    used,
    adoption,
    methods,
    comparison: compareMethods(visits, methods, options.seed, options.resamples),
    unseenFacilities: unseenFacilityScores(
      tableOf(training.map(forModel), model),
      inScope(tableOf(tested, model)),
      used,
      chosen,
    ),
    frozenProbabilities: Float64Array.from(methods[0]!.scores, (points) =>
      calibrated(model.model.calibration, points),
    ),
  };
}

function tableOf(measured: readonly MeasuredTable[], { model }: Candidate): VisitTable {
  return measured.find(({ halfLifeYears }) => halfLifeYears === model.settings.halfLifeYears)!.table;
}

// A place that was never visited has waited longest.
const NEVER_YEARS = 100;
const LEAST_OF_EACH_OUTCOME = 10;

function forModel({ halfLifeYears, table }: MeasuredTable): MeasuredTable {
  return { halfLifeYears, table: pickFeatures(table, (feature) => !isReferenceFeature(feature)) };
}

function part(measured: MeasuredTable, keep: (table: VisitTable, row: number) => boolean): MeasuredTable {
  return { ...measured, table: pickRows(measured.table, (row) => keep(measured.table, row)) };
}

function recalibrated(
  name: string,
  scores: readonly number[],
  honest: HonestPredictions,
  visits: VisitTable,
): Method {
  return { name, scores, probabilities: recalibrateByMonth(honest, { ...visits, points: scores }) };
}

function honestOf(table: VisitTable, points: readonly number[]): HonestPredictions {
  return {
    points: [...points],
    outcomes: Array.from(table.outcomes),
    occurredOn: [...table.occurredOn],
    facilities: Array.from(table.facilities),
  };
}

function columnOf(table: VisitTable, key: string, unknown: number): number[] {
  const place = table.features.findIndex((feature) => feature.key === key);
  const column = table.columns[place];
  if (!column) throw new RangeError(`There is no feature ${key} to compare with.`);
  return Array.from(column, (value) => (Number.isNaN(value) ? unknown : value));
}

function refuseUntellable(table: VisitTable, which: string): void {
  const serious = table.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (Math.min(serious, table.rows - serious) >= LEAST_OF_EACH_OUTCOME) return;
  throw new RangeError(
    `There are ${table.rows} visits ${which}, ${serious} of them serious; at least ${LEAST_OF_EACH_OUTCOME} of each outcome are needed.`,
  );
}

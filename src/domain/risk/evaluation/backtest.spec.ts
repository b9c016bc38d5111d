import { createHash } from 'node:crypto';
import { backtest, type Backtest } from './backtest.js';
import { randomHistoryRows } from './history-rows.factory.js';
import {
  HISTORY_FILE_AUTHORITY,
  historyFeatures,
  historyRowOf,
  timelinesOf,
  type HistoryRow,
} from './history-rows.js';
import { rank, rankingFigures } from './ranking.js';
import { UNSEEN_FOLDS, unseenFacilityScores } from './unseen-facilities.js';
import { measureVisits } from '../measure-visits.js';
import type { VisitTable } from '../visit-table.js';
import { addDays, day } from '../../shared/day.js';

const FROM = day('2023-01-01');
const ROWS = randomHistoryRows(150, 1);

function run(rows: readonly HistoryRow[], testTo = day('2025-12-31')): Backtest {
  return backtest(timelinesOf(rows), historyFeatures(rows, FROM), {
    authority: HISTORY_FILE_AUTHORITY,
    outcomeDefinition: 1,
    trainFrom: day('2019-01-01'),
    testFrom: FROM,
    testTo,
    seed: 1,
    resamples: 20,
    scope: 'WITH_HISTORY',
  });
}
const models = ({ candidates }: Backtest): string =>
  JSON.stringify([candidates.ridgeLogistic.model, candidates.boosting.model, candidates.rule.model]);
const figure = ({ comparison }: Backtest, name: string): number =>
  comparison.methods.find((method) => method.name === name)!.figures.auc;

function trainingTable(): VisitTable {
  const features = historyFeatures(ROWS, FROM);
  const usual = { seriousBaseRates: NO_RATES, usualFindings: NO_RATES };
  const window = { from: day('2019-01-01'), to: addDays(FROM, -1), outcomeKnownOn: addDays(FROM, -1) };
  return measureVisits(timelinesOf(ROWS), HISTORY_FILE_AUTHORITY, features, usual, window)[0]!.table;
}
const NO_RATES = { SOCIALTILSYNET: 0.2, ARBEJDSTILSYNET: null, STPS: null };

describe(backtest.name, () => {
  const whole = run(ROWS);

  it('measures every method on the same visits: those of the test with an earlier one', () => {
    expect(whole.methods.map(({ name, scores }) => [name, scores.length])).toEqual(
      ['model', 'challenger', 'reference', 'random', 'fixed_cadence', 'last_result', 'rule'].map((name) => [
        name,
        whole.visits.rows,
      ]),
    );
    expect(whole.visits.rows + whole.firstVisits).toBe(ROWS.filter((row) => row.inspectedOn >= FROM).length);
    expect(whole.trainingRows).toBe(ROWS.filter((row) => row.inspectedOn < FROM).length);
  });

  it('finds what there is to find, and chance finds nothing', () => {
    expect(figure(whole, 'model')).toBeGreaterThan(0.58);
    expect(Math.abs(figure(whole, 'random') - 0.5)).toBeLessThan(0.08);
  });

  it('learns nothing from the test: other outcomes there give the same models, byte by byte', () => {
    const turned = ROWS.map((row) =>
      row.inspectedOn < FROM ? row : { ...row, isSerious: !row.isSerious, findings: 9 },
    );

    expect(models(run(turned))).toBe(models(whole));
  });

  it('scores a visit by earlier days alone: later rows moved, turned or taken away change nothing before them', () => {
    const border = addDays(FROM, 200);
    const scoresBefore = (rows: readonly HistoryRow[]): unknown[] => {
      const { visits, methods } = run(rows);
      return methods
        .filter(({ name }) => name !== 'random')
        .map(({ name, scores, probabilities }) =>
          visits.occurredOn.flatMap((occurredOn, row) => {
            const key = rows[historyRowOf(visits.visitKeys[row]!)]!.facilityId;
            return occurredOn < border ? [[name, occurredOn, key, scores[row], probabilities[row]]] : [];
          }),
        );
    };
    const moved = ROWS.map((row) =>
      row.inspectedOn < border
        ? row
        : { ...row, inspectedOn: addDays(row.inspectedOn, 40), isSerious: !row.isSerious, findings: 50 },
    );

    expect(scoresBefore(moved)).toEqual(scoresBefore(ROWS));
  });

  it('would notice: outcomes turned before the day do change the models', () => {
    const turned = ROWS.map((row) => (row.inspectedOn < FROM ? { ...row, isSerious: !row.isSerious } : row));

    expect(models(run(turned))).not.toBe(models(whole));
  });

  it('never sees who inspected, not even under the name of a fact', () => {
    const named = (inspector: (row: HistoryRow) => string): HistoryRow[] =>
      ROWS.map((row) => ({
        ...row,
        inspectorId: inspector(row),
        facts: { ...row.facts, cat_inspector: inspector(row) },
      }));
    const other = named((row) => (row.isSerious ? 'finds' : 'finds not'));
    const keys = run(other).candidates.ridgeLogistic.model.terms.map(({ key }) => key);

    expect(models(run(other))).toBe(models(run(named(() => 'one'))));
    expect(keys.filter((key) => /finds/.test(key))).toEqual([]);
  });

  it('is measured on places it had never seen: their own outcomes of before do not reach the fit', () => {
    const { visits, unseenFacilities } = whole;
    const ones = new Uint8Array(visits.rows).fill(1);

    expect(rankingFigures(rank(unseenFacilities), visits.outcomes, ones).auc).toBeGreaterThan(0.55);
    expect(Array.from(unseenFacilities)).not.toEqual(Array.from(whole.methods[0]!.scores));
  });

  it('leaves a place out of the fit that scores it, and no other', () => {
    const table = trainingTable();
    const turnedPlace = table.facilities[0]!;
    const turned = {
      ...table,
      outcomes: table.outcomes.map((outcome, row) =>
        table.facilities[row] === turnedPlace ? 1 - outcome : outcome,
      ),
    };
    const scores = (each: VisitTable): Float64Array =>
      unseenFacilityScores(each, table, 'RIDGE_LOGISTIC', whole.candidates.chosen);
    const [before, after] = [scores(table), scores(turned)];

    for (let row = 0; row < table.rows; row += 1) {
      const isOwn = table.facilities[row]! % UNSEEN_FOLDS === turnedPlace % UNSEEN_FOLDS;
      expect(before[row] === after[row]).toBe(isOwn);
    }
  });

  it('gives the same bytes for the same rows and seed', () => {
    const again = run(ROWS);

    expect(models(again)).toBe(models(whole));
    expect(JSON.stringify(again.comparison)).toBe(JSON.stringify(whole.comparison));
    // Rounded once more, so that machines whose exp() differs in the last digit agree.
    const rounded = JSON.stringify(whole.candidates.ridgeLogistic.model.terms, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(5)) : value,
    );
    expect(createHash('sha256').update(rounded).digest('hex')).toBe(
      '8e18c1f91968b9e7e9bc8316e53bd9a750fdf5213b0717702bde654f69a96a25',
    );
  });

  it('refuses a test that cannot tell anything', () => {
    expect(() => run(ROWS, FROM)).toThrow(/at least 10 of each outcome are needed/);
  });
});

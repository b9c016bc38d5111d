import { backtest, type Backtest, type BacktestOptions } from '../../domain/risk/evaluation/backtest.js';
import {
  HISTORY_FILE_AUTHORITY,
  historyFeatures,
  historyRowOf,
  timelinesOf,
  type HistoryRow,
} from '../../domain/risk/evaluation/history-rows.js';
import type { Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { backtestReport, type VisitLabels } from '../backtest-report.js';
import { testWindows } from '../test-windows.js';

export interface FileBacktestOptions {
  readonly testFrom: Day;
  /** Inclusive; the last visit of the file where nothing is said. */
  readonly testTo?: Day;
  /** Windows that the test period is cut into, each with a training of its own; 1 where nothing is said. */
  readonly rolling?: number;
}

const SEED = 1;

/** Backtests the service's scoring on the visits of an inspection-history file; BAD_INPUT where they cannot tell. */
export function backtestRows(
  rows: readonly HistoryRow[],
  options: FileBacktestOptions,
): Record<string, unknown> {
  const days = rows.map((row) => row.inspectedOn).sort();
  const last = options.testTo ?? days.at(-1)!;
  const timelines = timelinesOf(rows);
  const labels = labelsOf(rows);
  const run = (testFrom: Day, testTo: Day): Backtest => {
    const whole: BacktestOptions = {
      authority: HISTORY_FILE_AUTHORITY,
      outcomeDefinition: 1,
      trainFrom: days[0]!,
      testFrom,
      testTo,
      seed: SEED,
      scope: 'WITH_HISTORY',
    };
    try {
      return backtest(timelines, historyFeatures(rows, testFrom), whole);
    } catch (error) {
      if (error instanceof RangeError) throw new ExpectedError('BAD_INPUT', error.message);
      throw error;
    }
  };
  const windows = testWindows(options.testFrom, last, options.rolling ?? 1);
  const [first] = windows;
  if (windows.length === 1)
    return { test_from: first!.from, test_to: last, ...backtestReport(run(first!.from, last), labels) };
  return {
    test_from: options.testFrom,
    test_to: last,
    windows: windows.map(({ from, to }) => ({
      test_from: from,
      test_to: to,
      ...backtestReport(run(from, to), labels),
    })),
  };
}

function labelsOf(rows: readonly HistoryRow[]): VisitLabels {
  return {
    inspectorOf: (visitKey) => rows[historyRowOf(visitKey)]!.inspectorId,
    groupsOf: (visitKey) =>
      Object.entries(rows[historyRowOf(visitKey)]!.facts).flatMap(([name, value]) =>
        typeof value === 'string' ? [`${name}=${value}`] : [],
      ),
  };
}

import { parseDay, type Day } from '../../domain/shared/day.js';
import { BacktestService, type OwnBacktest } from '../../risk/backtest.service.js';
import { backtestRows } from '../../risk/inspection-history/backtest-file.js';
import { readInspectionHistory } from '../../risk/inspection-history/read-inspection-history.js';
import { WrongUsage, type Command } from '../command.js';
import { table } from '../terminal.js';

export const backtestCommand: Command = {
  name: 'backtest',
  usage: 'backtest [<file>] [--test-from YYYY-MM-DD] [--test-to YYYY-MM-DD] [--rolling N] [--json]',
  summary: 'train on visits before a day and measure the score on those after it',
  options: {
    'test-from': { type: 'string' },
    'test-to': { type: 'string' },
    rolling: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: ['file?'],
  needsDatabase: ([file]) => file === undefined,
  async run([file], options, { print, resolve, onProgress, services }) {
    const testFrom = dayIn(options, 'test-from');
    const testTo = dayIn(options, 'test-to');
    const rolling = typeof options['rolling'] === 'string' ? Number(options['rolling']) : undefined;
    if (file === undefined) {
      const own = await services.get(BacktestService).backtest({ testFrom, testTo, rolling }, onProgress);
      onProgress.end();
      print(options['json'] === true ? JSON.stringify(own) : ownInWords(own));
      return 0;
    }
    if (!testFrom) throw new WrongUsage('--test-from is missing; write a day as YYYY-MM-DD');
    onProgress({ phase: 'reading visits', done: 0, total: 1 });
    const rows = await readInspectionHistory(resolve(file));
    onProgress({ phase: 'training and measuring', done: 0, total: 1 });
    const report = backtestRows(rows, { testFrom, testTo, rolling });
    onProgress.end();
    print(options['json'] === true ? JSON.stringify(report) : inWords(report));
    return 0;
  },
};

const METHODS = ['model', 'challenger', 'reference', 'rule', 'last_result', 'fixed_cadence', 'random'];

function inWords(report: Readonly<Record<string, unknown>>): string {
  const windows = (report['windows'] as Record<string, unknown>[] | undefined) ?? [report];
  return windows
    .map((window) => {
      const rows = METHODS.map((name) => {
        const figures = window[name] as Record<string, number | number[]>;
        const [low, high] = figures['auc_ci'] as number[];
        return [
          name,
          `${figures['auc'] as number} (${low} - ${high})`,
          ...['lift10', 'recall10', 'recall50', 'brier_skill', 'ece', 'kappa'].map(
            (key) => figures[key] as number,
          ),
        ];
      });
      const header = ['', 'auc', 'lift10', 'recall10', 'recall50', 'brier skill', 'ece', 'kappa'];
      const title = `${window['n'] as number} visits from ${window['test_from'] as string} to ${window['test_to'] as string}, ${window['base_rate'] as number} of them serious; model: ${window['model_is'] as string}`;
      return `${title}\n\n${table(header, rows)}`;
    })
    .join('\n\n');
}

function ownInWords({ authorities }: OwnBacktest): string {
  return authorities
    .map(({ authority, windows }) =>
      windows
        .map(({ merged, own, gain_of_merging: gain, owner_only: ownerOnly }) => {
          const [low, high] = gain.auc_ci;
          const merging = `merged with the other authorities: auc ${merged['model'] ? (merged['model'] as { auc: number }).auc : ''}, own data alone ${own.auc}, gain ${gain.auc} (${low} - ${high})`;
          const concerns = ownerOnly
            ? `\n\nwith the concerns that it alone knows\n${inWords({ ...merged, ...ownerOnly })}\n\ngain of the concerns ${ownerOnly.gain_of_concerns.auc} (${ownerOnly.gain_of_concerns.auc_ci.join(' - ')})`
            : '';
          return `${authority}\n${inWords(merged)}\n\n${merging}${concerns}`;
        })
        .join('\n\n'),
    )
    .join('\n\n');
}

function dayIn(options: Readonly<Record<string, unknown>>, name: string): Day | undefined {
  const text = options[name];
  if (typeof text !== 'string') return undefined;
  const day = parseDay(text);
  if (!day) throw new WrongUsage(`--${name} is "${text}"; write a day as YYYY-MM-DD`);
  return day;
}

import { dayInDenmark, parseDay } from '../../domain/shared/day.js';
import type { PlanMeasures } from '../../domain/planning/evaluate-plan.js';
import { Planner } from '../../planning/planner.service.js';
import { WrongUsage, type Command } from '../command.js';
import { table } from '../terminal.js';

const DEFAULT_SEED = 'samtilsyn';

export const planCommand: Command = {
  name: 'plan',
  usage: 'plan [--from YYYY-MM-DD] [--seed TEXT] [--json]',
  summary: 'plan joint visits for 52 weeks, with the fixed cadence beside it',
  options: { from: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
  words: [],
  needsDatabase: true,
  async run(_words, { from, seed, json }, { services, onProgress, print }) {
    const today = typeof from === 'string' ? parseDay(from) : dayInDenmark(new Date());
    if (!today) throw new WrongUsage(`--from is "${String(from)}"; write a day as YYYY-MM-DD`);
    const report = await services
      .get(Planner)
      .makePlans(today, typeof seed === 'string' ? seed : DEFAULT_SEED, onProgress);
    onProgress.end();
    if (json) {
      print(JSON.stringify(report));
      return 0;
    }
    const gap = ((report.upperBound - report.value) / report.value) * 100;
    print(
      `${report.facilities} places, ${report.weeks} weeks from ${report.startsOn}; within ${gap.toFixed(1)} % of the best possible plan\n`,
    );
    const columns = [report.riskBased, report.fixedCadence, report.fixedCadenceUnlimited];
    print(
      table(
        ['', 'joint, by risk', 'fixed cadence', 'fixed, without hour limit'],
        ROWS.map(([name, read]) => [name, ...columns.map(read)]),
      ),
    );
    return 0;
  },
};

const ROWS: readonly (readonly [string, (measures: PlanMeasures) => string | number])[] = [
  ['expected serious findings', (measures) => measures.expectedFindings.toFixed(1)],
  ['weeks of problem avoided', (measures) => measures.harmAvoided.toFixed(0)],
  ['visits of one authority', (measures) => measures.visits],
  ['days a place is disturbed', (measures) => measures.visitDays],
  ['share of visits that are joint', (measures) => measures.jointShare.toFixed(2)],
  ['hours', (measures) => measures.hours.toFixed(0)],
  ['must be visited', (measures) => measures.mustVisits],
  ['visited too late', (measures) => measures.lateVisits],
  ['must be visited, but are not', (measures) => measures.dueNotVisited],
];

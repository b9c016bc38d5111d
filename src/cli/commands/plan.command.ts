import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayInDenmark, parseDay } from '../../domain/shared/day.js';
import { instanceFile, planFile, type PlanFile } from '../../domain/planning/exchange/plan-files.js';
import type { PlanningInstance } from '../../domain/planning/planning-instance.js';
import type { PlanMeasures } from '../../domain/planning/evaluate-plan.js';
import { Planner } from '../../planning/planner.service.js';
import { WrongUsage, type Command } from '../command.js';
import { table } from '../terminal.js';

export const planCommand: Command = {
  name: 'plan',
  usage: 'plan [--from YYYY-MM-DD] [--seed TEXT] [--export DIR] [--json]',
  summary: 'plan joint visits for 52 weeks, with the fixed cadence beside it',
  options: {
    from: { type: 'string' },
    // Drawn where left out: who knows the seed can foresee what chance decides.
    seed: { type: 'string' },
    export: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: [],
  needsDatabase: true,
  async run(_words, { from, seed, export: folder, json }, { services, onProgress, print, resolve }) {
    const today = typeof from === 'string' ? parseDay(from) : dayInDenmark(new Date());
    if (!today) throw new WrongUsage(`--from is "${String(from)}"; write a day as YYYY-MM-DD`);
    const chosenSeed = typeof seed === 'string' ? seed : randomBytes(16).toString('base64url');
    const report = await services.get(Planner).makePlans(today, chosenSeed, onProgress, {
      onSolved: (instance, result) => {
        if (typeof folder === 'string') writeFiles(resolve(folder), instance, planFile(result, chosenSeed));
      },
    });
    onProgress.end();
    if (json) {
      print(JSON.stringify(report));
      return 0;
    }
    print(
      `${report.facilities} places, ${report.weeks} weeks from ${report.startsOn}; within ${percent(report.gap)} of the best possible plan, ` +
        `${percent(report.riskGap)} where only risk is counted\n`,
    );
    if (report.plannedByRules.length > 0)
      print(`By rules alone, for want of a validated score: ${report.plannedByRules.join(', ')}\n`);
    const { weeks, visitDays, unplaced, travelHours, rounds } = report.nearWeeks;
    print(
      `The next ${weeks} weeks: ${visitDays} days of visit with day and inspectors, ${unplaced} without; ` +
        `${travelHours.toFixed(0)} hours on the road; planned ${rounds === 1 ? 'once' : `${rounds} times`}\n`,
    );
    if (report.timing) {
      const { moved, entropyBits, topProbability, draws } = report.timing;
      print(
        `Timing of ${moved} visits is left to chance: ${entropyBits.toFixed(2)} bits, likeliest period ${percent(topProbability)}, by ${draws} draws\n`,
      );
    }
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

/** For others to verify; documented in docs/plan-format.md. */
function writeFiles(folder: string, instance: PlanningInstance, plan: PlanFile): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'instance.json'), JSON.stringify(instanceFile(instance)));
  writeFileSync(path.join(folder, 'plan.json'), JSON.stringify(plan));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

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

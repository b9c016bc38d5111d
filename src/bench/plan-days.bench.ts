import { checkWeek } from '../domain/planning/days/check-week.js';
import { independentWeeks } from '../domain/planning/days/independent-weeks.js';
import { solveWeek } from '../domain/planning/days/solve-week.js';
import type { WeekPlan, WeekProblem } from '../domain/planning/days/week-problem.js';
import { isMoved, replacedIn } from '../domain/planning/days/week-state.js';
import { proposedBudgets } from '../domain/planning/proposed-budgets.js';
import { benchmarkYear } from '../domain/planning/stage-one/benchmark-year.factory.js';
import { solveYear } from '../domain/planning/stage-one/solve-year.js';
import { atMost, reported, type Bench, type Measurement } from './measurement.js';
import { weekProblems } from './plan/week-problems.js';

const FACILITIES = 3_000;
const REBUILDS = 1_500;

/** Days and persons for the next six weeks of the fixed instance. */
export const planDaysBench: Bench = {
  name: 'plan-days',
  summary: 'days and named inspectors for six weeks: travel, what finds no place, and what sick leave moves',
  options: {},
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface lets benches wait for a database
  async *measure(_options, say): AsyncIterable<Measurement> {
    say(`the year plan of ${FACILITIES} facilities ...`);
    const problem = benchmarkYear({ facilities: FACILITIES, seed: 1 });
    const budgets = { ...proposedBudgets(FACILITIES), rebuilds: 100_000 };
    const groups = weekProblems(solveYear(problem, { seed: 'days', budgets }).plan, 1).flatMap(
      independentWeeks,
    );
    say(`${groups.length} groups of offices and weeks ...`);
    const first = groups.map((group) => solveWeek(group, { seed: 'days', rebuilds: 0 }));
    const startedAt = process.cpuUsage();
    const weeks = groups.map((group) => solveWeek(group, { seed: 'days', rebuilds: REBUILDS }));
    const { user, system } = process.cpuUsage(startedAt);
    yield reported(
      'events',
      groups.reduce((sum, { events }) => sum + events.length, 0),
      'days of visit',
    );
    yield reported('groups', groups.length, 'offices and weeks');
    yield atMost('cpu_s', (user + system) / 1e6, 10, 's');
    yield atMost(
      'broken_rules',
      groups.reduce((sum, group, at) => sum + checkWeek(group, weeks[at]!).length, 0),
      0,
      '',
    );
    yield reported(
      'unplaced_first',
      sumOf(first, ({ unplaced }) => unplaced.length),
      'days of visit',
    );
    yield reported(
      'unplaced',
      sumOf(weeks, ({ unplaced }) => unplaced.length),
      'days of visit',
    );
    yield atMost('unplaced_mandatory', mandatoryUnplaced(groups, weeks), 0, 'days of visit');
    const [before, after] = [first, weeks].map((each) => sumOf(each, ({ travelHours }) => travelHours)) as [
      number,
      number,
    ];
    yield reported('travel_first', before, 'hours');
    yield reported('travel', after, 'hours');
    yield atMost('travel_share', after / before, 0.93);
    const sick = sickLeave(groups, weeks);
    yield atMost('moved_by_sick_leave', sick.moved / sick.unaffected, 0.01, 'share of unaffected visits');
    yield reported('replaced_by_sick_leave', sick.replaced / sick.unaffected, 'share of unaffected visits');
    yield reported('unplaced_by_sick_leave', sick.unplaced, 'days of visit');
  },
};

function sumOf(plans: readonly WeekPlan[], read: (plan: WeekPlan) => number): number {
  return plans.reduce((sum, plan) => sum + read(plan), 0);
}

function mandatoryUnplaced(groups: readonly WeekProblem[], weeks: readonly WeekPlan[]): number {
  return groups.reduce(
    (sum, { events }, at) =>
      sum + events.filter(({ id, isMandatory }) => isMandatory && weeks[at]!.unplaced.includes(id)).length,
    0,
  );
}

interface SickLeave {
  readonly unaffected: number;
  /** Of those, on another day or half, or not at all. */
  readonly moved: number;
  /** Of those, on the agreed day and half with somebody else among those who come. */
  readonly replaced: number;
  /** Visits of all kinds that find no place, duties among them. */
  readonly unplaced: number;
}

/** One inspector in twenty falls ill: what becomes of the visits that none of them was to make. */
function sickLeave(groups: readonly WeekProblem[], weeks: readonly WeekPlan[]): SickLeave {
  const found = { unaffected: 0, moved: 0, replaced: 0, unplaced: 0 };
  groups.forEach((group, at) => {
    const ill = new Set(group.inspectors.filter((_, index) => index % 20 === 7).map(({ code }) => code));
    const events = group.events.map((event) => ({
      ...event,
      agreed: weeks[at]!.placed.get(event.id) ?? null,
    }));
    const inspectors = group.inspectors.filter(({ code }) => !ill.has(code));
    const replanned = solveWeek({ ...group, events, inspectors }, { seed: 'ill', rebuilds: REBUILDS });
    found.unplaced += replanned.unplaced.length;
    for (const event of events) {
      if (!event.agreed || event.agreed.inspectors.flat().some((code) => ill.has(code))) continue;
      found.unaffected += 1;
      const placement = replanned.placed.get(event.id);
      if (!placement || isMoved(event, placement)) found.moved += 1;
      else if (replacedIn(event, placement) > 0) found.replaced += 1;
    }
  });
  return found;
}

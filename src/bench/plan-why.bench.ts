import { findSlot } from '../domain/planning/explaining/changed-instance.js';
import { explainSlot } from '../domain/planning/explaining/explain-slot.js';
import { groundOf } from '../domain/planning/explaining/plan-ground.js';
import { reasonHolds } from '../domain/planning/explaining/reason-holds.js';
import { isPlanned, whatIf, whatWouldChange } from '../domain/planning/explaining/what-would-change.js';
import type { Plan, SlotKey } from '../domain/planning/plan.js';
import type { PlanningInstance } from '../domain/planning/planning-instance.js';
import { deadlineWeek } from '../domain/planning/planning-weeks.js';
import { randomInstance } from '../domain/planning/random-instance.factory.js';
import { solveStageOne } from '../domain/planning/solve-stage-one.js';
import { atLeast, reported, type Bench, type Measurement } from './measurement.js';

const PLACES = 40;
/** Hours for less than half of what the places want. */
const HOURS_FACTOR = 0.4;
const WANTED = 300;
const MOST_OF_ONE_PLAN = 30;
const OPTIONS = {
  seed: 'why',
  budgets: { samplePasses: 0, pricePasses: 60, searchPasses: 3, rebuilds: 400 },
};
const AGAIN = {
  seed: 'why',
  budgets: { samplePasses: 0, pricePasses: 5, searchPasses: 2, rebuilds: 0 },
};

/** What is said of due visits that are missing: whether it is true, and whether it helps. */
export const planWhyBench: Bench = {
  name: 'plan-why',
  summary: 'due visits without a place: reasons that the checker confirms, and changes that bring them in',
  options: {},
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface lets benches wait for a database
  async *measure(_options, say): AsyncIterable<Measurement> {
    const found = { due: 0, holds: 0, answered: 0, flips: 0, byReason: new Map<string, number>() };
    const startedAt = process.cpuUsage();
    for (let seed = 1; found.due < WANTED; seed += 1) {
      const instance = randomInstance(seed, PLACES, HOURS_FACTOR);
      const { plan, rowPrices } = solveStageOne(instance, OPTIONS);
      const ground = groundOf(instance, plan, OPTIONS.budgets.pricePasses);
      const options = { ...AGAIN, startPrices: rowPrices };
      for (const key of dueAndMissing(instance, plan).slice(0, MOST_OF_ONE_PLAN)) {
        const told = explainSlot(ground, key);
        if (told.isPlanned) throw new Error('A visit is both planned and missing.');
        found.due += 1;
        found.byReason.set(told.reason.code, (found.byReason.get(told.reason.code) ?? 0) + 1);
        if (reasonHolds(instance, plan, key, told.reason)) found.holds += 1;
        const changes = whatWouldChange(instance, plan, key, options, told.neededProbability);
        if (changes.length > 0) found.answered += 1;
        if (changes.some((change) => isPlanned(whatIf(instance, plan, key, change, options).plan, key)))
          found.flips += 1;
      }
      say(`${found.due} of ${WANTED} due visits ...`);
    }
    const { user } = process.cpuUsage(startedAt);
    yield reported('due_missing', found.due, 'visits');
    for (const [code, count] of [...found.byReason].sort()) yield reported(code, count, 'visits');
    yield atLeast('reason_confirmed', found.holds / found.due, 0.95);
    yield atLeast('counterfactual_flips', found.flips / found.due, 0.95);
    yield reported('cpu_s_each', user / 1e6 / found.due, 's');
  },
};

/** Slots with a deadline within the plan that could be visited in it and are not. */
export function dueAndMissing(instance: PlanningInstance, plan: Plan): SlotKey[] {
  return plan.unplanned.filter(
    (key) =>
      deadlineWeek(instance, findSlot(instance, key).slot) !== undefined && key.reason.code !== 'NOT_DUE',
  );
}

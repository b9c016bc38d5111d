import { runPlan, type PlanRun, type PolicyFigures } from './plan/run-plan.js';
import { reported, type Bench, type Measurement } from './measurement.js';

const SEEDS = [1, 2, 3, 4, 5];

interface Target {
  readonly gap: number;
  readonly riskGap?: number;
  readonly cpuSeconds: number;
  readonly megabytes?: number;
}

/** By number of facilities. */
const TARGETS: Readonly<Record<number, Target>> = {
  3_000: { gap: 0.006, riskGap: 0.02, cpuSeconds: 30, megabytes: 200 },
  30_000: { gap: 0.004, cpuSeconds: 20 },
  300_000: { gap: 0.005, cpuSeconds: 40, megabytes: 600 },
  1_000_000: { gap: 0.005, cpuSeconds: 120, megabytes: 1_500 },
};

/** How near the best possible plan, how fast, and against other ways to plan, on the fixed instance. */
export const planBench: Bench = {
  name: 'plan',
  summary:
    'the year plan: gap, speed, memory and baselines [--facilities N] [--seed N] [--threads N] [--rebuilds N]',
  options: {
    facilities: { type: 'string' },
    seed: { type: 'string' },
    threads: { type: 'string' },
    rebuilds: { type: 'string' },
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface lets benches wait for a database
  async *measure(options, say): AsyncIterable<Measurement> {
    const facilities = wholeNumber(options['facilities'], 3_000);
    const threads = wholeNumber(options['threads'], 1);
    const rebuilds = options['rebuilds'] === undefined ? undefined : wholeNumber(options['rebuilds'], 1);
    const seeds =
      options['seed'] === undefined && options['facilities'] === undefined
        ? SEEDS
        : [wholeNumber(options['seed'], 1)];
    for (const seed of seeds) {
      say(`${facilities} facilities, seed ${seed} ...`);
      yield* measurementsOf(
        runPlan(facilities, seed, threads, rebuilds),
        seeds.length > 1 ? ` seed ${seed}` : '',
      );
    }
  },
};

function wholeNumber(option: unknown, otherwise: number): number {
  if (option === undefined) return otherwise;
  const number = Number(option);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${JSON.stringify(option)} is not a whole number from 1 on.`);
  return number;
}

function* measurementsOf(run: PlanRun, suffix: string): Iterable<Measurement> {
  const target = TARGETS[run.facilities];
  const withTarget = (name: string, value: number, unit: string, most: number | undefined): Measurement => {
    const each = { name: name + suffix, value: Number(value.toPrecision(6)), unit };
    return most === undefined ? each : { ...each, target: `at most ${most}`, isMet: value <= most };
  };
  yield reported(`N${suffix}`, run.facilities, 'places');
  yield reported(`seed${suffix}`, run.seed, '');
  yield reported(
    `capacity_share${suffix}`,
    run.capacityShare,
    'share of the hours of an uncapped yearly cadence',
  );
  yield reported(`slots${suffix}`, run.slots, 'visits that could be planned');
  yield reported(`generation_cpu_s${suffix}`, run.generationCpuSeconds, 's');
  yield withTarget('cpu_s', run.cpuSeconds, 's', target?.cpuSeconds);
  yield withTarget('rss_mb', run.megabytes, 'MB at most', target?.megabytes);
  yield withTarget('upper_bound', run.upperBound, 'mean visits', undefined);
  yield withTarget('value', run.value, 'mean visits', undefined);
  yield withTarget('duty_value', run.dutyValue, 'mean visits', undefined);
  yield withTarget('gap', run.gap, 'share', target?.gap);
  yield withTarget('risk_gap', run.riskGap, 'share', target?.riskGap);
  yield { ...reported(`plan_hash${suffix}`, 0, run.hash) };
  for (const [policy, measures] of Object.entries(run.policies) as [string, PolicyFigures][]) {
    for (const [name, value] of Object.entries(measures) as [string, number][])
      yield reported(`${policy}_${name}${suffix}`, value, '');
  }
  const { joint, cadence, separate } = run.policies;
  yield atLeastShare('findings_over_cadence', joint.findings / cadence.findings - 1, 0.1, suffix);
  yield atLeastShare('days_below_cadence', 1 - joint.visit_days / cadence.visit_days, 0.2, suffix);
  if (!separate) return;
  yield atLeastShare('findings_over_separate', joint.findings / separate.findings - 1, -0.01, suffix);
  yield atLeastShare('days_below_separate', 1 - joint.visit_days / separate.visit_days, 0.25, suffix);
}

function atLeastShare(name: string, value: number, least: number, suffix: string): Measurement {
  return {
    name: name + suffix,
    value: Number(value.toPrecision(4)),
    unit: 'share',
    target: `at least ${least}`,
    isMet: value >= least,
  };
}

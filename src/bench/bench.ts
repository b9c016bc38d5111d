import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { auditBench } from './audit.bench.js';
import type { Bench, Measurement } from './measurement.js';
import { mergeBench } from './merge.bench.js';
import { planAuditBench } from './plan-audit.bench.js';
import { planChangeBench } from './plan-change.bench.js';
import { planDaysBench } from './plan-days.bench.js';
import { planWhyBench } from './plan-why.bench.js';
import { planBench } from './plan.bench.js';
import { scoreBench } from './score.bench.js';

/** All benchmarks: a new one is a file `<name>.bench.ts` and a place in this list. */
const BENCHES: readonly Bench[] = [
  auditBench,
  mergeBench,
  planBench,
  planAuditBench,
  planDaysBench,
  planChangeBench,
  planWhyBench,
  scoreBench,
];

/** Measures one benchmark; ends with 1 where a target is missed, and with 2 where it was called wrongly. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  const bench = BENCHES.find((candidate) => candidate.name === name);
  if (!bench) {
    const lines = BENCHES.map((each) => `  npm run bench -- ${each.name} [--json]  ${each.summary}`);
    process.stderr.write(`${lines.join('\n')}\n`);
    return 2;
  }
  const { values } = parseArgs({ args: rest, options: { ...bench.options, json: { type: 'boolean' } } });
  const measured: Measurement[] = [];
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  for await (const each of bench.measure(values, say)) {
    measured.push(each);
    if (!values['json']) process.stdout.write(`${inWords(each)}\n`);
  }
  if (values['json']) process.stdout.write(`${JSON.stringify(report(bench, measured), null, 2)}\n`);
  return measured.every(({ isMet }) => isMet !== false) ? 0 : 1;
}

function report(bench: Bench, measurements: readonly Measurement[]): unknown {
  return {
    bench: bench.name,
    machine: { node: process.version, cores: availableParallelism(), loadAverage: loadavg()[0] },
    // Names of one word are keys, so that a single figure is read without looking for it.
    ...Object.fromEntries(
      measurements.filter(({ name }) => /^\w+$/.test(name)).map(({ name, value }) => [name, value]),
    ),
    isMet: measurements.every(({ isMet }) => isMet !== false),
    measurements,
  };
}

function inWords({ name, value, unit, target, isMet }: Measurement): string {
  const verdict = isMet === undefined ? '' : isMet ? '  ok' : '  MISSED';
  return `${name.padEnd(64)} ${String(value).padStart(10)} ${unit}${target === undefined ? '' : `, ${target}`}${verdict}`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);

import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DEMAND_PARTS, PartDemand, partsOf, type AskDemand } from '../../domain/planning/stage-one/demand.js';
import type { YearProblem } from '../../domain/planning/stage-one/year-problem.js';

// Specs run the sources as they are; the thread compiles them in the same way.
const EXTENSION = path.extname(__filename);
const FROM_SOURCES = ['-r', path.resolve('test/support/run-typescript.js')];

/** Places in `signal`: how often was asked, how many threads have answered since, and whether it is over. */
export const ASKED = 0;
export const DONE = 1;
export const ENDED = 2;

export interface SharedDemand {
  readonly problem: YearProblem;
  readonly signal: Int32Array;
  readonly prices: Float64Array;
  readonly gains: Float64Array;
  /** By [part][row * buckets + bucket]. */
  readonly loads: Float64Array;
  readonly thread: number;
  readonly threads: number;
}

export interface DemandPool {
  readonly ask: AskDemand;
  close(): void;
}

/**
 * Lets several threads ask the facilities what they want at given prices; this thread is one of them, and waits for the
 * others. The parts are summed in the same order whoever summed them: the answer has the same bytes on any number.
 */
export function openDemandPool(problem: YearProblem, threads: number): DemandPool {
  const width = problem.rows * problem.buckets;
  const signal = new Int32Array(new SharedArrayBuffer(12));
  const prices = new Float64Array(new SharedArrayBuffer(8 * problem.classes * problem.buckets));
  const gains = new Float64Array(new SharedArrayBuffer(8 * DEMAND_PARTS));
  const loads = new Float64Array(new SharedArrayBuffer(8 * DEMAND_PARTS * width));
  const shared = inSharedMemory(problem);
  const workers = Array.from({ length: threads - 1 }, (_, index) => {
    const workerData: SharedDemand = {
      problem: shared,
      signal,
      prices,
      gains,
      loads,
      thread: index + 1,
      threads,
    };
    return new Worker(path.join(__dirname, `demand.worker${EXTENSION}`), {
      workerData,
      execArgv: EXTENSION === '.ts' ? FROM_SOURCES : [],
    });
  });
  const parts = partsOf(problem.facilities);
  const own = new PartDemand(shared);
  const load = new Float64Array(width);
  return {
    ask: (given) => {
      prices.set(given);
      Atomics.store(signal, DONE, 0);
      Atomics.add(signal, ASKED, 1);
      Atomics.notify(signal, ASKED);
      for (let part = 0; part < DEMAND_PARTS; part += threads)
        gains[part] = own.ask(
          prices,
          parts[part]!,
          parts[part + 1]!,
          loads.subarray(part * width, (part + 1) * width),
        );
      for (let done = Atomics.load(signal, DONE); done < threads - 1; done = Atomics.load(signal, DONE))
        Atomics.wait(signal, DONE, done);
      let gain = 0;
      load.fill(0);
      for (let part = 0; part < DEMAND_PARTS; part += 1) {
        gain += gains[part]!;
        for (let at = 0; at < width; at += 1) load[at]! += loads[part * width + at]!;
      }
      return { gain, load };
    },
    close: () => {
      Atomics.store(signal, ENDED, 1);
      Atomics.add(signal, ASKED, 1);
      Atomics.notify(signal, ASKED);
      for (const worker of workers) void worker.terminate();
    },
  };
}

/** The same problem with its arrays in memory that threads share instead of copying. */
function inSharedMemory(problem: YearProblem): YearProblem {
  const shared = Object.entries(problem).map(([name, value]: [string, unknown]) => {
    if (!ArrayBuffer.isView(value)) return [name, value];
    const array = value as Float64Array;
    const copy = new (array.constructor as Float64ArrayConstructor)(new SharedArrayBuffer(array.byteLength));
    copy.set(array);
    return [name, copy];
  });
  return Object.fromEntries(shared) as YearProblem;
}

import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StageOneProgress } from '../../domain/planning/stage-one-options.js';
import type { MadePlans, PlanOrder } from '../make-plans.js';
import type { WorkerMessage } from './plan.worker.js';

// Specs run the sources as they are; the thread compiles them in the same way.
const EXTENSION = path.extname(__filename);
const FROM_SOURCES = ['-r', path.resolve('test/support/run-typescript.js')];
/** How long the solver may take to end by itself after it was told to. */
const PATIENCE_MS = 300;

/** A planning in a thread of its own. */
export interface PlanThread {
  /** Undefined where it was cancelled. Rejects where the planning fails. */
  readonly made: Promise<MadePlans | undefined>;
  /** Ends the planning within half a second, whatever it is doing. */
  cancel(): void;
}

export function startPlanThread(
  order: PlanOrder,
  onProgress: (progress: StageOneProgress) => void,
): PlanThread {
  const cancel = new SharedArrayBuffer(4);
  const worker = new Worker(path.join(__dirname, `plan.worker${EXTENSION}`), {
    workerData: { order, cancel },
    execArgv: EXTENSION === '.ts' ? FROM_SOURCES : [],
  });
  let isCancelled = false;
  const made = new Promise<MadePlans | undefined>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if ('made' in message) resolve(isCancelled ? undefined : message.made);
      else onProgress(message.progress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (isCancelled) resolve(undefined);
      else reject(new Error(`The planning thread ended with ${code} and no plan.`));
    });
  });
  return {
    made,
    cancel: () => {
      isCancelled = true;
      Atomics.store(new Int32Array(cancel), 0, 1);
      setTimeout(() => void worker.terminate(), PATIENCE_MS).unref();
    },
  };
}
